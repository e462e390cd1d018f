import { DateTime, Info } from 'luxon';
import type { Moment } from '../schema/moment.ts';
import { primarySubtag } from './language.ts';
import { zoneOf } from './steady-zone.ts';

/** Dates and times as readers see them, in one language and one zone. Days are `2025-07-04`, months `2025-07`. */
export interface Dates {
  /** `4 July 2025` */
  readonly day: (moment: Moment) => string;
  /** `18:20` */
  readonly time: (moment: Moment) => string;
  /** `4 July 2025, 18:20`; the day alone where only a day was written. */
  readonly dateTime: (moment: Moment) => string;
  /** `2025-07-04` in the zone: two moments of one day are equal. */
  readonly calendarDay: (moment: Moment) => string;
  /** `4 July 2025` */
  readonly dayOf: (day: string) => string;
  /** `Friday, 4 July 2025` */
  readonly weekdayOf: (day: string) => string;
  /** `4 July` */
  readonly dayAndMonthOf: (day: string) => string;
  /** `4 Jul` */
  readonly shortDayOf: (day: string) => string;
  /** `July 2025` */
  readonly monthOf: (month: string) => string;
  /** `July` */
  readonly monthNameOf: (month: string) => string;
  /** `Mon`, `Tue` …, from the first day of the week on. */
  readonly weekdays: readonly string[];
  /** With which day weeks begin: 1 is Monday, 7 is Sunday. */
  readonly firstWeekday: number;
}

/** Where a pattern is missing, the language's own in CLDR is right. */
interface Patterns {
  readonly locale: string;
  readonly day?: string;
  readonly weekday?: string;
  readonly dayAndMonth?: string;
  readonly shortDay?: string;
  readonly month?: string;
  /** Of the heads of a calendar; `short` unless that is not short at all. */
  readonly weekdays?: 'narrow';
}

const PATTERNS: Readonly<Record<string, Patterns>> = {
  en: {
    locale: 'en-GB',
    day: 'd MMMM yyyy',
    weekday: 'cccc, d MMMM yyyy',
    dayAndMonth: 'd MMMM',
    shortDay: 'd MMM',
    month: 'LLLL yyyy',
  },
  uk: {
    locale: 'uk',
    day: "d MMMM yyyy 'року'",
    weekday: "cccc, d MMMM yyyy 'року'",
    dayAndMonth: 'd MMMM',
    shortDay: 'd MMM',
    month: 'LLLL yyyy',
  },
  he: { locale: 'he', weekdays: 'narrow' },
};

const made = new Map<string, Dates>();

/** The dates of a language (BCP 47) in an IANA zone. Each day and moment is formatted once in the life of the process. */
export function datesOf(language: string, timeZone: string): Dates {
  const key = `${language} ${timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const dates = makeDates(language, timeZone);
  made.set(key, dates);
  return dates;
}

function makeDates(language: string, zone: string): Dates {
  const patterns = PATTERNS[primarySubtag(language)];
  const locale = patterns?.locale ?? language;
  const { firstDay: firstWeekday } = new Intl.Locale(locale).getWeekInfo();
  const name = remember((key: string) => {
    const [token = '', day = ''] = key.split(' ');
    return DateTime.fromISO(day, { zone: 'utc', locale }).toFormat(token);
  });
  const format = (day: string, pattern: string | undefined, otherwise: Intl.DateTimeFormatOptions): string => {
    if (pattern !== undefined) return inPattern(day, pattern, name);
    // A day has no zone: UTC leaves it where it stands.
    const date = DateTime.fromISO(day, { zone: 'utc', locale });
    return date.toLocaleString(otherwise);
  };
  const dayOf = remember((day: string) => format(day, patterns?.day, DateTime.DATE_FULL));
  const clock = zoneOf(zone);
  // What the wall shows there, as if it were UTC.
  const local = remember((epoch: number) => new Date(epoch + clock.offset(epoch) * 60_000).toISOString());
  const calendarDay = (moment: Moment): string => local(moment.epoch).slice(0, 10);
  const time = (moment: Moment): string => local(moment.epoch).slice(11, 16);
  const day = (moment: Moment): string => dayOf(calendarDay(moment));
  return {
    day,
    time,
    dateTime: (moment) => (moment.dateOnly ? day(moment) : `${day(moment)}, ${time(moment)}`),
    calendarDay,
    dayOf,
    weekdayOf: remember((of: string) => format(of, patterns?.weekday, DateTime.DATE_HUGE)),
    dayAndMonthOf: remember((of: string) => format(of, patterns?.dayAndMonth, { day: 'numeric', month: 'long' })),
    shortDayOf: remember((of: string) => format(of, patterns?.shortDay, { day: 'numeric', month: 'short' })),
    monthOf: remember((month: string) => format(month, patterns?.month, { month: 'long', year: 'numeric' })),
    monthNameOf: remember((month: string) => format(month, 'LLLL', {})),
    weekdays: weekdaysFrom(firstWeekday, Info.weekdays(patterns?.weekdays ?? 'short', { locale })),
    firstWeekday,
  };
}

/**
 * A day, `2025-07-04`, or month in a pattern of luxon's. Put together of names that come back, `MMMM` of a July or `cccc`
 * of a Friday, since an archive has thousands of days and twelve months.
 */
function inPattern(day: string, pattern: string, name: (tokenAndDay: string) => string): string {
  const [year = '', month = '01', date = '01'] = day.split('-');
  return pattern.replace(/'([^']*)'|[a-zA-Z]+/g, (token: string, text: string | undefined) => {
    if (text !== undefined) return text;
    if (token === 'yyyy') return year;
    if (token === 'd') return String(Number(date));
    // The third of January 2000 was a Monday.
    const weekday = (new Date(`${year}-${month}-${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    return name(token === 'cccc' ? `cccc 2000-01-0${3 + weekday}` : `${token} 2000-${month}-01`);
  });
}

function weekdaysFrom(first: number, mondayFirst: readonly string[]): readonly string[] {
  return [...mondayFirst.slice(first - 1), ...mondayFirst.slice(0, first - 1)];
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

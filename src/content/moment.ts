import { DateTime, FixedOffsetZone } from 'luxon';
import { zoneOf } from '../language/steady-zone.ts';
import type { Moment } from '../schema/moment.ts';

const FORM =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[ T]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/;

/**
 * The moment that a date in front matter names: a day, or a day and a time, without an offset in `zone` (an IANA name).
 * Undefined when the text has another form or the calendar has no such day. Where clocks are put forward, a time that
 * they leave out is moved on by as much; where they are put back, the first of two equal times is meant.
 */
export function parseMoment(text: string, zone: string): Moment | undefined {
  const match = FORM.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const date = {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  };
  if (date.year < 1000) return undefined;
  const own = zoneOf(zone);
  const offset = match[7] === undefined ? own : fixedZone(match[7]);
  const written = offset === undefined ? undefined : DateTime.fromObject(date, { zone: offset });
  if (!written?.isValid) return undefined;
  // Where clocks are put back an hour comes twice, and which one luxon takes depends on the day on which it is asked.
  const first = written.getPossibleOffsets()[0] ?? written;
  return momentOf(first.setZone(own), match[4] === undefined);
}

/** The moment at which what holds until a date in front matter ends: until Monday is until Monday is over. See `parseMoment`. */
export function parseEnd(text: string, zone: string): Moment | undefined {
  const moment = parseMoment(text, zone);
  if (!moment?.dateOnly) return moment;
  return momentOf(DateTime.fromMillis(moment.epoch, { zone: zoneOf(zone) }).plus({ days: 1 }), false);
}

/** The moment of an instant (milliseconds since 1970, UTC), told in `zone`. */
export function momentAt(epoch: number, zone: string): Moment {
  return momentOf(DateTime.fromMillis(epoch, { zone: zoneOf(zone) }), false);
}

function momentOf(time: DateTime, dateOnly: boolean): Moment {
  const iso = time.toISO({ suppressMilliseconds: true });
  if (iso === null) throw new RangeError(`not a moment: ${time.invalidExplanation}`);
  return { epoch: time.toMillis(), iso, dateOnly };
}

// The world's clocks run from 12 hours behind UTC to 14 ahead.
function fixedZone(offset: string): FixedOffsetZone | undefined {
  if (offset === 'Z') return FixedOffsetZone.utcInstance;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
  return Number(minutes ?? 0) < 60 && ahead >= -12 * 60 && ahead <= 14 * 60
    ? FixedOffsetZone.instance(ahead)
    : undefined;
}

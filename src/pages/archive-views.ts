import { datesOf } from '../language/dates.ts';
import { wordsOf } from '../language/words.ts';
import type { Entry } from '../publication/edition.ts';
import { periodPath, placePath } from './addresses.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import { daysKey, NO_TEXTS, periodKey, type Reach } from './reach.ts';
import type { SitePath } from './site-path.ts';
import type { ArchiveDaysView, ArchiveView, ArchiveYearView, DayView, MonthView, YearView } from './views.ts';

type ArchivePage = {
  readonly path: SitePath;
  readonly layout: 'archive' | 'archive-year' | 'archive-days';
  readonly view: () => ArchiveView | ArchiveYearView | ArchiveDaysView;
  readonly reach: Reach;
};

/** The archive of an edition: all years, each year, each month, each day, newest first within each. */
export function archivePages(context: PageContext): readonly ArchivePage[] {
  const days = [...context.edition.byDay].reverse();
  const months = groupDays(days, 7);
  const years = groupDays(days, 4);
  const archive = placePath(context.edition, 'archive');
  const within = (period: string, ...more: readonly string[]): Reach => ({
    ...NO_TEXTS,
    listings: [periodKey(context.edition, period), ...more],
  });
  // These link to the period before and the one after.
  const between = (period: string): Reach => within(period, daysKey(context.edition));
  return [
    { path: archive, layout: 'archive', view: () => archiveView(archive, years, context), reach: NO_TEXTS },
    ...[...years].map(([year, own]) => ({
      path: periodPath(context.edition, year),
      layout: 'archive-year' as const,
      view: () => yearView(year, own, context),
      reach: within(year),
    })),
    ...[...months].map(([month, own], i, all) => ({
      path: periodPath(context.edition, month),
      layout: 'archive-days' as const,
      view: () => daysView(month, own, { newer: all[i - 1]?.[0], older: all[i + 1]?.[0] }, context),
      reach: between(month),
    })),
    ...days.map((day, i) => ({
      path: periodPath(context.edition, day[0]),
      layout: 'archive-days' as const,
      view: () => daysView(day[0], [day], { newer: days[i - 1]?.[0], older: days[i + 1]?.[0] }, context),
      reach: between(day[0]),
    })),
  ];
}

type Day = readonly [string, readonly Entry[]];

function groupDays(days: readonly Day[], length: number): ReadonlyMap<string, readonly Day[]> {
  return Map.groupBy(days, ([day]) => day.slice(0, length));
}

const countOf = (days: readonly Day[]): number => days.reduce((sum, [, entries]) => sum + entries.length, 0);

function archiveView(path: SitePath, years: ReadonlyMap<string, readonly Day[]>, context: PageContext): ArchiveView {
  const views = [...years].map(
    ([year, days]): YearView => ({
      year,
      href: context.href(periodPath(context.edition, year)),
      count: countOf(days),
      months: [...groupDays(days, 7)].map(([month, own]) => monthView(month, own, context)).reverse(),
    }),
  );
  const words = wordsOf(context.edition.language);
  return {
    layout: 'archive',
    ...headView({ path, title: words.archive, description: words.archiveIntroduction }, context),
    years: views,
  };
}

function yearView(year: string, days: readonly Day[], context: PageContext): ArchiveYearView {
  const months = [...groupDays(days, 7)]
    .map(([month, own]) => ({
      ...monthView(month, own, context),
      days: own.map((day) => dayView(day, context)).reverse(),
    }))
    .reverse();
  const path = periodPath(context.edition, year);
  return {
    layout: 'archive-year',
    ...headView({ path, title: year }, context),
    year,
    count: countOf(days),
    months,
    archive: context.href(placePath(context.edition, 'archive')),
  };
}

interface Neighbours {
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

function daysView(
  period: string,
  days: readonly Day[],
  { newer, older }: Neighbours,
  context: PageContext,
): ArchiveDaysView {
  const path = periodPath(context.edition, period);
  const year = period.slice(0, 4);
  const month = period.slice(0, 7);
  const dates = datesOf(context.edition.language, context.publication.site.timeZone);
  const link = (to: string) => ({
    label: period === month ? dates.monthOf(to) : dates.dayOf(to),
    href: context.href(periodPath(context.edition, to)),
  });
  return {
    layout: 'archive-days',
    ...headView({ path, title: period === month ? dates.monthOf(period) : dates.weekdayOf(period) }, context),
    period,
    count: countOf(days),
    days: days.map((day) => ({
      ...dayView(day, context),
      items: day[1].toReversed().map((entry) => context.teaser(entry)),
    })),
    year: { label: year, href: context.href(periodPath(context.edition, year)) },
    ...(newer === undefined ? {} : { newer: link(newer) }),
    ...(older === undefined ? {} : { older: link(older) }),
    ...(period === month
      ? {}
      : { month: { label: dates.monthNameOf(month), href: context.href(periodPath(context.edition, month)) } }),
  };
}

function monthView(month: string, days: readonly Day[], context: PageContext): MonthView {
  return { month, href: context.href(periodPath(context.edition, month)), count: countOf(days) };
}

function dayView([day, entries]: Day, context: PageContext): DayView {
  return { day, href: context.href(periodPath(context.edition, day)), count: entries.length };
}

import { wordsOf } from '../language/words.ts';
import { dayOf, type Edition, type Entry } from '../publication/edition.ts';
import { placePath, searchBundlePath } from './addresses.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { SearchView } from './views.ts';

// From so many articles on, what is published with them is worth a reader's few requests more for an index of its own.
const WORTH_DIVIDING = 100;
// Pagefind takes memory for each, and starts from the first when one is corrected.
const MOST_TOGETHER = 3000;

/**
 * The published articles of an edition by the periods that are indexed together, both oldest first: years, `2025`; of a
 * year with very many articles its halves, quarters or months, the largest that are small enough. Of a newest period with
 * many articles the newest month is apart, `2026-07`, and of such a month the newest day, `2026-07-04`: what is published
 * touches few others then, however busy the publication is. A part of a year is named by where it begins, so `2026-07` may
 * be a month or half a year.
 */
export function searchableByPeriod(edition: Edition): ReadonlyMap<string, readonly Entry[]> {
  const published = edition.entries.filter(({ state }) => state === undefined);
  const periods = new Map(divide(published, [yearOf, partOfYear(6), partOfYear(3), monthOf]));
  const newest = published.at(-1);
  for (const partOf of [monthOf, dayOf]) {
    const [period, entries] = [...periods].at(-1) ?? [];
    if (!newest || period === undefined || entries === undefined || entries.length < WORTH_DIVIDING) break;
    const apart = partOf(newest);
    const from = entries.findIndex((entry) => partOf(entry) === apart);
    if (from > 0) periods.set(period, entries.slice(0, from)).set(apart, entries.slice(from));
  }
  return periods;
}

const yearOf = (entry: Entry): string => dayOf(entry).slice(0, '2026'.length);
const monthOf = (entry: Entry): string => dayOf(entry).slice(0, '2026-07'.length);

/** The first month of the part of its year that an article belongs to, where each has so many months: `2026-07`. */
const partOfYear =
  (months: number) =>
  (entry: Entry): string => {
    const month = Number(monthOf(entry).slice(-2));
    return `${yearOf(entry)}-${String(month - ((month - 1) % months)).padStart(2, '0')}`;
  };

/** Into periods of the first kind; what is too much for one, into periods of the next. */
function divide(
  entries: readonly Entry[],
  [periodOf = dayOf, ...smaller]: readonly ((entry: Entry) => string)[],
): readonly (readonly [period: string, entries: readonly Entry[]])[] {
  return [...Map.groupBy(entries, periodOf)].flatMap(([period, part]) =>
    part.length > MOST_TOGETHER && smaller.length > 0 ? divide(part, smaller) : [[period, part] as const],
  );
}

/** `/search/` of an edition. It says where the indexes are, and nothing of what is in them. */
export function searchView(context: PageContext): SearchView {
  const { edition } = context;
  const path = placePath(edition, 'search');
  return {
    layout: 'search',
    ...headView({ path, title: wordsOf(edition.language).search.title, noindex: true }, context),
    href: context.href(path),
    bundles: [...searchableByPeriod(edition).keys()].map((period) => context.href(searchBundlePath(edition, period))),
  };
}

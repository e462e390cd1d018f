import { wordsOf } from '../language/words.ts';
import { dayOf, type Edition, type Entry } from '../publication/edition.ts';
import { placePath, searchBundlePath } from './addresses.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { SearchView } from './views.ts';

// From so many articles on, what is published with them is worth a reader's few requests more for an index of its own.
const WORTH_DIVIDING = 100;

/**
 * The published articles of an edition by the periods that are indexed together, both oldest first: years, `2025`; of a
 * newest year with many articles the newest month apart, `2026-07`; of such a month the newest day, `2026-07-04`. What is
 * published touches few others then, however busy the publication is.
 */
export function searchableByPeriod(edition: Edition): ReadonlyMap<string, readonly Entry[]> {
  const published = edition.entries.filter(({ state }) => state === undefined);
  const periods = Map.groupBy(published, (entry) => dayOf(entry).slice(0, 4));
  const newest = published.at(-1);
  for (const length of ['2026-07'.length, '2026-07-04'.length]) {
    const [period, entries] = [...periods].at(-1) ?? [];
    if (!newest || period === undefined || entries === undefined || entries.length < WORTH_DIVIDING) break;
    const apart = dayOf(newest).slice(0, length);
    const from = entries.findIndex((entry) => dayOf(entry).startsWith(apart));
    if (from > 0) periods.set(period, entries.slice(0, from)).set(apart, entries.slice(from));
  }
  return periods;
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

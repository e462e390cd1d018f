import { wordsOf } from '../language/words.ts';
import { dayOf, type Edition, type Entry } from '../publication/edition.ts';
import { placePath, searchBundlePath } from './addresses.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { SearchView } from './views.ts';

// So many articles in the newest year make it worth a reader's few requests more to index its newest month apart.
const WORTH_DIVIDING = 100;

/**
 * The published articles of an edition by the periods that are indexed together, both oldest first: years, `2025`, and
 * of a newest year with many articles its newest month apart, `2026-07`. What is published touches few others then.
 */
export function searchableByPeriod(edition: Edition): ReadonlyMap<string, readonly Entry[]> {
  const published = edition.entries.filter(({ state }) => state === undefined);
  const periods = Map.groupBy(published, (entry) => dayOf(entry).slice(0, 4));
  const [newestYear, ofYear] = [...periods].at(-1) ?? [];
  const newest = ofYear?.at(-1);
  if (newestYear === undefined || newest === undefined || ofYear === undefined || ofYear.length < WORTH_DIVIDING)
    return periods;
  const month = dayOf(newest).slice(0, 7);
  const from = ofYear.findIndex((entry) => dayOf(entry).startsWith(month));
  if (from > 0) periods.set(newestYear, ofYear.slice(0, from)).set(month, ofYear.slice(from));
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

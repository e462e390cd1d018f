import { wordsOf } from '../language/words.ts';
import type { Edition, Entry } from '../publication/edition.ts';
import { placePath, searchBundlePath } from './addresses.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { SearchView } from './views.ts';

/** The published articles of an edition by their years, both oldest first. */
export function searchableByYear(edition: Edition): ReadonlyMap<string, readonly Entry[]> {
  const published = edition.entries.filter(({ state }) => state === undefined);
  return Map.groupBy(published, ({ article }) => article.date.iso.slice(0, 4));
}

/** `/search/` of an edition. It says where the indexes are, and nothing of what is in them. */
export function searchView(context: PageContext): SearchView {
  const { edition } = context;
  const path = placePath(edition, 'search');
  return {
    layout: 'search',
    ...headView({ path, title: wordsOf(edition.language).search.title, noindex: true }, context),
    href: context.href(path),
    bundles: [...searchableByYear(edition).keys()].map((year) => context.href(searchBundlePath(edition, year))),
  };
}

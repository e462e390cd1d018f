import type { ContentPath } from '../content/article.ts';
import type { Edition, Entry } from '../publication/edition.ts';
import type { ListingSubject } from './addresses.ts';

/**
 * What a page or file takes from articles, beyond what the publication is otherwise: with it a build can tell, without
 * looking closer, that the same would come out as the last time.
 *
 * `about` an article: from its file, from its neighbours and older ones, and from what its file names.
 * `texts` of these articles, and whatever articles say of themselves: all of them, or those of one `listing`; but nothing
 * that the clock decides.
 */
export type Reach =
  | { readonly about: ContentPath }
  | { readonly texts: () => readonly ContentPath[]; readonly listing?: string };

/** Of pages that show what articles say of themselves, and no text of any. */
export const NO_TEXTS: Reach = { texts: () => [] };

/** How a listing is called in a Reach. */
export function listingKey(edition: Edition, subject: ListingSubject, id: string): string {
  return `${edition.language} ${subject} ${id}`;
}

/** The listings that an article stands in. */
export function listingsOf({ article, tags }: Entry, edition: Edition): readonly string[] {
  const { authors, section, series } = article;
  return [
    ...tags.map((slug) => listingKey(edition, 'tag', slug)),
    ...authors.map((id) => listingKey(edition, 'author', id)),
    ...(section === undefined ? [] : [listingKey(edition, 'section', section)]),
    ...(series === undefined ? [] : [listingKey(edition, 'series', series)]),
  ];
}

import type { ContentPath } from '../content/article.ts';
import { dayOf, type Edition, type Entry } from '../publication/edition.ts';
import type { ListingSubject } from './addresses.ts';

/**
 * What a page or file takes from articles, beyond what the publication is otherwise: with it a build can tell, without
 * looking closer, that the same would come out as the last time.
 *
 * `about` an article: from its file, from its neighbours and older ones, and from what its file names.
 * `texts` of these articles, and whatever articles say of themselves: all of them, or those of these `listings`; but
 * nothing that the clock decides.
 */
export type Reach =
  | { readonly about: ContentPath }
  | { readonly texts: () => readonly ContentPath[]; readonly listings?: readonly string[] };

/** Of pages that show what articles say of themselves, and no text of any. */
export const NO_TEXTS: Reach = { texts: () => [] };

/** How a listing is called in a Reach. */
export function listingKey(edition: Edition, subject: ListingSubject, id: string): string {
  return `${edition.language} ${subject} ${id}`;
}

/** How the articles of a year, `2026`, a month, `2026-07`, or a day are called in a Reach. */
export function periodKey(edition: Edition, period: string): string {
  return `${edition.language} ${period}`;
}

/** How the list of the days that have articles is called in a Reach: not of what stands in them. */
export const daysKey = (edition: Edition): string => `${edition.language} days`;

/** The listings that an article stands in, its day, month and year among them. */
export function listingsOf(entry: Entry, edition: Edition): readonly string[] {
  const { authors, section, series } = entry.article;
  const day = dayOf(entry);
  return [
    ...entry.tags.map((slug) => listingKey(edition, 'tag', slug)),
    ...authors.map((id) => listingKey(edition, 'author', id)),
    ...(section === undefined ? [] : [listingKey(edition, 'section', section)]),
    ...(series === undefined ? [] : [listingKey(edition, 'series', series)]),
    ...[day.slice(0, '2026'.length), day.slice(0, '2026-07'.length), day].map((period) => periodKey(edition, period)),
  ];
}

import type { ImportRules } from './import-rules.ts';

/** Where a link leads whose page does not come along; undefined when only its words stay. `day` is that of the text: 2019-10-09. */
export function lostLink(
  href: string,
  day: string,
  { lostLinks = 'leave', address }: Pick<ImportRules, 'lostLinks' | 'address'>,
): string | undefined {
  if (lostLinks === 'words') return undefined;
  if (lostLinks === 'leave' || address === undefined) return href;
  // https://web.archive.org leads from a day to the copy nearest to it.
  return `https://web.archive.org/web/${day.replaceAll('-', '')}/${new URL(href, address).href}`;
}

/** What the report says of such a link. */
export const LOST_LINK: Readonly<
  Record<NonNullable<ImportRules['lostLinks']>, readonly ['changed' | 'person', string]>
> = {
  leave: [
    'person',
    'a link leads to a page that does not come along; `lostLinks` of a mapping file says what becomes of all of them',
  ],
  archive: ['changed', 'a link to a page that does not come along leads to the Internet Archive now'],
  words: ['changed', 'a link to a page that does not come along is plain text now'],
};

const LISTING =
  /^\/(?:(?:section|tag|author|series)\/[^/]+|archive|tags|authors|corrections|search|\d{4}(?:\/\d\d){0,2})?\/?$|^\/(?:feed\.xml|atom\.xml|feed\.json|sitemap\.xml)$/;

/** Whether an address is one of the lists and feeds that every publication has. */
export const isListing = (address: string): boolean => LISTING.test(address);

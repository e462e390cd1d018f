import { type SafeXml, xml } from '../html/xml.ts';
import type { Alternate } from '../pages/part-views.ts';
import type { Moment } from '../schema/moment.ts';

/** A page in a sitemap. Addresses are absolute. */
export interface SitemapEntry {
  readonly address: string;
  /** When it last changed, where that is known. */
  readonly changed?: Moment;
  readonly images?: readonly string[];
  /** Every language of the page, this one included; empty where there is only one. */
  readonly languages?: readonly Alternate[];
}

// https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
const MOST_IMAGES = 1000;

export function urlMarkup({ address, changed, images = [], languages = [] }: SitemapEntry): SafeXml {
  return xml`<url>
<loc>${address}</loc>
${
  changed &&
  xml`<lastmod>${w3cDate(changed)}</lastmod>
`
}${languages.map(
  (other) => xml`<xhtml:link rel="alternate" hreflang="${other.language}" href="${other.address}"/>
`,
)}${images.slice(0, MOST_IMAGES).map(
  (image) => xml`<image:image><image:loc>${image}</image:loc></image:image>
`,
)}</url>
`;
}

// What stands around an address, and how long a character of it is at most, once it is escaped.
const AROUND = 200;
const ESCAPED = 9;

/** The markup of an entry takes no more bytes than this, if its addresses, unescaped, have no more characters. */
export function mostMarkup(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + AROUND + length * ESCAPED, 0);
}

export function sitemapMarkup(urls: readonly SafeXml[]): string {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`.markup;
}

export function indexMarkup(sitemaps: readonly SitemapEntry[]): string {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps.map(
  ({
    address,
    changed,
  }) => xml`<sitemap><loc>${address}</loc>${changed && xml`<lastmod>${w3cDate(changed)}</lastmod>`}</sitemap>
`,
)}</sitemapindex>
`.markup;
}

/** The W3C profile of ISO 8601: the day alone where only a day was written. */
export function w3cDate({ iso, dateOnly }: Moment): string {
  return dateOnly ? iso.slice(0, 10) : iso;
}

import type { Article, Page } from '../content/article.ts';
import { onceFor } from '../diagnostics/once-for.ts';
import type { Edition } from '../publication/edition.ts';
import { editionLanguage, editionLanguages } from '../publication/languages.ts';
import type { Site } from '../schema/site.ts';
import { type SitePath, sitePath } from './site-path.ts';

type Prefixed = Pick<Edition, 'prefix'>;

const prefixParts = ({ prefix }: Prefixed): string[] => (prefix === '' ? [] : [prefix.slice(1)]);

export const frontPath = (edition: Prefixed): SitePath => sitePath(...prefixParts(edition));

/** `/archive/`, `/tags/`, `/authors/`, `/corrections/`: what every edition has once. */
export const placePath = (
  edition: Prefixed,
  place: 'archive' | 'tags' | 'authors' | 'corrections' | 'search',
): SitePath => sitePath(...prefixParts(edition), place);

/** Where all indexes of the search stand, and nothing else. */
export const SEARCH_FILES = sitePath('pagefind');

/** `/pagefind/en/2025/`, `/pagefind/en/2026-07/`: the search index of an edition and a period, see searchableByPeriod. */
export const searchBundlePath = ({ language }: Pick<Edition, 'language'>, period: string): SitePath =>
  sitePath('pagefind', language.toLowerCase(), period);

export type ListingSubject = 'section' | 'tag' | 'author' | 'series';

/** `/tag/energy/`, and `/tag/energy/page/7/` for a numbered page of it. */
export function listingPath(edition: Prefixed, subject: ListingSubject, id: string, number?: number): SitePath {
  return sitePath(...prefixParts(edition), subject, id, ...(number === undefined ? [] : ['page', String(number)]));
}

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

const FEED_NAMES: Readonly<Record<FeedFormat, string>> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' };

/** `/feed.xml`, `/atom.xml` or `/feed.json` of an edition. */
export const feedPath = (edition: Prefixed, format: FeedFormat): SitePath =>
  sitePath(...prefixParts(edition), FEED_NAMES[format]);

/** `/tag/energy/feed.xml` */
export const listingFeedPath = (edition: Prefixed, subject: ListingSubject, id: string): SitePath =>
  sitePath(...prefixParts(edition), subject, id, FEED_NAMES.rss);

/** `/2025/`, `/2025/07/` or `/2025/07/04/`, of `2025`, `2025-07` or `2025-07-04`. */
export const periodPath = (edition: Prefixed, period: string): SitePath =>
  sitePath(...prefixParts(edition), ...period.split('-'));

/** Address of an article: the publication's pattern, the day read in its zone. */
export function articlePath(article: Pick<Article, 'date' | 'slug' | 'section' | 'language'>, site: Site): SitePath {
  const [year = '', month = '', day = ''] = article.date.iso.slice(0, 10).split('-');
  const { parts, sections } = patternOf(site);
  const { slug } = article;
  // A section that does not exist has a diagnostic; whatever text it is must not get into an address.
  const section = article.section !== undefined && sections.has(article.section) ? article.section : 'news';
  const values: Readonly<Record<string, string>> = { year, month, day, slug, section };
  const filled = parts.map((part) => part.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole));
  return sitePath(
    ...prefixParts({ prefix: prefixOf(article.language, site) }),
    ...filled.filter((part) => part !== ''),
  );
}

const patternOf = onceFor((site: Site) => ({
  parts: site.permalinks.article.split('/'),
  sections: new Set(site.sections.map(({ slug }) => slug)),
}));

/** The file beside an article's page that says how others may show it. https://oembed.com */
export const OEMBED_FILE = 'oembed.json';

/** `/2025/07/04/storm/versions/`, of the address of an article. */
export const versionsPath = (article: SitePath): SitePath => `${article}versions/` as SitePath;

export function pagePath(page: Pick<Page, 'folders' | 'slug' | 'language'>, site: Site): SitePath {
  return sitePath(...prefixParts({ prefix: prefixOf(page.language, site) }), ...page.folders, page.slug);
}

/** What the addresses of a language begin with. */
export function prefixOf(language: string, site: Site): string {
  const prefixes = prefixesOf(site);
  let prefix = prefixes.get(language);
  if (prefix === undefined) {
    const languages = editionLanguages(site);
    const edition = editionLanguage(language, languages);
    prefix = edition === languages[0] ? '' : `/${edition.toLowerCase()}`;
    prefixes.set(language, prefix);
  }
  return prefix;
}

const prefixesOf = onceFor((_: Site) => new Map<string, string>());

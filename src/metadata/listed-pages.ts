import { frontPath, type ListingSubject, listingPath, pagePath, periodPath, placePath } from '../pages/addresses.ts';
import { frontAlternates, languagesOf } from '../pages/alternates.ts';
import { numberPages } from '../pages/numbering.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { SitePath } from '../pages/site-path.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import { dayOf, type Edition, type Entry } from '../publication/edition.ts';
import { lastChange, latest } from './last-change.ts';
import type { SitemapEntry } from './sitemap-markup.ts';

/**
 * Every page of an edition that is no article, for search engines. What lists articles changed when the newest of their
 * changes did; what only counts them, when the newest appeared; where that cannot be known (a biography, a page about
 * the newsroom) nothing is said.
 */
export function pageEntries(
  context: PageContext,
  groups: TranslationGroups,
  editions: readonly Edition[],
): readonly SitemapEntry[] {
  const { edition, publication } = context;
  const entries = publishedOf(edition.entries);
  const days = [...edition.byDay].map(([day, own]) => [day, publishedOf(own)] as const);
  const periods = (length: number) => Map.groupBy(edition.entries, (entry) => dayOf(entry).slice(0, length));
  const at = (path: SitePath, changed?: SitemapEntry['changed']): SitemapEntry => ({
    address: context.absolute(path),
    ...(changed ? { changed } : {}),
  });
  const corrections = entries.flatMap(({ article }) => article.corrections.map(({ date }) => date));
  return [
    { ...at(frontPath(edition), changeOf(entries)), languages: frontAlternates(editions, context) },
    ...listingsOf(context).map(([path, own]) => at(path, changeOf(own))),
    at(placePath(edition, 'archive'), newestOf(entries)),
    ...[...periods(4)].map(([year, own]) => at(periodPath(edition, year), newestOf(publishedOf(own)))),
    ...[...periods(7)].map(([month, own]) => at(periodPath(edition, month), changeOf(publishedOf(own)))),
    ...days.map(([day, own]) => at(periodPath(edition, day), changeOf(own))),
    at(placePath(edition, 'tags'), newestOf(entries)),
    at(placePath(edition, 'authors')),
    at(placePath(edition, 'corrections'), latest(corrections)),
    ...edition.pages
      .filter((page) => !page.noindex && !page.draft)
      .map((page) => ({
        ...at(pagePath(page, publication.site)),
        languages: languagesOf(page, groups, context),
      })),
  ];
}

function listingsOf({ edition, publication }: PageContext): readonly (readonly [SitePath, readonly Entry[]])[] {
  const { sections, listings } = publication.site;
  const own = sections.filter(({ slug }) => edition.prefix === '' || edition.bySection.has(slug));
  const subjects: readonly (readonly [ListingSubject, string, readonly Entry[]])[] = [
    ...own.map(({ slug }) => ['section', slug, edition.bySection.get(slug) ?? []] as const),
    ...[...edition.byTag].map(([slug, entries]) => ['tag', slug, entries] as const),
    ...[...edition.byAuthor].map(([id, entries]) => ['author', id, entries] as const),
    ...[...edition.bySeries].map(([id, entries]) => ['series', id, entries] as const),
  ];
  return subjects.flatMap(([subject, id, entries]) => {
    const pages = numberPages(entries, listings.size);
    const sealed = Array.from({ length: pages.sealed }, (_, i) => i + 1);
    return [
      [listingPath(edition, subject, id), publishedOf(pages.newest)] as const,
      ...sealed.map((number) => [listingPath(edition, subject, id, number), publishedOf(pages.page(number))] as const),
    ];
  });
}

const publishedOf = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ state }) => state === undefined);
const changeOf = (entries: readonly Entry[]) => latest(entries.map(({ article }) => lastChange(article)));
const newestOf = (entries: readonly Entry[]) => latest(entries.map(({ article }) => article.date));

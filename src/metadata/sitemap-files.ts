import { isListed } from '../pages/alternates.ts';
import type { PageContext } from '../pages/page-context.ts';
import { periodKey } from '../pages/reach.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import { dayOf } from '../publication/edition.ts';
import { latest } from './last-change.ts';
import { byAge, listedArticle } from './listed-articles.ts';
import { pageEntries } from './listed-pages.ts';
import { MachineFile } from './machine-file.ts';
import { newsOf, newsSitemap } from './news-sitemap.ts';
import { indexMarkup } from './sitemap-markup.ts';
import { listed, splitSitemap } from './split-sitemap.ts';

export const SITEMAP_INDEX = '/sitemap.xml';

/** The index and every sitemap that it names: the articles year by year, the other pages, the news. One set for all editions. */
export function sitemapFiles(contexts: readonly PageContext[], groups: TranslationGroups): readonly MachineFile[] {
  const [main] = contexts;
  if (!main) return [];
  const editions = contexts.map(({ edition }) => edition);
  const articles = contexts.flatMap((context) =>
    context.edition.entries.filter(isListed).map((entry) => ({ entry, context })),
  );
  // Oldest first, so that a part that is full stays as it is.
  articles.sort((a, b) => byAge(a.entry.article, b.entry.article));
  const years = Map.groupBy(articles, ({ entry }) => dayOf(entry).slice(0, 4));
  const newest = latest(newsOf(contexts).map(({ entry }) => entry.article.date));
  const sitemaps = [
    ...splitSitemap(
      'sitemap-pages',
      contexts.flatMap((context) => pageEntries(context, groups, editions).map(listed)),
    ),
    { file: new MachineFile('/sitemap-news.xml', () => newsSitemap(contexts)), ...(newest ? { changed: newest } : {}) },
    ...[...years].flatMap(([year, own]) =>
      splitSitemap(
        `sitemap-${year}`,
        own.map(({ entry, context }) => listedArticle(entry, groups, context)),
        {
          reach: {
            // What it says of these follows from others, too.
            texts: () => own.map(({ entry }) => entry.article.source).filter((source) => groups.has(source)),
            listings: editions.map((edition) => periodKey(edition, year)),
          },
        },
      ),
    ),
  ];
  const index = sitemaps.map(({ file, changed }) => ({
    address: `${main.base.origin}${main.base.base}${file.address}`,
    ...(changed ? { changed } : {}),
  }));
  return [new MachineFile(SITEMAP_INDEX, () => indexMarkup(index)), ...sitemaps.map(({ file }) => file)];
}

import { xml } from '../html/xml.ts';
import { primarySubtag } from '../language/language.ts';
import { isListed } from '../pages/alternates.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { Entry } from '../publication/edition.ts';
import { byAge } from './listed-articles.ts';
import { w3cDate } from './sitemap-markup.ts';

// https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
export const NEWS_HOURS = 48;
const MOST = 1000;

/** Articles of the last two days by the publication's clock, newest first. What is paid for is no news and is not among them. */
export function newsOf(contexts: readonly PageContext[]): readonly { entry: Entry; context: PageContext }[] {
  return contexts
    .flatMap((context) => {
      const since = context.publication.now - NEWS_HOURS * 3_600_000;
      return context.edition.entries
        .filter((entry) => entry.article.date.epoch >= since && entry.article.kind !== 'sponsored' && isListed(entry))
        .map((entry) => ({ entry, context }));
    })
    .sort((a, b) => byAge(b.entry.article, a.entry.article))
    .slice(0, MOST);
}

/** Google's sitemap for news. Empty on a quiet weekend, which is allowed. */
export function newsSitemap(contexts: readonly PageContext[]): string {
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${newsOf(contexts).map(
  ({ entry: { article }, context }) => xml`<url>
<loc>${context.absolute(context.pathOf(article.source))}</loc>
<news:news>
<news:publication><news:name>${context.publication.site.name}</news:name><news:language>${newsLanguage(article.language)}</news:language></news:publication>
<news:publication_date>${w3cDate(article.date)}</news:publication_date>
<news:title>${article.title}</news:title>
</news:news>
</url>
`,
)}</urlset>
`.markup;
}

/** ISO 639; Chinese is told apart by its script. */
function newsLanguage(tag: string): string {
  const language = primarySubtag(tag);
  if (language !== 'zh') return language;
  return new Intl.Locale(tag).maximize().script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

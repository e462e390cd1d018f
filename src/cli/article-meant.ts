import path from 'node:path';
import type { ContentPath } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { slugInName } from '../content/slug-of-file.ts';
import { articlePath } from '../pages/addresses.ts';
import { findArticle, type NamedArticle } from '../record/find-article.ts';
import { UsageError } from './options.ts';

/** What a usage says of ARTICLE. */
export const ARTICLE_HELP = '  ARTICLE          its file, its address, or its slug';

/** The file of the article that a person names; `removed` are those that only git knows. @throws UsageError for none, or for several */
export function articleMeant(
  written: string,
  folder: string,
  content: Content,
  removed: Iterable<ContentPath> = [],
): ContentPath {
  const found = findArticle(written, folder, namedArticles(content, removed));
  if ('source' in found) return found.source;
  const named = (source: ContentPath) => path.join(folder, source);
  if ('several' in found)
    throw new UsageError(
      `several articles are called ${written}, name the file:\n  ${found.several.map(named).join('\n  ')}`,
    );
  const cure =
    found.nearest === undefined ? 'name its file, its address or its slug' : `did you mean ${named(found.nearest)}?`;
  throw new UsageError(`there is no article ${written}: ${cure}`);
}

// One with errors, or removed, is known by its file's name alone.
function namedArticles({ articles, site, files }: Content, removed: Iterable<ContentPath>): readonly NamedArticle[] {
  const named = new Map<ContentPath, NamedArticle>();
  for (const source of [...files.byKind.article, ...removed])
    named.set(source, { source, slug: slugInName(source, site?.language ?? 'en') });
  for (const article of articles)
    named.set(article.source, { ...article, address: site && articlePath(article, site) });
  return [...named.values()];
}

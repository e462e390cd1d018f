import path from 'node:path';
import type { Article, ContentPath } from '../content/article.ts';
import { nearestPath } from '../diagnostics/known-paths.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** The article that a person means, or what to tell them. */
export type FoundArticle =
  | { readonly source: ContentPath }
  | { readonly several: readonly ContentPath[] }
  | { readonly nearest: string | undefined };

/**
 * Finds an article by what people have at hand: its file, from here, from content/ or from articles/ on; its address on
 * the site, whole or as a path; its slug, where no other article has it.
 */
export function findArticle(
  written: string,
  content: string,
  articles: readonly Pick<Article, 'source' | 'slug'>[],
  addressOf: (source: ContentPath) => string | undefined,
): FoundArticle {
  const sources = new Set(articles.map(({ source }) => source));
  const relative = path.relative(path.resolve(content), path.resolve(written)).replaceAll(path.sep, '/');
  for (const file of [relative, written, `articles/${written}`, `${relative}.md`, `articles/${written}.md`])
    if (sources.has(file)) return { source: file };

  const address = addressIn(written);
  const name = written.replace(/\/+$/, '').replace(/^.*\//, '').replace(/\.md$/, '');
  const bySlug: ContentPath[] = [];
  for (const { source, slug } of articles) {
    if (address !== undefined && addressOf(source) === address) return { source };
    if (slug === name && !written.includes('/')) bySlug.push(source);
  }
  const [only] = bySlug;
  if (only !== undefined) return bySlug.length === 1 ? { source: only } : { several: bySlug };
  const slugs = new Map(articles.map(({ source, slug }) => [slug, source]));
  const alike = nearest(name, slugs.keys());
  return { nearest: nearestPath(written, sources) ?? (alike === undefined ? undefined : slugs.get(alike)) };
}

/** `/2026/07/01/ferries/` of an address with or without host, fragment and last slash. */
function addressIn(written: string): string | undefined {
  const whole = URL.parse(written, 'https://site.invalid');
  if (!whole || !/^(?:https?:\/\/|\/)/.test(written)) return undefined;
  const name = decodeURI(whole.pathname);
  return name.endsWith('/') ? name : `${name}/`;
}

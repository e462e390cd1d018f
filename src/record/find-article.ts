import path from 'node:path';
import type { ContentPath } from '../content/article.ts';
import { nearestPath } from '../diagnostics/known-paths.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { decodeAddress } from '../html/decode-address.ts';

/** An article by all that people may call it. */
export interface NamedArticle {
  readonly source: ContentPath;
  readonly slug: string;
  /** None where the file has errors, or is there no more. */
  readonly address?: string | undefined;
}

/** The article that a person means, or what to tell them. */
export type FoundArticle =
  | { readonly source: ContentPath }
  | { readonly several: readonly ContentPath[] }
  | { readonly nearest: string | undefined };

/**
 * Finds an article by what people have at hand: its file, from here, from content/ or from articles/ on; its address on
 * the site, whole or as a path; its slug, where no other article has it.
 */
export function findArticle(written: string, content: string, articles: readonly NamedArticle[]): FoundArticle {
  const sources = new Set(articles.map(({ source }) => source));
  const relative = path.relative(path.resolve(content), path.resolve(written)).replaceAll(path.sep, '/');
  for (const file of [relative, written, `articles/${written}`, `${relative}.md`, `articles/${written}.md`])
    if (sources.has(file)) return { source: file };

  const wanted = addressIn(written);
  const name = written.replace(/\/+$/, '').replace(/^.*\//, '').replace(/\.md$/, '');
  const bySlug: ContentPath[] = [];
  for (const { source, slug, address } of articles) {
    if (wanted !== undefined && address === wanted) return { source };
    if (slug === name && !written.includes('/')) bySlug.push(source);
  }
  const [only] = bySlug;
  if (only !== undefined) return bySlug.length === 1 ? { source: only } : { several: bySlug.sort() };
  const slugs = new Map(articles.map(({ source, slug }) => [slug, source]));
  const alike = nearest(name, slugs.keys());
  return { nearest: nearestPath(written, sources) ?? (alike === undefined ? undefined : slugs.get(alike)) };
}

/** `/2026/07/01/ferries/` of an address with or without host, fragment and last slash. */
function addressIn(written: string): string | undefined {
  const whole = URL.parse(written, 'https://site.invalid');
  if (!whole || !/^(?:https?:\/\/|\/)/.test(written)) return undefined;
  const name = decodeAddress(whole.pathname);
  return name.endsWith('/') ? name : `${name}/`;
}

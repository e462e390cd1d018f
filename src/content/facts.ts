import { hash } from 'node:crypto';
import type { Article } from './article.ts';

/**
 * Changes with all that an article says but the words of its text: with everything that checks, listings and the pages of
 * other articles take from it. On which line something stands does not count.
 */
export function factsOf({ body, ...article }: Omit<Article, 'facts'>): string {
  const { words: _, links, posts, ...digest } = body;
  const hrefs = links.map(({ href }) => href);
  const embeds = posts.map(({ line: _, ...post }) => post);
  return hash('sha256', JSON.stringify([article, digest, hrefs, embeds]), 'base64url').slice(0, 22);
}

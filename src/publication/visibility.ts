import type { Article } from '../content/article.ts';

/** Why an article is not for readers at a moment (milliseconds since 1970, UTC); undefined when it is published. */
export function stateOf(article: Pick<Article, 'draft' | 'date'>, now: number): 'draft' | 'scheduled' | undefined {
  if (article.draft) return 'draft';
  return article.date.epoch > now ? 'scheduled' : undefined;
}

/** Whether a live report goes on at a moment (milliseconds since 1970, UTC). */
export function isRunning({ kind, ended }: Pick<Article, 'kind' | 'ended'>, now: number): boolean {
  return kind === 'live' && (ended === undefined || ended.epoch > now);
}

import type { Moment } from '../schema/moment.ts';
import type { FeedItem } from './feed-item.ts';

/** What a feed says of itself, before its format is chosen. Addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The page that the feed follows. */
  readonly page: string;
  readonly self: string;
  readonly publication: string;
  readonly home: string;
  readonly license?: string;
  readonly hub?: string;
  /** The publication's mark, PNG. */
  readonly icon?: string;
  /** Style sheet for browsers that open the feed. */
  readonly style: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** How many articles a feed holds. */
export const FEED_LENGTH = 30;

/** When the feed last changed: undefined as long as nothing is in it. */
export function changedAt({ items }: Feed): Moment | undefined {
  let last: Moment | undefined;
  for (const { updated } of items) if (last === undefined || updated.epoch > last.epoch) last = updated;
  return last;
}

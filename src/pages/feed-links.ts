import { FEED_FORMATS, type FeedFormat, feedPath, type ListingSubject, listingFeedPath } from './addresses.ts';
import type { PageContext } from './page-context.ts';
import type { FeedLink } from './part-views.ts';

/** What a listing's feed is about; a series is short and has none. */
export type FeedSubject = Exclude<ListingSubject, 'series'>;

export const hasFeed = (subject: ListingSubject): subject is FeedSubject => subject !== 'series';

export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, FeedLink['type']>;

const FORMAT_NAMES: Readonly<Record<FeedFormat, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

/** The feeds of an edition, for the head of every page. */
export function siteFeeds(context: PageContext): readonly FeedLink[] {
  const { name } = context.publication.site;
  return FEED_FORMATS.map((format) => ({
    type: FEED_TYPES[format],
    title: `${name} (${FORMAT_NAMES[format]})`,
    href: context.href(feedPath(context.edition, format)),
  }));
}

/** The feed of a section, tag or author. */
export function listingFeed(subject: FeedSubject, id: string, heading: string, context: PageContext): FeedLink {
  return {
    type: FEED_TYPES.rss,
    title: `${heading} – ${context.publication.site.name}`,
    href: context.href(listingFeedPath(context.edition, subject, id)),
  };
}

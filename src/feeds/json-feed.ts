import type { Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

/** JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(feed.description === '' ? {} : { description: feed.description }),
    ...(feed.icon === undefined ? {} : { icon: feed.icon }),
    authors: [{ name: feed.publication, url: feed.home }],
    language: feed.language,
    ...(feed.hub === undefined ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map(item),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function item({
  id,
  url,
  title,
  summary,
  language,
  published,
  updated,
  authors,
  categories,
  image,
  content,
}: FeedItem) {
  return {
    id,
    url,
    title,
    content_html: content,
    ...(summary === '' ? {} : { summary }),
    ...(image === undefined ? {} : { image: image.url }),
    date_published: published.iso,
    date_modified: updated.iso,
    ...(authors.length === 0 ? {} : { authors }),
    ...(categories.length === 0 ? {} : { tags: categories.map(({ label }) => label) }),
    language,
  };
}

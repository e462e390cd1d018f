import { z } from 'zod';
import { NotAnExport } from '../xml-entries.ts';
import { markupOf } from '../xml-markup.ts';
import type { Feed, FeedEntry } from './feed.ts';

const text = z.string().catch('');
const author = z.object({ name: text });
const item = z.object({
  url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  authors: z.array(author).catch([]),
  author: author.optional().catch(undefined),
  tags: z.array(z.string()).catch([]),
  attachments: z.array(z.object({ url: text, mime_type: text })).catch([]),
});
const feed = z.object({
  version: z.string().regex(/^https:\/\/jsonfeed\.org\/version\/1/),
  title: text,
  home_page_url: text,
  author: author.optional().catch(undefined),
  authors: z.array(author).catch([]),
  items: z.array(item),
});

/** Reads a JSON Feed of version 1 or 1.1. https://www.jsonfeed.org/version/1.1/ @throws NotAnExport */
export function readJsonFeed(source: string): Feed {
  const read = feed.safeParse(parsed(source));
  if (!read.success) throw new NotAnExport('the file is no JSON Feed: no `version`, or no `items`');
  const { title, home_page_url, items, ...own } = read.data;
  const people = own.authors.length > 0 ? own.authors : own.author ? [own.author] : [];
  return { title, url: home_page_url, entries: items.map((one) => entryOf(one, people)), forbidden: 0 };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new NotAnExport(`the file is not JSON: ${(error as Error).message}`);
  }
}

function entryOf(item: z.output<typeof feed>['items'][number], people: readonly { name: string }[]): FeedEntry {
  const own = item.authors.length > 0 ? item.authors : item.author ? [item.author] : people;
  const picture = item.image || item.banner_image;
  return {
    title: markupOf([item.title]),
    links: item.url === '' ? [] : [item.url],
    authors: own.map(({ name }) => name).filter((name) => name !== ''),
    categories: item.tags,
    date: item.date_published,
    updated: item.date_modified,
    content: item.content_html || markupOf([item.content_text]),
    summary: markupOf([item.summary]),
    ...(picture === '' ? {} : { picture: { url: picture, alt: '', caption: '', credit: '' } }),
    media: item.attachments.filter(({ mime_type }) => /^(?:audio|video)\//.test(mime_type)).map(({ url }) => url),
    comments: 0,
    line: 1,
  };
}

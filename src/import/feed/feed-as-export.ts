import { DateTime } from 'luxon';
import { slugOf } from '../../language/slug.ts';
import { plainText } from '../plain-text.ts';
import type { Wxr, WxrItem, WxrTerm } from '../wordpress/wxr.ts';
import type { Feed, FeedEntry } from './feed.ts';

const LONGEST_SUMMARY = 400;
const EMPTY: Omit<WxrItem, 'id' | 'type' | 'title' | 'link' | 'line'> = {
  ...{ status: 'publish', slug: '', creator: '', date: '', dateUtc: '', content: '', excerpt: '', parent: '0' },
  ...{ password: '', terms: [], meta: new Map(), comments: 0, attachmentUrl: '' },
};

/** A feed as the small export that it is: posts with their authors, categories, dates and pictures. */
export function feedAsExport(
  { title, url, entries, forbidden }: Feed,
  site: { readonly timeZone: string; readonly language: string },
): Wxr {
  const items = entries.flatMap((entry, i) => itemsOf(entry, i + 1, site));
  const front = url || (URL.parse(entries[0]?.links[0] ?? '')?.origin ?? '');
  return { feed: true, title: plainText(title), url: front, authors: [], parents: new Map(), items, forbidden };
}

/** The post, and the picture that it is shown with. */
function itemsOf(entry: FeedEntry, number: number, site: { timeZone: string; language: string }): readonly WxrItem[] {
  const { title, line, comments, picture, categories, authors } = entry;
  const [link = '', former] = entry.links.filter((address) => /^https?:\/\//.test(address));
  const moment = momentOf(entry.date, site.timeZone);
  const updated = momentOf(entry.updated, site.timeZone);
  const terms = (domain: string, names: readonly string[]): WxrTerm[] =>
    names.map((name) => ({ domain, slug: slugOf(plainText(name), site.language), name }));
  const shown = picture !== undefined && !entry.content.includes(nameOf(picture.url)) ? picture : undefined;
  const post: WxrItem = {
    ...EMPTY,
    ...{ id: String(number), type: 'post', title, link, line, comments },
    slug: slugIn(link),
    former: former === undefined || former === link ? [] : [former],
    date: moment?.toFormat('yyyy-MM-dd HH:mm:ss') ?? '',
    dateUtc: moment?.toUTC().toFormat('yyyy-MM-dd HH:mm:ss') ?? '',
    updated: moment && updated && updated > moment ? (updated.toISO({ suppressMilliseconds: true }) ?? '') : '',
    content: contentOf(entry),
    rendered: true,
    summaryOnly: entry.content === '',
    excerpt: standfirstOf(entry),
    terms: [...terms('author', authors), ...terms('category', categories)],
    meta: new Map(shown ? [['_thumbnail_id', `${number}p`]] : []),
  };
  if (!shown) return [post];
  const meta = new Map([
    ['_wp_attachment_image_alt', shown.alt],
    ['_media_credit', shown.credit],
  ]);
  return [
    post,
    {
      ...EMPTY,
      ...{ id: `${number}p`, type: 'attachment', title: '', link: '', line },
      attachmentUrl: shown.url,
      excerpt: shown.caption,
      meta,
    },
  ];
}

function contentOf({ content, summary, media }: FeedEntry): string {
  const players = media
    .filter((url) => !content.includes(url))
    .map((url) => `<audio src="${url.replaceAll('"', '%22')}"></audio>`);
  // WordPress closes each text of its feeds with a word of thanks to itself.
  const own = (content || summary).replace(
    /<p>\s*The post <a\b[^>]*>[^<]*<\/a> (?:first appeared|appeared first) on <a\b[^>]*>[^<]*<\/a>\.\s*<\/p>\s*$/i,
    '',
  );
  return [own, ...players].join('\n\n');
}

// What goes on for long is the text itself, and what breaks off was made by a machine.
function standfirstOf({ content, summary }: FeedEntry): string {
  const text = plainText(summary);
  return content === '' ||
    text.length > LONGEST_SUMMARY ||
    /(?:\[…\]|\[\.\.\.\]|…|\.\.\.|\[&#8230;\])\s*(?:The post .*)?$/.test(text)
    ? ''
    : text;
}

const nameOf = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1) ?? url;

function slugIn(link: string): string {
  const path = URL.parse(link)?.pathname.replace(/\/+$/, '') ?? '';
  return (path.split('/').at(-1) ?? '').replace(/\.\w{2,5}$/, '');
}

function momentOf(text: string, zone: string): DateTime | undefined {
  const read = [
    DateTime.fromRFC2822(text, { zone }),
    DateTime.fromISO(text, { zone }),
    DateTime.fromHTTP(text, { zone }),
  ];
  const found = read.find(({ isValid }) => isValid) ?? DateTime.fromMillis(Date.parse(text), { zone });
  return found.isValid ? found : undefined;
}

import type { Tweet } from '../content/article.ts';
import { safeUrl } from '../html/safe-url.ts';
import type { PageContext } from './page-context.ts';
import type { LinkView, TweetView } from './part-views.ts';

const ADDRESS = 'https?:\\/\\/\\S+';
// On X a mention and a hashtag lead where they say; elsewhere only a link knows.
const MARKS_ON_X = `${ADDRESS}|pic\\.(?:twitter|x)\\.com\\/\\w+|(?<![\\w@#&/])[@#][\\p{L}\\p{N}_]+`;

/** An archived post for a page: its text in pieces, with links, mentions and hashtags leading where they led. */
export function tweetView(tweet: Tweet, context: PageContext): TweetView | undefined {
  const href = safeUrl(tweet.url);
  const profile = safeUrl(profileOf(tweet));
  if (!href) return undefined;
  return {
    type: 'tweet',
    network: tweet.network ?? 'x',
    href,
    author: tweet.author,
    handle: tweet.handle,
    date: tweet.date,
    language: tweet.language ?? context.edition.language,
    text: piecesOf(tweet),
    media: tweet.media.flatMap((image) => context.picture(image) ?? []),
    deleted: tweet.deleted,
    ...(profile ? { profile } : {}),
    ...(tweet.archivedAt ? { archivedAt: tweet.archivedAt } : {}),
    ...(tweet.deletedOn ? { deletedOn: tweet.deletedOn } : {}),
  };
}

function profileOf({ network = 'x', handle, url }: Tweet): string {
  switch (network) {
    case 'x':
      return `https://x.com/${handle}`;
    case 'bluesky':
      return `https://bsky.app/profile/${handle}`;
    case 'telegram':
      return `https://t.me/${handle}`;
    case 'mastodon': {
      const [user = '', host = URL.parse(url)?.host ?? ''] = handle.split('@');
      return `https://${host}/@${user}`;
    }
  }
}

function piecesOf({ network = 'x', text, links }: Tweet): (string | LinkView)[] {
  const pieces: (string | LinkView)[] = [];
  const linked = new Set<string>();
  let end = 0;
  for (const match of text.matchAll(network === 'x' ? new RegExp(MARKS_ON_X, 'gu') : marksOf(links))) {
    const known = links.some(({ url }) => url === match[0]);
    const mark = match[0].startsWith('http') && !known ? match[0].replace(/[.,;:!?)\]}»”’…]+$/u, '') : match[0];
    const href = safeUrl(addressOf(mark, links));
    // Words that were a link are one where they first stand, not wherever they come again.
    if (!href || (!/^(?:https?:|[@#]|pic\.)/.test(mark) && linked.has(mark))) continue;
    linked.add(mark);
    if (match.index > end) pieces.push(text.slice(end, match.index));
    const link = links.find(({ url }) => url === mark || url === `https://${mark}`);
    pieces.push({ label: link?.display ?? mark, href });
    end = match.index + mark.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** What is a link in a post elsewhere than on X: the words that its links name, and addresses. */
function marksOf(links: Tweet['links']): RegExp {
  const words = links
    .filter(({ url, expanded }) => url !== '' && expanded !== undefined)
    .map(({ url }) => url.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .sort((a, b) => b.length - a.length);
  return new RegExp([...words, ADDRESS].join('|'), 'gu');
}

function addressOf(mark: string, links: Tweet['links']): string {
  const url = mark.startsWith('pic.') ? `https://${mark}` : mark;
  const link = links.find((candidate) => candidate.url === mark || candidate.url === url);
  if (link?.expanded !== undefined) return link.expanded;
  if (mark.startsWith('@')) return `https://x.com/${mark.slice(1)}`;
  if (mark.startsWith('#')) return `https://x.com/hashtag/${encodeURIComponent(mark.slice(1))}`;
  return url;
}

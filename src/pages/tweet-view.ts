import type { Tweet } from '../content/article.ts';
import { safeUrl } from '../html/safe-url.ts';
import type { PageContext } from './page-context.ts';
import type { LinkView, TweetView } from './views.ts';

const MARKS = /https?:\/\/\S+|pic\.(?:twitter|x)\.com\/\w+|(?<![\w@#&/])[@#][\p{L}\p{N}_]+/gu;

/** An archived post for a page: its text in pieces, with links, mentions and hashtags leading where they led. */
export function tweetView(tweet: Tweet, context: PageContext): TweetView | undefined {
  const href = safeUrl(tweet.url);
  const profile = safeUrl(`https://x.com/${tweet.handle}`);
  if (!href) return undefined;
  return {
    type: 'tweet',
    network: 'x',
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

function piecesOf({ text, links }: Tweet): (string | LinkView)[] {
  const pieces: (string | LinkView)[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const mark = match[0].startsWith('http') ? match[0].replace(/[.,;:!?)\]}»”’…]+$/u, '') : match[0];
    const href = safeUrl(addressOf(mark, links));
    if (!href) continue;
    if (match.index > end) pieces.push(text.slice(end, match.index));
    const link = links.find(({ url }) => url === mark || url === `https://${mark}`);
    pieces.push({ label: link?.display ?? mark, href });
    end = match.index + mark.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function addressOf(mark: string, links: Tweet['links']): string {
  if (mark.startsWith('@')) return `https://x.com/${mark.slice(1)}`;
  if (mark.startsWith('#')) return `https://x.com/hashtag/${encodeURIComponent(mark.slice(1))}`;
  const url = mark.startsWith('pic.') ? `https://${mark}` : mark;
  const link = links.find((candidate) => candidate.url === mark || candidate.url === url);
  return link?.expanded ?? url;
}

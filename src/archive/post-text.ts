import MarkdownParser from 'markdown-it';
import type { TweetSource } from '../schema/tweet.ts';

type Links = NonNullable<TweetSource['links']>;

const { utils } = new MarkdownParser();
const ANCHOR = /<a\s[^<>]*?\bhref="([^"<>]*)"[^<>]*>([\s\S]*?)<\/a>/gi;

/** Text and links of a post whose network gives it as HTML: paragraphs and breaks become line ends. */
export function postText(markup: string): { readonly text: string; readonly links: Links } {
  const links = new Map<string, Links[number]>();
  for (const [, href = '', words = ''] of markup.matchAll(ANCHOR)) {
    const url = plain(words);
    const expanded = decode(href);
    if (url !== '' && /^https?:\/\//i.test(expanded) && !links.has(url))
      links.set(url, url === expanded ? { url } : { url, expanded });
  }
  return { text: plain(markup), links: [...links.values()] };
}

function plain(markup: string): string {
  const lines = markup
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*(?=<p\b)/gi, '\n\n');
  return decode(lines.replace(/<[^>]*>/g, ''))
    .replace(/ *\n */g, '\n')
    .trim();
}

// markdown-it resolves backslash escapes along with entities, and HTML has none.
function decode(markup: string): string {
  return utils.unescapeAll(markup.replaceAll('\\', '\\\\'));
}

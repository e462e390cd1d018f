import { DateTime } from 'luxon';
import type { MarkdownIt, StateBlock } from 'markdown-it';
import type { TweetSource } from '../schema/tweet.ts';
import type { PostEmbed } from './body.ts';
import { embedAt } from './embeds.ts';
import { envOf } from './environment.ts';

type Utils = Pick<MarkdownIt, 'utils'>;

const OPENING = /^<blockquote\s[^<>]{0,400}?\btwitter-(?:tweet|video)\b/i;
const CLOSING = /<\/blockquote>/i;
const SCRIPT = /^\s*<script\b[^>]*\bsrc=["']?(?:https?:)?\/\/platform\.(?:twitter|x)\.com\/[^>]*>\s*<\/script>\s*$/i;
const MOST_LINES = 80;
const MOST_CHARACTERS = 8000;

const PARAGRAPH = /<p\b[^<>]*>/i;
const LANGUAGE = /\blang=["']?([\w-]+)/i;
const ANCHOR = /<a\s[^<>]*?\bhref=["']([^"'<>]*)["'][^<>]*>([^<]*)<\/a>/gi;
const SIGNATURE = /(?:—|&mdash;|&#8212;|&#x2014;)\s*([^<>]{0,100}?)\s*\(@?(\w{1,30})\)/i;

/** Block rule: a post as the network's own embed code gives it, blank lines within and its script included. */
export function pastedTweet(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!state.md.options.html || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (state.src.charCodeAt(startOf(state, startLine)) !== 0x3c || !OPENING.test(lineOf(state, startLine))) return false;
  let end = startLine;
  while (!CLOSING.test(lineOf(state, end))) {
    end++;
    if (end >= endLine || end - startLine > MOST_LINES) return false;
  }
  const [quote = '', rest = ''] = state.getLines(startLine, end + 1, state.blkIndent, false).split(CLOSING, 2);
  const env = envOf(state);
  const alone = quote.length <= MOST_CHARACTERS && (rest.trim() === '' || SCRIPT.test(rest));
  const post = alone ? readEmbedCode(quote, state.md) : undefined;
  if (post === undefined) return false;
  if (silent) return true;
  const token = state.push('embed', '', 0);
  token.map = [startLine, end + 1];
  token.meta = { part: { ...post, line: env.firstLine + startLine } };
  const next = state.skipEmptyLines(end + 1);
  state.line = next < endLine && SCRIPT.test(lineOf(state, next)) ? next + 1 : end + 1;
  return true;
}

/** The post that embed code shows, rebuilt from what it says; undefined where it does not say which post it is. */
export function readEmbedCode(
  markup: string,
  md: Utils,
): (Omit<PostEmbed, 'line'> & { readonly snapshot: TweetSource }) | undefined {
  const permalink = Array.from(markup.matchAll(ANCHOR)).at(-1);
  const post = embedAt(decode(permalink?.[1] ?? '', md));
  const [, name = '', handle = ''] = SIGNATURE.exec(markup) ?? [];
  const paragraph = PARAGRAPH.exec(markup);
  if (post?.type !== 'post' || post.network !== 'x' || handle === '' || paragraph === null) return undefined;
  const written = markup.slice(paragraph.index, markup.indexOf('</p>', paragraph.index));
  const language = LANGUAGE.exec(paragraph[0])?.[1];
  const links = linksOf(written, md);
  const snapshot: TweetSource = {
    id: post.id,
    url: post.url,
    author: textOf(name, md) || handle,
    handle,
    date: dayOf(textOf(permalink?.[2] ?? '', md)),
    // X marks a language it cannot tell as undetermined.
    ...(language === undefined || language === 'und' ? {} : { language }),
    text: textOf(written, md),
    ...(links.length === 0 ? {} : { links }),
  };
  return { ...post, snapshot };
}

function linksOf(markup: string, md: Utils): NonNullable<TweetSource['links']> {
  const links: NonNullable<TweetSource['links']> = [];
  for (const match of markup.matchAll(ANCHOR)) {
    const url = textOf(match[2] ?? '', md);
    const expanded = decode(match[1] ?? '', md);
    // Accounts and topics are recognised in the text itself.
    if (/^[@#$]/.test(url) || !/^https?:\/\//i.test(expanded)) continue;
    links.push(url === expanded ? { url } : { url, expanded });
  }
  return links;
}

/** The text with its line breaks; a browser's rules for white space. */
function textOf(markup: string, md: Utils): string {
  const lines = markup.replace(/\s+/g, ' ').split(/<br\s*\/?>/i);
  return lines
    .map((line) => decode(line.replace(/<[^>]*>/g, ''), md).trim())
    .join('\n')
    .trim();
}

// markdown-it resolves backslash escapes along with entities, and HTML has none.
function decode(markup: string, md: Utils): string {
  return md.utils.unescapeAll(markup.replaceAll('\\', '\\\\'));
}

/** The day in ISO 8601 where the date is English, as embed code has it by default; otherwise as it is written. */
function dayOf(written: string): string {
  for (const format of ['MMMM d, yyyy', 'd MMMM yyyy', 'MMM d, yyyy']) {
    const day = DateTime.fromFormat(written, format, { locale: 'en', zone: 'utc' });
    if (day.isValid) return day.toISODate();
  }
  return written;
}

function startOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(startOf(state, line), state.eMarks[line]);
}

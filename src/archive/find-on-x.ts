import MarkdownParser from 'markdown-it';
import { z } from 'zod';
import { readEmbedCode } from '../markdown/pasted-tweets.ts';
import type { TweetSource } from '../schema/tweet.ts';
import { ask } from './ask.ts';
import type { Finding, FoundPost, PostAddress } from './found-post.ts';
import { readJson } from './read-json.ts';
import { secondAt } from './second-at.ts';
import { type SyndicatedPost, syndicatedPost } from './x-syndication.ts';

// https://developer.x.com/en/docs/x-for-websites/oembed-api
const OEMBED = 'https://publish.twitter.com/oembed';
export const oembedSchema = z.object({ html: z.string(), author_name: z.string(), author_url: z.string() });

const MARKUP = new MarkdownParser();

/** Asks the oEmbed endpoint of X for the post, and the servers of embedded posts for its pictures. */
export async function findOnX(address: PostAddress, finding: Finding): Promise<FoundPost> {
  const query = new URLSearchParams({ url: address.url, omit_script: '1', dnt: 'true' });
  const answer = await ask(`${OEMBED}?${query}`, { accept: 'application/json', mostBytes: 1e6 }, finding.network);
  if (answer.is !== 'answer') return answer;
  const post = readOembed(answer.bytes, address.id, finding.timeZone);
  if (post === undefined)
    return { is: 'failed', reason: 'publish.twitter.com answered with something that is not this post' };
  if (!finding.pictures) return { is: 'found', post, pictures: [] };
  const more = await syndicatedPost(address.id, finding.network);
  if (more.is === 'gone') return { is: 'found', post, pictures: [], deleted: true };
  if (more.is === 'failed') return { is: 'found', post, pictures: [], missing: `no pictures: ${more.reason}` };
  return { is: 'found', post: withLinks(post, more), pictures: more.pictures };
}

/** The snapshot that an oEmbed answer gives; undefined where it is none of this post. */
export function readOembed(bytes: Uint8Array, id: string, timeZone: string): TweetSource | undefined {
  const answer = readJson(bytes, oembedSchema);
  const quoted = answer && readEmbedCode(answer.html, MARKUP)?.snapshot;
  if (!answer || quoted?.id !== id || quoted.text === '') return undefined;
  const handle = /\/(\w{1,30})\/?$/.exec(answer.author_url)?.[1] ?? quoted.handle;
  return {
    ...quoted,
    url: `https://x.com/${handle}/status/${id}`,
    author: answer.author_name.trim() || quoted.author,
    handle,
    date: dateOf(id, quoted.date, timeZone),
  };
}

const SNOWFLAKE_EPOCH = 1288834974657n;
const DAY = 86_400_000;

// Since November 2010 an id holds the moment of its post, to the millisecond; the markup names only the day.
function dateOf(id: string, day: string, timeZone: string): string {
  const epoch = Number((BigInt(id) >> 22n) + SNOWFLAKE_EPOCH);
  return Math.abs(epoch - Date.parse(day)) < 2 * DAY ? secondAt(epoch, timeZone) : day;
}

function withLinks(post: TweetSource, { links }: SyndicatedPost): TweetSource {
  const known = new Map(links.map((link) => [link.url, link]));
  const filled = (post.links ?? []).map((link) => known.get(link.url) ?? link);
  return filled.length === 0 ? post : { ...post, links: filled };
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Archived, archivePost } from '../archive/archive-post.ts';
import type { PostAddress } from '../archive/found-post.ts';
import { listSnapshots, readSnapshot } from '../archive/snapshot-files.ts';
import { loadSite } from '../content/load-site.ts';
import { embedAt } from '../markdown/embeds.ts';
import type { Command } from './main.ts';
import { parse, siteArguments, UsageError } from './options.ts';

export const tweet: Command = {
  usage: `npm run tweet -- URL… [options]

Archives posts on X, Bluesky, Mastodon and Telegram into embeds/tweets/: text,
author, time, links and pictures, so that an article keeps showing them whatever
becomes of the original. A snapshot that is there is never replaced.

  --refresh        ask for archived posts again, for all of them without URL,
                   and mark those that have been deleted since
  --no-pictures    leave the pictures out
  --content DIR    where the content is (content)
  --now ISO        the time of archiving, such as 2026-07-04T18:00+03:00
  --via URL        send every request to this server, as URL/host/path,
                   for a gateway of your own or for tests`,
  async run(args) {
    const options = {
      refresh: { type: 'boolean' },
      'no-pictures': { type: 'boolean' },
      content: { type: 'string' },
      now: { type: 'string' },
      via: { type: 'string' },
    } as const;
    const { values, positionals } = parse(args, options, true);
    const { content, now } = siteArguments(values);
    if (!existsSync(content)) throw new UsageError(`there is no folder ${content}`);
    const via = values.via?.replace(/\/+$/, '');
    if (via !== undefined && !/^https?:$/.test(URL.parse(via)?.protocol ?? ''))
      throw new UsageError(`--via is not a web address: ${values.via}`);
    const refresh = values.refresh === true;
    if (positionals.length === 0 && !refresh)
      throw new UsageError('the address of a post is missing: npm run tweet -- https://x.com/name/status/123');
    const addresses = positionals.length > 0 ? positionals.map(postAddress) : await archivedPosts(content);
    const { value: site } = await loadSite(content);
    const archive = {
      content,
      now,
      refresh,
      pictures: values['no-pictures'] !== true,
      timeZone: site?.timeZone ?? 'UTC',
      network: { fetch, wait, onWait: tellWait, ...(via === undefined ? {} : { via }) },
    };
    const outcomes = new Map<string, Archived>();
    const limited = new Set<string>();
    for (const address of new Map(addresses.map((post) => [post.url, post])).values()) {
      if (limited.has(address.network)) continue;
      const archived = await archivePost(address, archive);
      outcomes.set(address.url, archived);
      process.stdout.write(lineOf(archived));
      if (archived.limited) limited.add(address.network);
    }
    const unasked = new Set(addresses.map(({ url }) => url)).size - outcomes.size;
    if (unasked > 0) process.stdout.write(`${unasked} not asked for: run the same command again later\n`);
    const failed = [...outcomes.values()].some(({ result }) => result === 'failed' || result === 'gone');
    return failed || unasked > 0 ? 1 : 0;
  },
};

/** The post that an argument names: an address, or the number of a post on X. @throws UsageError */
function postAddress(written: string): PostAddress {
  const embed = embedAt(/^\d{5,20}$/.test(written) ? `https://x.com/i/status/${written}` : written);
  if (embed?.type === 'post') return embed;
  throw new UsageError(`not the address of a post that can be archived: ${written}`);
}

async function archivedPosts(content: string): Promise<readonly PostAddress[]> {
  const posts: PostAddress[] = [];
  for (const file of await listSnapshots(content)) {
    const url = /"url":\s*"(https:[^"\\]+)"/.exec((await readSnapshot(file)) ?? '')?.[1] ?? '';
    const embed = embedAt(url);
    if (embed?.type === 'post') posts.push(embed);
    else process.stdout.write(`${path.relative('.', file)}\n  left alone: it names no post that can be asked for\n`);
  }
  return posts;
}

const WORDS: Readonly<Record<Archived['result'], string>> = {
  archived: 'archived',
  kept: 'is archived already',
  'still-there': 'is still there',
  'marked-deleted': 'has been deleted; marked, and kept',
  gone: 'not archived',
  failed: 'not archived',
};

function lineOf({ address, file, result, note }: Archived): string {
  const missing = result === 'gone' || result === 'failed';
  const name = missing ? address.url : path.relative('.', file);
  const words = result === 'failed' && existsSync(file) ? 'not compared' : WORDS[result];
  return `${name}\n  ${words}${note === undefined ? '' : `: ${note}`}\n`;
}

function tellWait(seconds: number, reason: string): void {
  process.stderr.write(`${reason}; waiting ${seconds} s\n`);
}

import { setTimeout as wait } from 'node:timers/promises';
import { forEachConcurrently } from '../concurrency/for-each-concurrently.ts';
import type { BuiltSite } from './read-output.ts';

/** A feed that changed and the hub that its subscribers listen to. */
export interface Announcement {
  readonly hub: string;
  readonly feed: string;
}

const FEED = /(?:^|\/)(?:feed\.(?:xml|json)|atom\.xml)$/;
const TRIES = 3;

/** The feeds among files that have changed, by what each says of its hub and its own address. None where it names no hub. */
export async function announcements(site: BuiltSite, changed: readonly string[]): Promise<readonly Announcement[]> {
  const found: Announcement[] = [];
  for (const file of changed.filter((name) => FEED.test(name) && site.manifest.has(name))) {
    const announcement = announcementIn((await site.read(file)).toString(), file.endsWith('.json'));
    if (announcement) found.push(announcement);
  }
  return found;
}

function announcementIn(text: string, isJson: boolean): Announcement | undefined {
  if (isJson) {
    const feed = JSON.parse(text) as { hubs?: readonly { url: string }[]; feed_url?: string };
    const hub = feed.hubs?.[0]?.url;
    return hub === undefined || feed.feed_url === undefined ? undefined : { hub, feed: feed.feed_url };
  }
  const [hub, feed] = ['hub', 'self'].map((rel) => hrefOf(text, rel));
  return hub === undefined || feed === undefined ? undefined : { hub, feed };
}

function hrefOf(feed: string, rel: string): string | undefined {
  const link = new RegExp(`<(?:atom:)?link(?=[^>]* rel="${rel}")[^>]* href="([^"]*)"`).exec(feed)?.[1];
  return link?.replaceAll('&amp;', '&');
}

/**
 * Tells hubs of changed feeds, as hubs of PubSubHubbub and WebSub take it. Returns what failed, in plain words; readers
 * have the site all the same.
 */
export async function announce(all: readonly Announcement[], ask: typeof fetch = fetch): Promise<readonly string[]> {
  const failures: string[] = [];
  await forEachConcurrently(all, 4, async ({ hub, feed }) => {
    for (let attempt = 1; ; attempt++) {
      const fault = await tell(hub, feed, ask);
      if (fault === undefined) return;
      if (attempt === TRIES) {
        failures.push(`${hub} was not told of ${feed}: ${fault}`);
        return;
      }
      await wait(500 * attempt);
    }
  });
  return failures.sort();
}

async function tell(hub: string, feed: string, ask: typeof fetch): Promise<string | undefined> {
  try {
    const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed });
    const response = await ask(hub, { method: 'POST', body, signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.ok ? undefined : `it answered ${response.status}`;
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: string }; message?: string };
    return cause?.code ?? message ?? String(error);
  }
}

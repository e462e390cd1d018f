import path from 'node:path';
import { momentAt } from '../content/moment.ts';
import { snapshotName, type TweetSource } from '../schema/tweet.ts';
import { findOnBluesky } from './find-on-bluesky.ts';
import { findOnMastodon } from './find-on-mastodon.ts';
import { findOnTelegram } from './find-on-telegram.ts';
import { findOnX } from './find-on-x.ts';
import type { Finding, FindPost, FoundPost, PostAddress } from './found-post.ts';
import { savePictures } from './save-pictures.ts';
import { secondAt } from './second-at.ts';
import { addSnapshot, markDeleted, readSnapshot, SNAPSHOTS } from './snapshot-files.ts';

export interface Archive extends Finding {
  readonly content: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Asks again for posts that are archived. */
  readonly refresh: boolean;
}

/** What became of one post. `note` is in plain words. */
export interface Archived {
  readonly address: PostAddress;
  readonly file: string;
  readonly result: 'archived' | 'kept' | 'still-there' | 'marked-deleted' | 'gone' | 'failed';
  readonly note?: string;
  readonly limited?: true;
}

interface Source {
  readonly find: FindPost;
  /** Where snapshots say that they come from. */
  readonly name: (address: PostAddress) => string;
}

const SOURCES: Readonly<Record<PostAddress['network'], Source>> = {
  x: { find: findOnX, name: () => 'https://publish.twitter.com/oembed' },
  bluesky: { find: findOnBluesky, name: () => 'https://public.api.bsky.app/xrpc/app.bsky.feed.getPosts' },
  mastodon: { find: findOnMastodon, name: ({ url }) => `${new URL(url).origin}/api/v1/statuses` },
  telegram: { find: findOnTelegram, name: ({ url }) => `${url}?embed=1` },
};

/** Where the snapshot of a post lies. */
export function snapshotFile(content: string, address: PostAddress): string {
  return path.join(content, SNAPSHOTS, `${snapshotName(address)}.json`);
}

/** Archives one post, or asks whether an archived one is still there. A snapshot that exists is never replaced. */
export async function archivePost(address: PostAddress, archive: Archive): Promise<Archived> {
  const file = snapshotFile(archive.content, address);
  const written = await readSnapshot(file);
  if (written !== undefined && !archive.refresh) return { address, file, result: 'kept' };
  const source = SOURCES[address.network];
  const found = await source.find(address, archive);
  if (found.is === 'failed') {
    const limited = found.limited ? ({ limited: true } as const) : {};
    return { address, file, result: 'failed', note: found.reason, ...limited };
  }
  const outcome =
    written === undefined
      ? await store(found, file, source.name(address), archive)
      : await compare(found, file, written, archive);
  return { address, file, ...outcome };
}

type Outcome = Pick<Archived, 'result' | 'note'>;
type Told = Exclude<FoundPost, { is: 'failed' }>;

async function store(found: Told, file: string, source: string, archive: Archive): Promise<Outcome> {
  if (found.is === 'gone') return { result: 'gone', note: 'there is no such post, or no more' };
  const { post, pictures } = found;
  const credit = `@${post.handle}`;
  const place = { folder: path.dirname(file), name: path.basename(file, '.json'), credit };
  // Pictures first, so that no snapshot names one that is not there.
  const { media, missing = found.missing } = await savePictures(pictures, place, archive.network);
  const snapshot: TweetSource = {
    ...post,
    ...(media.length > 0 ? { media } : {}),
    archivedAt: secondAt(archive.now, archive.timeZone),
    source,
    ...(found.deleted ? { deleted: dayOf(archive) } : {}),
  };
  const added = await addSnapshot(file, snapshot);
  const notes = [
    media.length > 0 ? counted(media.length) : '',
    missing ?? '',
    found.deleted ? 'the original is deleted' : '',
  ];
  const note = notes.filter((part) => part !== '').join('; ');
  return added ? { result: 'archived', ...(note === '' ? {} : { note }) } : { result: 'kept' };
}

async function compare(found: Told, file: string, written: string, archive: Archive): Promise<Outcome> {
  const snapshot = parseSnapshot(written);
  if (!snapshot) return { result: 'failed', note: 'the snapshot is no JSON; `npm run check` says where it breaks' };
  const marked = snapshot['deleted'] !== undefined && snapshot['deleted'] !== false;
  if (found.is === 'found' && !found.deleted)
    return { result: 'still-there', ...(marked ? { note: 'it is marked as deleted, and answers' } : {}) };
  if (marked) return { result: 'kept', note: 'marked as deleted before' };
  await markDeleted(file, snapshot, dayOf(archive));
  return { result: 'marked-deleted' };
}

function parseSnapshot(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : undefined;
  } catch {
    return undefined;
  }
}

const dayOf = ({ now, timeZone }: Archive): string => momentAt(now, timeZone).iso.slice(0, 10);

const counted = (pictures: number): string => `${pictures} picture${pictures === 1 ? '' : 's'}`;

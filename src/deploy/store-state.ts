import { gunzipSync, gzipSync } from 'node:zlib';
import { DeployError } from './deploy-error.ts';
import type { ObjectStore } from './object-store.ts';
import { type FileHeaders, type Release, readRelease, writeRelease } from './release.ts';

/** Beside the site, in the store: which releases there are, their records, and the bytes of their pages. */
const FOLDER = '.dateline';
const STATE = `${FOLDER}/state.json`;

export interface ListedRelease {
  readonly id: string;
  /** When it was last put in place, ISO 8601 in UTC. */
  readonly at: string;
}

/** What a store knows of its past. It is one object, so it changes at one moment. */
export interface StoreState {
  /** The release that stands there whole; undefined before the first. */
  readonly current?: string | undefined;
  /** Every release that can be put in place again, from the oldest to the newest. */
  readonly releases: readonly ListedRelease[];
  /** Releases that were begun since, and may stand there in part. */
  readonly begun: readonly string[];
  /** Releases that are given up, and what is left of them. */
  readonly dropped: readonly string[];
}

const NOTHING: StoreState = { releases: [], begun: [], dropped: [] };

// Records are for the next deploy, so no cache on the way may keep them.
const PRIVATE: FileHeaders = { type: 'application/json', cache: 'private, no-store' };

export const copyOf = (hash: string): string => `${FOLDER}/files/${hash}`;
const recordOf = (id: string): string => `${FOLDER}/releases/${id}.gz`;

export async function readState(store: ObjectStore): Promise<StoreState> {
  const bytes = await store.get(STATE);
  if (!bytes) return NOTHING;
  try {
    return { ...NOTHING, ...(JSON.parse(Buffer.from(bytes).toString()) as StoreState) };
  } catch {
    throw new DeployError(`${STATE} at the target is damaged: remove it there, and deploy with --all`);
  }
}

export async function writeState(store: ObjectStore, state: StoreState): Promise<void> {
  await store.put(STATE, Buffer.from(`${JSON.stringify(state)}\n`), PRIVATE);
}

/** Undefined when there is no record of it. */
export async function fetchRelease(store: ObjectStore, id: string): Promise<Release | undefined> {
  const bytes = await store.get(recordOf(id));
  return bytes && readRelease(id, gunzipSync(bytes).toString());
}

export async function keepRelease(store: ObjectStore, release: Release): Promise<void> {
  await store.put(recordOf(release.id), gzipSync(writeRelease(release)), { ...PRIVATE, type: 'application/gzip' });
}

export async function forgetRelease(store: ObjectStore, id: string): Promise<void> {
  await store.remove(recordOf(id));
}

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileOf } from '../files/file-of.ts';
import { identityOf } from '../files/identity-of.ts';
import type { ContentPath } from './article.ts';
import type { ContentKind } from './content-files.ts';
import { readSource } from './read-source.ts';
import type { ReadingSettings } from './settings.ts';

export type Wanted = readonly [ContentKind, ContentPath];

/** What one file gave, as text: so it crosses threads and goes into the cache without being taken apart. */
export interface Reading {
  readonly source: ContentPath;
  /** See identityOf; empty when the file is too fresh for its identity to be trusted. */
  readonly identity: string;
  /** What the result depends on: bytes, path, settings and the version of the code. */
  readonly key: string;
  /** JSON of a ReadSource without its body. */
  readonly read: string;
  /** JSON of the body; empty when there is none. */
  readonly body: string;
}

export interface BatchSettings {
  readonly root: string;
  readonly settings: ReadingSettings;
  /** Version of the code that reads, see codeVersion. */
  readonly version: string;
}

// A file system's clock ticks in milliseconds: a second write within one tick would go unseen.
const SETTLED = 50;

/** Reads files on this thread; one that has gone meanwhile is left out. @throws what the disk throws; never because of what an editor wrote. */
export function readBatch(batch: readonly Wanted[], { root, settings, version }: BatchSettings): Reading[] {
  const reader = `${version}\n${JSON.stringify(settings)}`;
  return batch.flatMap(([kind, source]) => {
    const file = fileOf(root, source);
    const identity = identityOf(file);
    if (identity === '') return [];
    const settled = Date.now() - Number(BigInt(identity.split(' ')[2] ?? 0) / 1_000_000n) > SETTLED;
    const bytes = readFileSync(file);
    const { body, ...read } = readSource(kind, source, bytes, settings);
    const key = hash('sha256', `${reader}\n${source}\n${hash('sha256', bytes)}`, 'base64url');
    return {
      source,
      identity: settled ? identity : '',
      key,
      read: JSON.stringify(read),
      body: body === undefined ? '' : JSON.stringify(body),
    };
  });
}

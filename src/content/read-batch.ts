import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileOf } from '../files/file-of.ts';
import { identityOf, isSettled } from '../files/identity-of.ts';
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

/** What a reading depends on: path and bytes of the file, settings and version of the code. */
export function readingKey(source: ContentPath, bytes: Uint8Array, { settings, version }: BatchSettings): string {
  return hash('sha256', `${version}\n${JSON.stringify(settings)}\n${source}\n${hash('sha256', bytes)}`, 'base64url');
}

/** Reads files on this thread; one that has gone meanwhile is left out. @throws what the disk throws; never because of what an editor wrote. */
export function readBatch(batch: readonly Wanted[], batchSettings: BatchSettings): Reading[] {
  const { root, settings } = batchSettings;
  return batch.flatMap(([kind, source]) => {
    const file = fileOf(root, source);
    const identity = identityOf(file);
    if (identity === '') return [];
    const bytes = readFileSync(file);
    const { body, ...read } = readSource(kind, source, bytes, settings);
    return {
      source,
      identity: isSettled(identity) ? identity : '',
      key: readingKey(source, bytes, batchSettings),
      read: JSON.stringify(read),
      body: body === undefined ? '' : JSON.stringify(body),
    };
  });
}

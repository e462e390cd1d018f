import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf } from '../files/file-of.ts';
import { identityOf, isSettled } from '../files/identity-of.ts';
import type { Body } from '../markdown/body.ts';
import type { ContentPath } from './article.ts';
import { codeVersion } from './code-version.ts';
import type { Bodies, SourceReader } from './load-content.ts';
import { type BatchSettings, type Reading, readBatch, readingKey, type Wanted } from './read-batch.ts';
import { ReadCache, type Renewal } from './read-cache.ts';
import { readWithPool } from './read-pool.ts';
import type { ReadSource } from './read-source.ts';
import type { ReadingSettings } from './settings.ts';

/** The folders of src/ whose code decides what a file gives. */
const READING_CODE = [
  'src/content',
  'src/markdown',
  'src/schema',
  'src/language',
  'src/html',
  'src/diagnostics',
  'src/files',
];

interface Known {
  readonly identity: string;
  readonly key: string;
  readonly source: ReadSource;
  /** JSON; absent when it is in the cache. */
  readonly body?: string;
}

/** Reads each file once: what is known from the last time, in memory or in the cache, is read again only when its bytes have changed. */
export class ContentReader implements SourceReader {
  readonly #jobs: number;
  readonly #cacheDirectory: string | undefined;
  readonly #version = codeVersion(READING_CODE);
  #known = new Map<ContentPath, Known>();
  #knownFor = '';
  #cache: ReadCache | undefined;
  #lastBatch: BatchSettings | undefined;
  #parsed = 0;
  #identities: ReadonlyMap<ContentPath, string>;

  /** Without `cacheDirectory` nothing is kept on disk. `identities` of files, where somebody has just asked for them, hold for the first reading. */
  constructor(jobs: number, cacheDirectory?: string, identities: ReadonlyMap<ContentPath, string> = new Map()) {
    this.#identities = identities;
    this.#jobs = jobs;
    this.#cacheDirectory = cacheDirectory;
  }

  /** How many files had to be read and were not known, since the reader was made. */
  get parsed(): number {
    return this.#parsed;
  }

  async read(
    root: string,
    wanted: readonly Wanted[],
    settings: ReadingSettings,
  ): Promise<{ readonly sources: readonly ReadSource[]; readonly bodies: Bodies }> {
    this.#recall(root, settings);
    // Whoever read before keeps what was true then: a preview shows the last good pages while the next are wrong.
    const known = new Map(this.#known);
    this.#known = known;
    const batch = { root, settings, version: this.#version };
    this.#lastBatch = batch;
    const renewed: Renewal[] = [];
    const missing = wanted.filter(([, source]) => !this.#isKnown(source, batch, renewed));
    this.#identities = new Map();
    const fresh: Reading[] = [];
    await readWithPool(missing, batch, this.#jobs, (readings) => {
      this.#parsed += readings.length;
      for (const reading of readings) {
        this.#remember(reading, this.#cache ? undefined : reading.body);
        if (this.#cache) fresh.push(reading);
      }
      // Kept as they come, so that bodies do not pile up in memory.
      if (fresh.length >= 500) this.#cache?.keep(this.#knownFor, fresh.splice(0), []);
    });
    const present = new Set(wanted.map(([, source]) => source));
    const gone = [...this.#known.keys()].filter((source) => !present.has(source));
    for (const source of gone) this.#known.delete(source);
    this.#cache?.keep(this.#knownFor, fresh, gone);
    this.#cache?.renew(renewed);
    const sources = wanted.flatMap(([, source]) => this.#known.get(source)?.source ?? []);
    return {
      sources,
      bodies: {
        bodyOf: (source) => this.#bodyOf(known.get(source), batch),
        keyOf: (source) => known.get(source)?.key ?? '',
      },
    };
  }

  /** Whether what is known of a file is true of it: it is untouched, or holds the same bytes, as all do in a fresh clone. */
  #isKnown(source: ContentPath, batch: BatchSettings, renewed: Renewal[]): boolean {
    const known = this.#known.get(source);
    if (!known) return false;
    if (known.identity === this.#identities.get(source)) return true;
    const file = fileOf(batch.root, source);
    const identity = identityOf(file);
    if (known.identity === identity) return true;
    if (identity === '' || readingKey(source, readFileSync(file), batch) !== known.key) return false;
    if (isSettled(identity)) {
      this.#known.set(source, { ...known, identity });
      renewed.push({ source, identity });
    }
    return true;
  }

  /** One file that was read before, as it is now; undefined when it was not. What it gives is known from then on. */
  readAgain(source: ContentPath): { readonly source: ReadSource; readonly bodies: Bodies } | undefined {
    const kind = this.#known.get(source)?.source.kind;
    const batch = this.#lastBatch;
    const [reading] = kind && batch ? readBatch([[kind, source]], batch) : [];
    if (!reading || !batch) return undefined;
    // Whoever was given what was known before keeps that.
    this.#known = new Map(this.#known);
    this.#remember(reading, reading.body);
    this.#cache?.keep(this.#knownFor, [reading], []);
    const known = this.#known.get(source);
    if (!known) return undefined;
    return {
      source: known.source,
      bodies: { keyOf: () => known.key, bodyOf: () => this.#bodyOf(known, batch) },
    };
  }

  #recall(root: string, settings: ReadingSettings): void {
    const knownFor = JSON.stringify([path.resolve(root), settings, this.#version]);
    if (this.#knownFor === knownFor) return;
    this.#known = new Map();
    this.#knownFor = knownFor;
    if (this.#cacheDirectory === undefined) return;
    this.#cache ??= new ReadCache(this.#cacheDirectory, root);
    this.#cache.files(knownFor, (source, { identity, key, read }) =>
      this.#known.set(source, { identity, key, source: JSON.parse(read) as ReadSource }),
    );
  }

  #remember({ source, identity, key, read }: Reading, body: string | undefined): void {
    this.#known.set(source, {
      identity,
      key,
      source: JSON.parse(read) as ReadSource,
      ...(body === undefined ? {} : { body }),
    });
  }

  #bodyOf(known: Known | undefined, batch: BatchSettings): Body {
    const kept = known?.body ?? (known && this.#cache?.body(known.key));
    // The cache may be deleted or damaged while it is in use; the file itself is still there.
    const body = kept ?? (known && readBatch([[known.source.kind, known.source.source]], batch)[0]?.body);
    if (!body) throw new Error(`there is no body of ${known?.source.source}`);
    return JSON.parse(body) as Body;
  }
}

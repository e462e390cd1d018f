import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { ContentPath } from './article.ts';
import type { Reading } from './read-batch.ts';

export interface CachedFile {
  readonly identity: string;
  readonly key: string;
  readonly read: string;
}

/** A file that holds what it held, under another identity. */
export interface Renewal {
  readonly source: ContentPath;
  readonly identity: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS files (root TEXT, source TEXT, reader TEXT, identity TEXT, key TEXT, read TEXT, readSum INTEGER, PRIMARY KEY (root, source));
  CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, body TEXT, bodySum INTEGER);
`;

/** The checksum that a text is kept with: over its key too, because a damaged index leads from it to the row of another. */
const sumOf = (key: string, text: string): number => crc32(text, crc32(key));

/**
 * What files gave when they were last read, in one SQLite file. Content-addressed; safe when two builds run at once or
 * one is killed. Whatever is wrong with it counts as not being there: deleting it is always right, and it does so itself.
 */
export class ReadCache {
  readonly file: string;
  readonly #root: string;
  #database: DatabaseSync | undefined;
  #bodies: StatementSync | undefined;

  constructor(directory: string, root: string) {
    this.file = path.join(directory, 'content.sqlite');
    this.#root = path.resolve(root);
    this.#attempt(() => {
      mkdirSync(directory, { recursive: true });
      this.#database = new DatabaseSync(this.file);
      // A lost cache is no loss, so nothing waits for the disk.
      this.#database.exec(`PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; ${SCHEMA}`);
      // At the start, because what is replaced later may still be shown by a preview.
      forgetOthers(this.#database);
    });
  }

  /** Shows every file of the content folder that was read before, by the same reader: settings and version of the code. */
  files(reader: string, see: (source: ContentPath, file: CachedFile) => void): void {
    this.#attempt(() => {
      const query = 'SELECT source, identity, key, read, readSum FROM files WHERE root = ? AND reader = ?';
      // One after the other, because together they take more memory than what they hold.
      const rows = this.#database?.prepare(query).iterate(this.#root, reader) ?? [];
      for (const row of rows as Iterable<CachedFile & { source: string; readSum: number }>) {
        const { source, identity, key, read, readSum } = row;
        if (sumOf(key, read) === readSum) see(source, { identity, key, read });
      }
    });
  }

  /** JSON of a body by the key of its reading; undefined when it is not there or damaged. */
  body(key: string): string | undefined {
    return this.#attempt(() => {
      this.#bodies ??= this.#database?.prepare('SELECT body, bodySum FROM bodies WHERE key = ?');
      const row = this.#bodies?.get(key) as { body: string; bodySum: number } | undefined;
      return row && sumOf(key, row.body) === row.bodySum ? row.body : undefined;
    });
  }

  /** Keeps readings, and forgets the files that are gone. */
  keep(reader: string, readings: readonly Reading[], gone: readonly ContentPath[]): void {
    this.#attempt(() => {
      const database = this.#database;
      if (!database || (readings.length === 0 && gone.length === 0)) return;
      database.exec('BEGIN IMMEDIATE');
      const file = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)');
      const bodies = database.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)');
      for (const { source, identity, key, read, body } of readings) {
        file.run(this.#root, source, reader, identity, key, read, sumOf(key, read));
        bodies.run(key, body, sumOf(key, body));
      }
      const remove = database.prepare('DELETE FROM files WHERE root = ? AND source = ?');
      for (const source of gone) remove.run(this.#root, source);
      database.exec('COMMIT');
    });
  }

  /** Keeps by which identity files are known now that hold the same bytes. */
  renew(renewed: readonly Renewal[]): void {
    this.#attempt(() => {
      const database = this.#database;
      if (!database || renewed.length === 0) return;
      database.exec('BEGIN IMMEDIATE');
      const file = database.prepare('UPDATE files SET identity = ? WHERE root = ? AND source = ?');
      for (const { source, identity } of renewed) file.run(identity, this.#root, source);
      database.exec('COMMIT');
    });
  }

  close(): void {
    this.#attempt(() => this.#database?.close());
    this.#database = undefined;
    this.#bodies = undefined;
  }

  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      this.#database = undefined;
      this.#bodies = undefined;
      try {
        for (const suffix of ['', '-wal', '-shm']) rmSync(this.file + suffix, { force: true });
      } catch {
        // It may belong to somebody else; it is not looked at again.
      }
      return undefined;
    }
  }
}

// Looking for what no file gives any more takes as long as reading it all, so it waits until that is a good part.
const WORTH_FORGETTING = 1.25;

function forgetOthers(database: DatabaseSync): void {
  const count = (table: string): number =>
    Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'] ?? 0);
  if (count('bodies') <= count('files') * WORTH_FORGETTING) return;
  const roots = database.prepare('SELECT DISTINCT root FROM files').all() as { root: string }[];
  for (const { root } of roots) if (!existsSync(root)) database.prepare('DELETE FROM files WHERE root = ?').run(root);
  database.exec('DELETE FROM bodies WHERE key NOT IN (SELECT key FROM files)');
}

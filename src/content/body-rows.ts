import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** The checksum that a cached text is kept with: over its key too, because a damaged index leads from it to the row of another. */
export const sumOf = (key: string, text: string): number => crc32(text, crc32(key));

/** Finds bodies in an open read cache, on the thread that keeps it and on others. */
export class BodyRows {
  readonly #find: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT body, bodySum FROM readings WHERE key = ?');
  }

  /** JSON of a body by the key of its reading; undefined when it is not there or damaged. @throws what SQLite throws. */
  find(key: string): string | undefined {
    const row = this.#find.get(key) as { body: string; bodySum: number } | undefined;
    return row && sumOf(key, row.body) === row.bodySum ? row.body : undefined;
  }
}

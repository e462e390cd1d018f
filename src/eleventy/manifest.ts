import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Names every file of a build with the hash of its content; says which files of an output directory belong to a build. */
export const MANIFEST = '.dateline-manifest';

/** Hashes by file. */
export type Manifest = ReadonlyMap<string, string>;

/** What a shard lists its files in, so that copying shards together loses no list: `.dateline-manifest.2-of-4`. */
export function manifestName(shard: { readonly number: number; readonly of: number } | undefined): string {
  return shard ? `${MANIFEST}.${shard.number}-of-${shard.of}` : MANIFEST;
}

/** Whether a file of an output directory is a list of its files. */
export function isManifest(file: string): boolean {
  return file === MANIFEST || PART.test(file);
}

const PART = /^\.dateline-manifest\.(\d+)-of-(\d+)$/;

/** Which shard a list is of; undefined for any other file. */
export function shardOfManifest(file: string): { readonly number: number; readonly of: number } | undefined {
  const [, number, of] = PART.exec(file) ?? [];
  return number === undefined ? undefined : { number: Number(number), of: Number(of) };
}

/** What these lists in a directory name together; a list that is not there names nothing. */
export async function readManifests(directory: string, names: readonly string[]): Promise<Manifest> {
  const texts = await Promise.all(names.map((name) => readFile(path.join(directory, name), 'utf8').catch(() => '')));
  return parseManifest(texts.join(''));
}

/** The hash of each file that a manifest names. */
export function parseManifest(text: string): Manifest {
  return new Map(
    text
      .split('\n')
      .flatMap((line) =>
        line === '' ? [] : [[line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))] as const],
      ),
  );
}

/** `files` in any order. */
export function manifestText(files: Iterable<readonly [file: string, hash: string]>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, hash]) => `${hash} ${file}\n`)
    .join('');
}

import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { Picture } from './picture.ts';

/** What earlier builds found out and made. Every answer is undefined when it is not known. */
export interface PictureIndex {
  /** SHA-256 of the original at this path, provided that its identity is still the same. */
  contentHash(file: string, identity: string): string | undefined;
  picture(name: string): Picture | undefined;
  /** Size of a converted file. */
  bytesOf(fileName: string): number | undefined;
  /** Keeps the records for this process and, once the promise is fulfilled, for later ones. */
  add(records: readonly IndexRecord[]): Promise<void>;
}

const file = z.object({ address: z.string(), width: z.number(), height: z.number() });
const picture = z.object({
  sources: z.array(z.object({ type: z.string(), files: z.array(file).readonly() })).readonly(),
  fallback: file,
  width: z.number(),
  height: z.number(),
  colour: z.string(),
});
const record = z.union([
  z.object({ original: z.string(), identity: z.string(), hash: z.string() }),
  z.object({ picture: z.string(), is: picture }),
  z.object({ files: z.record(z.string(), z.number()).readonly() }),
]);

export type IndexRecord = z.infer<typeof record>;

const FILE_NAME = 'index.ndjson';

/**
 * One JSON record a line behind its checksum, appended as soon as a picture is done: a build that is killed loses nothing, two builds at
 * once add to the same file, and a line that cannot be read is as if it had never been written.
 */
export async function openPictureIndex(cacheDirectory: string): Promise<PictureIndex> {
  const path = join(cacheDirectory, FILE_NAME);
  const originals = new Map<string, { readonly identity: string; readonly hash: string }>();
  const pictures = new Map<string, Picture>();
  const sizes = new Map<string, number>();

  const remember = (entry: IndexRecord): void => {
    if ('original' in entry) originals.set(entry.original, { identity: entry.identity, hash: entry.hash });
    else if ('picture' in entry) pictures.set(entry.picture, entry.is);
    else for (const [name, bytes] of Object.entries(entry.files)) sizes.set(name, bytes);
  };

  await mkdir(cacheDirectory, { recursive: true });
  const lines = (await readIfThere(path)).split('\n').filter((line) => line !== '');
  for (const line of lines) {
    const entry = parseRecord(line);
    if (entry !== undefined) remember(entry);
  }
  // Three records a picture; what is beyond that, and some slack, has been overtaken by later lines.
  if (lines.length > 1000 + 4 * Math.max(originals.size, pictures.size)) {
    await writeWholeFile(path, serialise(allRecords(originals, pictures, sizes)));
  }

  return {
    contentHash(original, identity) {
      const known = originals.get(original);
      return known?.identity === identity ? known.hash : undefined;
    },
    picture: (name) => pictures.get(name),
    bytesOf: (name) => sizes.get(name),
    async add(records) {
      for (const entry of records) remember(entry);
      // The empty line in front ends a line that a killed build left half written.
      await appendFile(path, `\n${serialise(records)}`);
    },
  };
}

function* allRecords(
  originals: ReadonlyMap<string, { readonly identity: string; readonly hash: string }>,
  pictures: ReadonlyMap<string, Picture>,
  sizes: ReadonlyMap<string, number>,
): Generator<object> {
  for (const [original, { identity, hash }] of originals) yield { original, identity, hash };
  for (const [name, is] of pictures) yield { picture: name, is };
  const byPicture = Map.groupBy(sizes, ([name]) => name.slice(0, name.lastIndexOf('-')));
  for (const files of byPicture.values()) yield { files: Object.fromEntries(files) };
}

function serialise(records: Iterable<object>): string {
  return Array.from(records, (entry) => {
    const text = JSON.stringify(entry);
    return `${crc32(text)} ${text}\n`;
  }).join('');
}

function parseRecord(line: string): IndexRecord | undefined {
  const [, sum, text = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
  if (crc32(text) !== Number(sum)) return undefined;
  try {
    return record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return '';
  }
}

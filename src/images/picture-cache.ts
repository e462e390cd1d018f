import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { explainUnreadable } from './explain-unreadable.ts';
import type { Unreadable } from './inspect-original.ts';
import type { Picture, PictureFile } from './picture.ts';
import { openPictureIndex, type PictureIndex } from './picture-index.ts';
import { fileNameOf } from './plan-picture.ts';

export interface PictureCache {
  readonly index: PictureIndex;
  /** Where the file is, or would be. */
  pathOf(file: PictureFile): string;
  /** Whether it is there with the size it was written with. */
  has(file: PictureFile): boolean;
  /** Converts what is not there, and waits for what this process is converting already. */
  make(original: Uint8Array, picture: Picture, files: readonly PictureFile[]): Promise<Unreadable | undefined>;
}

type Work = Promise<Readonly<Record<string, number>> | Unreadable>;

/** Files being converted in this process, by path, so that a file wanted twice at once is made once. */
const inWork = new Map<string, Work>();

export async function openPictureCache(cacheDirectory: string): Promise<PictureCache> {
  const directory = join(cacheDirectory, 'files');
  await mkdir(directory, { recursive: true });
  const index = await openPictureIndex(cacheDirectory);

  const pathOf = (file: PictureFile): string => join(directory, fileNameOf(file));
  const has = (file: PictureFile): boolean => {
    const bytes = index.bytesOf(fileNameOf(file));
    return bytes !== undefined && statSync(pathOf(file), { throwIfNoEntry: false })?.size === bytes;
  };

  const convert = async (original: Uint8Array, picture: Picture, files: readonly PictureFile[]): Work => {
    // Sharp and eleventy-img take longer to load than a build that finds everything in the cache has to spend here.
    const { convertPicture } = await import('./convert-picture.ts');
    let converted: ReadonlyMap<string, Uint8Array>;
    try {
      converted = await convertPicture(original, picture, files);
    } catch (error) {
      return { reason: explainUnreadable(original, error instanceof Error ? error.message : String(error)) };
    }
    const sizes: Record<string, number> = {};
    for (const [name, bytes] of converted) {
      await writeWholeFile(join(directory, name), bytes);
      sizes[name] = bytes.length;
    }
    return sizes;
  };

  return {
    index,
    pathOf,
    has,
    async make(original, picture, files) {
      const missing = files.filter((file) => !has(file));
      const works = new Set<Work>();
      const mine: PictureFile[] = [];
      for (const file of missing) {
        const work = inWork.get(pathOf(file));
        if (work === undefined) mine.push(file);
        else works.add(work);
      }
      if (mine.length > 0) {
        const work = convert(original, picture, mine).finally(() => {
          for (const file of mine) inWork.delete(pathOf(file));
        });
        for (const file of mine) inWork.set(pathOf(file), work);
        works.add(work);
      }
      for (const result of await Promise.all(works)) {
        if ('reason' in result) return result as Unreadable;
        await index.add([{ files: result }]);
      }
      return undefined;
    },
  };
}

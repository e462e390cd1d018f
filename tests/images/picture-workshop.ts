import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { onTestFinished } from 'vitest';
import { type PictureOptions, preparePictures } from '../../src/images/prepare-pictures.ts';

/** A directory for one test, with originals in it and a cache, gone when the test is over. */
export async function openWorkshop() {
  const root = await mkdtemp(join(tmpdir(), 'dateline-pictures-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const cacheDirectory = join(root, 'cache');
  const converted = join(cacheDirectory, 'files');
  return {
    root,
    cacheDirectory,
    converted,
    async put(key: string, content: Uint8Array | string | Sharp) {
      const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : await content.toBuffer();
      await writeFile(join(root, key), bytes);
    },
    prepare(keys: readonly string[], options: Partial<PictureOptions> = {}) {
      const requests = keys.map((key) => ({ key, file: join(root, key) }));
      return preparePictures(requests, { cacheDirectory, mode: 'build', concurrency: 2, ...options });
    },
    /** Content of every converted file by name, without what killed builds have left. */
    async files(directory = converted): Promise<Record<string, Buffer>> {
      const names = (await readdir(directory)).filter((name) => !name.endsWith('.tmp')).sort();
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name))] as const)),
      );
    },
    /** What changes when a file is written again. */
    async written(): Promise<Record<string, string>> {
      const names = (await readdir(converted)).sort();
      const stats = await Promise.all(names.map((name) => stat(join(converted, name), { bigint: true })));
      return Object.fromEntries(names.map((name, i) => [name, `${stats[i]?.ino} ${stats[i]?.mtimeNs}`]));
    },
  };
}

/** Something that does not compress to nothing: a gradient with texture, the same every time. */
export function photo(width: number, height: number, channels: 1 | 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels);
  let seed = width * 31 + height;
  for (let i = 0; i < pixels.length; i += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    pixels[i] = ((i / channels / width) * 255) / height / 2 + ((seed >> 16) % 40);
  }
  return sharp(pixels, { raw: { width, height, channels } });
}

export function plain(
  width: number,
  height: number,
  background: string | { r: number; g: number; b: number; alpha: number },
): Sharp {
  const channels = typeof background === 'string' ? 3 : 4;
  return sharp({ create: { width, height, channels, background } });
}

export async function animatedGif(): Promise<Buffer> {
  const [width, height, frames] = [40, 30, 3];
  const pixels = Buffer.from(Array.from({ length: width * height * frames * 3 }, (_, i) => (i * 7 + (i >> 9)) & 255));
  const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height };
  return sharp(pixels, { raw })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
}

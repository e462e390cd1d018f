import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { forEachConcurrently } from '../concurrency/for-each-concurrently.ts';
import { fileOf } from '../files/file-of.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { IMAGE_PATH } from './plan-picture.ts';
import { readOriginal } from './read-original.ts';
import type { CardTypefaces } from './share-card.ts';
import type { ShareImage } from './share-image.ts';

export interface ShareImagesOptions {
  /** Folder of the content, which origins are found in. */
  readonly content: string;
  /** Folder of the web fonts. */
  readonly fonts: string;
  /** Deleting it is always right. */
  readonly cacheDirectory: string;
  /** Images in work at the same time. */
  readonly concurrency: number;
  readonly onProgress?: (done: number, total: number, millisecondsLeft: number) => void;
}

/** A name for the fonts of a folder that changes with them. */
export async function typefacesKey(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.woff2')).sort())
    hash.update(name).update(await readFile(path.join(folder, name)));
  return hash.digest('base64url');
}

/** The share images of a site: each is made once and then found by its address. */
export class ShareImages {
  readonly #options: ShareImagesOptions;
  readonly #images: ReadonlyMap<string, ShareImage>;
  readonly #directory: string;
  #typefaces: Promise<CardTypefaces> | undefined;

  constructor(images: Iterable<ShareImage>, options: ShareImagesOptions) {
    this.#images = new Map(Array.from(images, (image) => [image.address, image]));
    this.#options = options;
    this.#directory = path.join(options.cacheDirectory, 'share');
  }

  /** Every image, sorted by address. Its source need not exist yet. */
  get files(): readonly { readonly address: string; readonly shared: string }[] {
    return [...this.#images.keys()].sort().map((address) => ({ address, shared: this.#pathOf(address) }));
  }

  /** Those of them whose address is wanted. */
  only(isWanted: (address: string) => boolean): ShareImages {
    return new ShareImages(
      [...this.#images.values()].filter(({ address }) => isWanted(address)),
      this.#options,
    );
  }

  /** Makes what the cache lacks. */
  async makeAll(): Promise<void> {
    const { concurrency, onProgress } = this.#options;
    const there = new Set(await readdir(this.#directory).catch(() => []));
    const missing = [...this.#images.values()].filter(({ address }) => !there.has(path.basename(address)));
    const began = performance.now();
    let done = 0;
    await forEachConcurrently(missing, concurrency, async (image) => {
      await this.#make(image);
      done += 1;
      onProgress?.(done, missing.length, ((performance.now() - began) / done) * (missing.length - done));
    });
  }

  /** The image at an address, made now if need be; undefined when no page has it. */
  async makeOnRequest(address: string): Promise<Buffer | undefined> {
    const image = this.#images.get(address);
    if (!image) return undefined;
    if (!existsSync(this.#pathOf(address))) await this.#make(image);
    return readFile(this.#pathOf(address));
  }

  async #make({ address, origin }: ShareImage): Promise<void> {
    // Loaded when needed: sharp and HarfBuzz take longer to start than a build in which nothing changed.
    const { cropForSharing, renderCard } = await import('./make-share-image.ts');
    let bytes: Uint8Array;
    if ('card' in origin) bytes = await renderCard(origin.card, await this.#loadTypefaces());
    else {
      const original = await readOriginal(fileOf(this.#options.content, origin.of));
      if ('reason' in original) throw new Error(`${origin.of}: ${original.reason}`);
      bytes = await cropForSharing(original, origin.focus, origin.crop);
    }
    await mkdir(this.#directory, { recursive: true });
    await writeWholeFile(this.#pathOf(address), bytes);
  }

  #loadTypefaces(): Promise<CardTypefaces> {
    this.#typefaces ??= import('./share-card.ts').then(({ loadCardTypefaces }) =>
      loadCardTypefaces(this.#options.fonts),
    );
    return this.#typefaces;
  }

  #pathOf(address: string): string {
    return path.join(this.#directory, address.slice(IMAGE_PATH.length));
  }
}

import { FALLBACK_MAX_WIDTH, MAX_SIDE, MIN_STEP, WIDTHS } from './conversion-settings.ts';
import type { Original } from './inspect-original.ts';
import type { Picture, PictureFile } from './picture.ts';

export const IMAGE_PATH = '/img/';

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** Every file that is made of the original, with the address of each. */
export function planPicture(name: string, original: Original): Picture {
  const { width, height, colour } = original;
  const file = (fileWidth: number, extension: string): PictureFile => ({
    address: `${IMAGE_PATH}${name}-${fileWidth}.${extension}`,
    width: fileWidth,
    height: heightAt(fileWidth, original),
  });
  if (original.servedAs !== undefined) {
    return { sources: [], fallback: file(width, original.servedAs), width, height, colour };
  }
  const widths = widthsFor(width);
  const sources = ['avif', 'webp']
    .map((extension) => ({
      type: typeOf(extension),
      files: widths.map((w) => file(w, extension)).filter((f) => f.height <= MAX_SIDE),
    }))
    .filter((source) => source.files.length > 0);
  const fallbackWidth = widths.findLast((w) => w <= FALLBACK_MAX_WIDTH) ?? width;
  return { sources, fallback: file(fallbackWidth, original.hasAlpha ? 'png' : 'jpg'), width, height, colour };
}

/** Ascending, none above the original's. The original's own is the last one where it lies between two steps. */
export function widthsFor(original: number): readonly number[] {
  const steps = WIDTHS.filter((width) => width <= original);
  const last = steps.at(-1);
  const largest = WIDTHS.at(-1) ?? 0;
  if (last === undefined) return [original];
  return last < largest && original >= last * MIN_STEP ? [...steps, original] : steps;
}

export function heightAt(width: number, original: { readonly width: number; readonly height: number }): number {
  return Math.max(1, Math.round((width * original.height) / original.width));
}

/** Every file of the picture, fallback last. */
export function filesOf(picture: Picture): readonly PictureFile[] {
  return [...picture.sources.flatMap((source) => source.files), picture.fallback];
}

/** Whether the picture is its original, byte for byte. */
export function isServedAsIs(picture: Picture): boolean {
  return !/\.(?:jpg|png)$/.test(picture.fallback.address);
}

/** `/img/0123-640.avif` → `0123-640.avif` */
export function fileNameOf(file: PictureFile): string {
  return file.address.slice(IMAGE_PATH.length);
}

/** The media type of a file name or of an extension. */
export function typeOf(fileName: string): string {
  return TYPES[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

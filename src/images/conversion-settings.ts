import { createHash } from 'node:crypto';

/** Widths that are offered to browsers, ascending, in pixels. */
export const WIDTHS = [320, 640, 960, 1280, 1920] as const;

/** JPEG and PNG are made once, for old browsers and for machines. */
export const FALLBACK_MAX_WIDTH = 1280;

// A width that is hardly more than the step below it costs a file and saves no reader anything.
export const MIN_STEP = 1.1;

/** Of WebP; AVIF's is one more. */
export const MAX_SIDE = 16_383;

export const MAX_MEGAPIXELS = 100;

export const MAX_BYTES = 256 * 1024 * 1024;

export const ENCODERS = {
  // At effort 1 a photo takes half the time of effort 2 and a fifteenth of sharp's default 4, for files at most 3 % larger.
  // WebP serves the few browsers that lack AVIF, which is why its effort is low too.
  avif: { quality: 52, effort: 1, chromaSubsampling: '4:2:0' },
  webp: { quality: 72, effort: 2 },
  jpeg: { quality: 78, mozjpeg: true },
  png: { compressionLevel: 9 },
} as const;

// Raised when the code changes what comes out of the same settings.
const REVISION = 2;

const SETTINGS = JSON.stringify([REVISION, WIDTHS, FALLBACK_MAX_WIDTH, MIN_STEP, MAX_SIDE, ENCODERS]);

/** SHA-256 of an original, hexadecimal. */
export function hashContent(original: Uint8Array): string {
  return createHash('sha256').update(original).digest('hex');
}

/** The name that all files of one picture begin with: 20 hexadecimal digits of its content's hash and of the settings. */
export function pictureName(contentHash: string): string {
  return createHash('sha256').update(`${contentHash}\n${SETTINGS}`).digest('hex').slice(0, 20);
}

import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { MAX_MEGAPIXELS } from './conversion-settings.ts';
import { endsTooEarly } from './ends-too-early.ts';
import { explainUnreadable } from './explain-unreadable.ts';
import { findHarmInSvg } from './find-harm-in-svg.ts';
import { findRootElement } from './find-root-element.ts';

/** What has to be known of an original before its files can be named and sized. */
export interface Original {
  /** As a reader sees it, that is after its EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** Average, `#rrggbb`, on white where it is transparent. */
  readonly colour: string;
  /** The extension of a picture that is served byte for byte. */
  readonly servedAs?: 'svg' | 'gif' | 'webp';
}

export interface Unreadable {
  readonly reason: string;
  /** What mends it, where saving the picture again would not. */
  readonly cure?: string;
}

/** Truncated data is an error; a warning, such as stray bytes between two segments, is not. */
export const READING: SharpOptions = { failOn: 'error', limitInputPixels: MAX_MEGAPIXELS * 1_000_000 };

/** Decodes the picture once, shrunk, so that damage is found whether or not files are made of it. Never rejects because of the bytes. */
export async function inspectOriginal(bytes: Uint8Array): Promise<Original | Unreadable> {
  if (bytes.length === 0) return { reason: explainUnreadable(bytes) };
  const isSvg = findRootElement(bytes) === 'svg';
  if (isSvg) {
    const harm = findHarmInSvg(bytes);
    if (harm !== undefined) return { reason: harm };
  }
  try {
    const metadata = await sharp(bytes, { ...READING, limitInputPixels: false }).metadata();
    const { width, height } = metadata.autoOrient;
    const megapixels = (width * height) / 1_000_000;
    if (megapixels > MAX_MEGAPIXELS) {
      return {
        reason: `it has ${Math.ceil(megapixels)} megapixels (${width} × ${height}); at most ${MAX_MEGAPIXELS} are accepted`,
      };
    }
    if (endsTooEarly(bytes)) return { reason: explainUnreadable(bytes) };
    const served = servedAs(metadata);
    const original = { width, height, hasAlpha: metadata.hasAlpha, colour: await averageColour(bytes) };
    return served === undefined ? original : { ...original, servedAs: served };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (isSvg) return { reason: 'the SVG is not well-formed XML or has no size' };
    return { reason: explainUnreadable(bytes, message) };
  }
}

function servedAs({ format, pages = 1 }: Metadata): Original['servedAs'] {
  if (format === 'svg') return 'svg';
  return (format === 'gif' || format === 'webp') && pages > 1 ? format : undefined;
}

async function averageColour(bytes: Uint8Array): Promise<string> {
  const pixel = await sharp(bytes, READING)
    .flatten({ background: '#fff' })
    .resize(1, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const [red = 0, green = red, blue = red] = pixel;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

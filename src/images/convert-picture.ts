import { Image } from '@11ty/eleventy-img';
import sharp, { type Raw } from 'sharp';
import { ENCODERS } from './conversion-settings.ts';
import { READING } from './inspect-original.ts';
import type { Picture, PictureFile } from './picture.ts';
import { fileNameOf, filesOf, heightAt, isServedAsIs } from './plan-picture.ts';
import { creditAsXmp, readCredit } from './read-credit.ts';
import { stripOriginal } from './strip-original.ts';

// Pictures run side by side already, and AVIF's bytes must not depend on how many cores a machine has.
sharp.concurrency(1);
// Every original is decoded once, so what libvips would remember is never asked for again.
sharp.cache(false);

const FORMATS: Readonly<Record<string, string>> = { avif: 'avif', webp: 'webp', jpg: 'jpeg', png: 'png' };

/** Names the files by address; eleventy-img would read the original from disk once more to hash it. */
class Conversion extends Image {
  override getHash(): string {
    return '';
  }
}

/**
 * The bytes of the wanted files of a picture, by file name. They depend on the original and on the settings
 * alone, not on which other files are wanted. The colours are sRGB; of the metadata only credit lines stay.
 */
export async function convertPicture(
  original: Uint8Array,
  picture: Picture,
  wanted: readonly PictureFile[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (isServedAsIs(picture)) {
    // An animation; a drawing is text that was looked at, and stays as it is.
    const served = (await stripOriginal(original)) ?? original;
    return new Map(wanted.map((file) => [fileNameOf(file), served]));
  }
  const { pixels, raw, xmp } = await decode(original, picture);
  const converted = await Promise.all(
    [...Map.groupBy(wanted, extensionOf)].map(async ([extension, files]) => {
      const format = FORMATS[extension] ?? extension;
      const results = await new Conversion(files[0]?.address ?? '', {
        widths: files.map((file) => file.width),
        formats: [format],
        formatFiltering: [],
        useCache: false,
        dryRun: true,
        sharpOptions: { raw },
        sharpAvifOptions: ENCODERS.avif,
        sharpWebpOptions: ENCODERS.webp,
        sharpJpegOptions: ENCODERS.jpeg,
        sharpPngOptions: ENCODERS.png,
        transform(image, { width }) {
          // eleventy-img rounds heights down; the plan rounds them, and a page states the plan's.
          image.resize(width, heightAt(width, picture), { fit: 'fill' });
          if (xmp !== undefined) image.withXmp(xmp);
        },
      }).resize(pixels);
      const byWidth = new Map(results[format]?.map((result) => [result.width, result.buffer]));
      return files.map((file) => [fileNameOf(file), bytesOf(byWidth, file)] as const);
    }),
  );
  return new Map(converted.flat());
}

/** Upright sRGB pixels at the largest width that is served: everything smaller is made of these. */
async function decode(
  original: Uint8Array,
  picture: Picture,
): Promise<{ pixels: Buffer; raw: Raw; xmp: string | undefined }> {
  const image = sharp(original, READING);
  const metadata = await image.metadata();
  const width = Math.max(...filesOf(picture).map((file) => file.width));
  image.autoOrient().resize(width, heightAt(width, picture), { fit: 'fill' }).toColourspace('srgb');
  // Sharp works on 16 bits in P3 and would leave them there.
  if (metadata.hasProfile && metadata.space === 'rgb16') image.withIccProfile('srgb');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return { pixels: data, raw, xmp: creditAsXmp(readCredit(metadata)) };
}

function extensionOf(file: PictureFile): string {
  return file.address.slice(file.address.lastIndexOf('.') + 1);
}

function bytesOf(byWidth: ReadonlyMap<number, Uint8Array>, file: PictureFile): Uint8Array {
  const bytes = byWidth.get(file.width);
  if (bytes === undefined) throw new Error(`eleventy-img did not make ${file.address}`);
  return bytes;
}

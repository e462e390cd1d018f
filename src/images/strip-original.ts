import sharp from 'sharp';
import { READING } from './inspect-original.ts';
import { creditAsXmp, readCredit } from './read-credit.ts';
import { stripMetadata } from './strip-metadata.ts';

/** An original as it is, but for what its file tells besides its credit and which way is up; undefined when it cannot be read. */
export async function stripOriginal(original: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const metadata = await sharp(original, { ...READING, limitInputPixels: false }).metadata();
    return stripMetadata(original, { xmp: creditAsXmp(readCredit(metadata)), orientation: metadata.orientation });
  } catch {
    return undefined;
  }
}

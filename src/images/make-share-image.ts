import sharp from 'sharp';
import { READING } from './inspect-original.ts';
import { creditAsXmp, readCredit } from './read-credit.ts';
import { type CardTypefaces, drawShareCard } from './share-card.ts';
import { SHARE_HEIGHT, SHARE_WIDTH, type ShareCard } from './share-image.ts';

// Pictures are made side by side already.
sharp.concurrency(1);
sharp.cache(false);

/** Some networks show no picture above this. */
export const MOST_BYTES = 300_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

const SHARE: Size = { width: SHARE_WIDTH, height: SHARE_HEIGHT };

/** A drawn card as PNG, whose letters are sharp. A palette would halve its size of some 55 KB and treble its time. */
export async function renderCard(card: ShareCard, typefaces: CardTypefaces): Promise<Uint8Array> {
  return sharp(Buffer.from(drawShareCard(card, typefaces)))
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** The part of a picture around its focus (`50% 30%`, the centre if none is given) as JPEG. Drawings are shown whole. @throws when the picture cannot be decoded. */
export async function cropForSharing(original: Uint8Array, focus?: string, size: Size = SHARE): Promise<Uint8Array> {
  const metadata = await sharp(original, READING).metadata();
  const { format, autoOrient } = metadata;
  const { width, height } = autoOrient;
  const image =
    format === 'svg'
      ? sharp(original, { ...READING, density: Math.min(2400, Math.max(72, (72 * SHARE_WIDTH) / width)) }).resize(
          SHARE_WIDTH,
          SHARE_HEIGHT,
          { fit: 'contain', background: '#fff' },
        )
      : sharp(original, READING)
          .autoOrient()
          .extract(visiblePart(width, height, focus, size))
          .resize(size.width, size.height, { fit: 'fill' });
  const pixels = image.flatten({ background: '#fff' }).toColourspace('srgb');
  const xmp = creditAsXmp(readCredit(metadata));
  if (xmp !== undefined) pixels.withXmp(xmp);
  for (const quality of [80, 66, 50]) {
    const bytes = await pixels.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length < MOST_BYTES) return bytes;
  }
  return pixels.jpeg({ quality: 30, mozjpeg: true }).toBuffer();
}

/** The largest part with the ratio of a size, placed as `object-position` would place it. */
export function visiblePart(width: number, height: number, focus = '50% 50%', size: Size = SHARE) {
  const scale = Math.min(width / size.width, height / size.height);
  const part = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
  const [x = 50, y = 50] = focus.split(/\s+/).map((share) => Number.parseFloat(share));
  return {
    left: Math.round(((width - part.width) * clamp(x)) / 100),
    top: Math.round(((height - part.height) * clamp(y)) / 100),
    width: Math.max(1, part.width),
    height: Math.max(1, part.height),
  };
}

const clamp = (percent: number): number => Math.min(100, Math.max(0, Number.isFinite(percent) ? percent : 50));

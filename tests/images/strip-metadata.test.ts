import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { cropForSharing } from '../../src/images/make-share-image.ts';
import { readCredit } from '../../src/images/read-credit.ts';
import { stripMetadata } from '../../src/images/strip-metadata.ts';
import { stripOriginal } from '../../src/images/strip-original.ts';
import { article, SmallSite } from '../small-site.ts';
import { openWorkshop, photo } from './picture-workshop.ts';

const SECRET = {
  IFD0: { Artist: 'Olena Bondar', Make: 'SecretCam' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
};
const frame = (grey: number) => photo(40, 30).linear(grey).png().toBuffer();
const frames = async () => sharp([await frame(1), await frame(0.5)], { join: { animated: true } });
const pixelsOf = (bytes: Uint8Array) => sharp(bytes, { pages: -1 }).raw().toBuffer();

const ORIGINALS = {
  JPEG: () => photo(60, 40).withExif(SECRET).withXmp(xmp()).jpeg().toBuffer(),
  'progressive JPEG': () => photo(60, 40).withExif(SECRET).jpeg({ progressive: true }).toBuffer(),
  PNG: () => photo(60, 40).withExif(SECRET).png().toBuffer(),
  WebP: () => photo(60, 40).withExif(SECRET).webp().toBuffer(),
  'animated WebP': async () =>
    (await frames())
      .withExif(SECRET)
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer(),
  'animated GIF': async () => withComment(await (await frames()).gif({ loop: 0, delay: [100, 100] }).toBuffer()),
} as const;

const xmp = () =>
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="SecretCam"/></rdf:RDF></x:xmpmeta>';

/** A comment of a camera's in front of the first frame. */
function withComment(gif: Buffer): Buffer {
  const flags = gif[10] ?? 0;
  const at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  return Buffer.concat([gif.subarray(0, at), Buffer.from('\x21\xfe\x09SecretCam\0', 'latin1'), gif.subarray(at)]);
}

describe.each(Object.entries(ORIGINALS))('an original as %s', (name, make) => {
  test('loses place and camera, and not one pixel', async () => {
    const original = await make();
    expect(original.includes('SecretCam')).toBe(true);
    const stripped = Buffer.from((await stripOriginal(original)) ?? []);
    expect(stripped.includes('SecretCam')).toBe(false);
    expect((await sharp(stripped).metadata()).exif).toBeUndefined();
    expect(await pixelsOf(stripped)).toEqual(await pixelsOf(original));
    if (!name.includes('GIF')) expect(readCredit(await sharp(stripped).metadata()).creator).toBe('Olena Bondar');
  });

  test('that is cut short anywhere is never made worse than it was', async () => {
    const original = await make();
    for (let length = 0; length < original.length; length += 7) {
      const stripped = stripMetadata(original.subarray(0, length));
      expect((stripped?.length ?? 0) <= length + 16).toBe(true);
    }
  });
});

test('which way is up stays', async () => {
  for (const make of [(p: Sharp) => p.jpeg(), (p: Sharp) => p.png()]) {
    const original = await make(photo(60, 40).withExif(SECRET).withMetadata({ orientation: 6 })).toBuffer();
    const stripped = await stripOriginal(original);
    expect((await sharp(stripped).metadata()).orientation).toBe(6);
  }
});

test('an animation is published without its place, with its credit', async () => {
  const shop = await openWorkshop();
  await shop.put('a.webp', await ORIGINALS['animated WebP']());
  const { files } = await shop.prepare(['a.webp']);
  expect(files).toHaveLength(1);
  for (const { source } of files) {
    const metadata = await sharp(source).metadata();
    expect([metadata.pages, metadata.exif]).toEqual([2, undefined]);
    expect(readCredit(metadata).creator).toBe('Olena Bondar');
  }
});

test('what shared links show keeps its credit and no place', async () => {
  const original = await photo(1300, 700).withExif(SECRET).jpeg().toBuffer();
  const metadata = await sharp(await cropForSharing(original)).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(readCredit(metadata)).toEqual({ creator: 'Olena Bondar' });
});

test('a picture that a page only links to is published without its place', async () => {
  const site = await SmallSite.write({
    'articles/ferries.md': article({}, '[The photo](photo.jpg), [data](data.csv)\n'),
    'articles/photo.jpg': await ORIGINALS.JPEG(),
    'articles/data.csv': 'a,b\n',
  });
  const tree = await site.build();
  const [, published] = [...tree].find(([file]) => file.endsWith('photo.jpg')) ?? [];
  expect(published?.includes('SecretCam')).toBe(false);
  expect(readCredit(await sharp(published).metadata()).creator).toBe('Olena Bondar');
  expect([...tree].some(([file, bytes]) => file.endsWith('data.csv') && String(bytes) === 'a,b\n')).toBe(true);
});

import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inspectOriginal } from '../../src/images/inspect-original.ts';
import { animatedGif, openWorkshop, photo } from './picture-workshop.ts';

async function reasonFor(bytes: Uint8Array | string): Promise<string | undefined> {
  const result = await inspectOriginal(Buffer.from(bytes));
  return 'reason' in result ? result.reason : undefined;
}

function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const end = [chunk('IDAT', Buffer.alloc(20)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...end]);
}

test('failures come with their key and reason, and the other pictures are made', async () => {
  const shop = await openWorkshop();
  await shop.put('good.png', photo(40, 30).png());
  await shop.put('empty.jpg', '');
  await mkdir(join(shop.root, 'folder.jpg'));
  await symlink('loop.jpg', join(shop.root, 'loop.jpg'));
  const { pictures, failures } = await shop.prepare([
    'empty.jpg',
    'good.png',
    'folder.jpg',
    'missing.jpg',
    'good.png/a.jpg',
    'loop.jpg',
  ]);
  expect([...pictures.keys()]).toEqual(['good.png']);
  expect(failures).toEqual([
    { key: 'empty.jpg', reason: 'the file is empty' },
    { key: 'folder.jpg', reason: 'this is a folder, not a picture' },
    { key: 'missing.jpg', reason: 'there is no such file' },
    { key: 'good.png/a.jpg', reason: 'there is no such file' },
    { key: 'loop.jpg', reason: 'the file cannot be read (ELOOP)' },
  ]);
});

test.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)(
  'a %s file that ends too early is refused',
  async (format) => {
    const whole = await photo(90, 70).toFormat(format).toBuffer();
    expect(await reasonFor(whole)).toBeUndefined();
    for (const share of [0.1, 0.5, 0.9, 0.995]) {
      const reason = await reasonFor(whole.subarray(0, Math.floor(whole.length * share)));
      expect(reason).toMatch(format === 'tiff' ? /ends too early|damaged/ : /^the file ends too early$/);
    }
  },
);

test('an animation that ends too early is refused', async () => {
  const gif = await animatedGif();
  const webp = await sharp(gif, { animated: true }).webp().toBuffer();
  for (const whole of [gif, webp]) {
    expect(await reasonFor(whole)).toBeUndefined();
    expect(await reasonFor(whole.subarray(0, whole.length - 3))).toBe('the file ends too early');
  }
});

test.each([
  ['<!doctype html><html><title>404</title>', 'this is an HTML page, not a picture'],
  ['\n<!-- error -->\n<HTML lang="en">', 'this is an HTML page, not a picture'],
  ['%PDF-1.7 …', 'this is a PDF, not a picture'],
  ['\0\0\0\x18ftypheic\0\0\0\0', 'this is a HEIC photo, which browsers cannot show; export it as JPEG'],
  ['version https://git-lfs.github.com/spec/v1\n', /Git LFS pointer/],
  ['Photo to follow', 'this is a text, not a picture'],
  ['\xfe\xed\0\x01\x02', 'this is not a picture in a format that is known here'],
])('what is not a picture is named: %j', async (content, reason) => {
  expect(await reasonFor(Buffer.from(content, 'latin1'))).toMatch(reason);
});

test('a picture that declares too many pixels is refused before it is decoded', async () => {
  expect(await reasonFor(pngOf(20_000, 20_000))).toBe(
    'it has 400 megapixels (20000 × 20000); at most 100 are accepted',
  );
});

test('no bytes make it throw', async () => {
  const originals = await Promise.all(
    (['jpeg', 'png', 'webp', 'gif'] as const).map((f) => photo(20, 15).toFormat(f).toBuffer()),
  );
  const damaged = fc
    .tuple(
      fc.constantFrom(...originals),
      fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 20 }),
    )
    .map(([bytes, edits]) => {
      const copy = Buffer.from(bytes);
      for (const [at, value] of edits) copy[at % copy.length] = value;
      return copy;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 64 })), async (bytes) => {
      await inspectOriginal(bytes);
    }),
    { numRuns: 150 },
  );
});

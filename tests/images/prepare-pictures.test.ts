import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { filesOf } from '../../src/images/plan-picture.ts';
import { animatedGif, openWorkshop, photo, plain } from './picture-workshop.ts';

test('a photo is served as AVIF, WebP and one JPEG, in widths up to its own', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(400, 300).jpeg());
  const { pictures, files, failures } = await shop.prepare(['a.jpg']);
  const picture = pictures.get('a.jpg');
  expect(failures).toEqual([]);
  expect(picture).toMatchObject({ width: 400, height: 300, fallback: { width: 400, height: 300 } });
  expect(picture?.sources.map((s) => [s.type, s.files.map((f) => `${f.width}x${f.height}`)])).toEqual([
    ['image/avif', ['320x240', '400x300']],
    ['image/webp', ['320x240', '400x300']],
  ]);
  expect(picture?.fallback.address).toMatch(/^\/img\/[0-9a-f]{20}-400\.jpg$/);
  expect(files.map((f) => f.address)).toEqual(files.map((f) => f.address).toSorted());
  expect(files).toHaveLength(5);
});

test('every file has the size and the format that the picture states', async () => {
  const shop = await openWorkshop();
  // A ratio whose heights do not come out even.
  await shop.put('a.png', photo(357, 211, 4).png());
  const { pictures, files } = await shop.prepare(['a.png']);
  const picture = pictures.get('a.png');
  for (const file of picture ? filesOf(picture) : []) {
    const source = files.find((f) => f.address === file.address)?.source;
    const { width, height, format } = await sharp(source).metadata();
    expect([file.address, width, height]).toEqual([file.address, file.width, file.height]);
    expect(file.address.replace(/.*\./, '')).toBe(format === 'heif' ? 'avif' : format);
  }
});

test('a picture smaller than the smallest step keeps its width', async () => {
  const shop = await openWorkshop();
  await shop.put('small.jpg', photo(120, 90).jpeg());
  const { pictures, files } = await shop.prepare(['small.jpg']);
  expect(pictures.get('small.jpg')?.sources[0]?.files.map((f) => f.width)).toEqual([120]);
  expect(files).toHaveLength(3);
});

test('transparency makes the fallback a PNG', async () => {
  const shop = await openWorkshop();
  await shop.put('logo.png', plain(60, 40, { r: 0, g: 0, b: 255, alpha: 0.5 }).png());
  const { pictures, files } = await shop.prepare(['logo.png']);
  expect(pictures.get('logo.png')?.fallback.address).toMatch(/-60\.png$/);
  for (const { source } of files) expect((await sharp(source).metadata()).hasAlpha).toBe(true);
});

test('the colour is the average, on white where the picture is transparent', async () => {
  const shop = await openWorkshop();
  await shop.put('red.png', plain(30, 20, '#c81e14').png());
  await shop.put('clear.png', plain(30, 20, { r: 0, g: 0, b: 0, alpha: 0 }).png());
  await shop.put('grey.png', plain(30, 20, '#777777').toColourspace('b-w').png());
  const { pictures } = await shop.prepare(['red.png', 'clear.png', 'grey.png']);
  expect([...pictures.values()].map((p) => p.colour)).toEqual(['#c81e14', '#ffffff', '#777777']);
});

test('EXIF orientation is applied', async () => {
  const shop = await openWorkshop();
  const halves = [
    { input: { create: { width: 40, height: 60, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ] as const;
  const lying = plain(80, 60, '#0000ff')
    .composite([...halves])
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 });
  await shop.put('phone.jpg', lying);
  const { pictures, files } = await shop.prepare(['phone.jpg']);
  expect(pictures.get('phone.jpg')).toMatchObject({ width: 60, height: 80 });
  for (const { source } of files) {
    const { data, info } = await sharp(source).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([60, 80]);
    // A quarter turn to the right brings the left half to the top.
    expect(data[0]).toBeGreaterThan(200);
    expect(data[data.length - info.channels]).toBeLessThan(60);
  }
});

test.each(['p3', 'srgb'])('colours arrive in sRGB from a picture in %s', async (profile) => {
  const shop = await openWorkshop();
  const original = await plain(40, 40, '#d05a28').withIccProfile(profile).png().toBuffer();
  await shop.put('wide.png', original);
  const { files } = await shop.prepare(['wide.png']);
  for (const { source } of files) {
    expect((await sharp(source).metadata()).icc).toBeUndefined();
    const pixel = [...(await sharp(source).raw().toBuffer())].slice(0, 3);
    for (const [i, value] of [0xd0, 0x5a, 0x28].entries()) expect(Math.abs((pixel[i] ?? 0) - value)).toBeLessThan(8);
  }
});

test('sixteen bits, tagged or not, keep their colours', async () => {
  const shop = await openWorkshop();
  const deep = () => plain(40, 40, '#d05a28').toColourspace('rgb16');
  await shop.put('plain.png', deep().png());
  await shop.put('tagged.png', deep().withIccProfile('p3').png());
  const { pictures } = await shop.prepare(['plain.png', 'tagged.png']);
  for (const picture of pictures.values()) {
    const source = join(shop.converted, picture.fallback.address.slice('/img/'.length));
    const pixel = [...(await sharp(source).raw().toBuffer())].slice(0, 3);
    for (const [i, value] of [0xd0, 0x5a, 0x28].entries()) expect(Math.abs((pixel[i] ?? 0) - value)).toBeLessThan(8);
  }
});

test('a picture too tall for AVIF and WebP has its fallback, converted', async () => {
  const shop = await openWorkshop();
  const exif = { IFD0: { Make: 'SecretCam' } };
  await shop.put('tall.jpg', plain(20, 17_000, '#336699').jpeg().withExif(exif));
  const { pictures, failures } = await shop.prepare(['tall.jpg']);
  expect(failures).toEqual([]);
  expect(pictures.get('tall.jpg')).toMatchObject({ sources: [], fallback: { width: 20, height: 17_000 } });
  const [file] = Object.values(await shop.files());
  expect(file?.includes('SecretCam')).toBe(false);
});

test('an animation is served as it is', async () => {
  const shop = await openWorkshop();
  const gif = await animatedGif();
  const webp = await sharp(gif, { animated: true }).webp().toBuffer();
  await shop.put('a.gif', gif);
  await shop.put('a.webp', webp);
  const { pictures } = await shop.prepare(['a.gif', 'a.webp']);
  expect([...pictures.values()]).toMatchObject([
    { sources: [], width: 40, height: 30, fallback: { width: 40, height: 30 } },
    { sources: [], width: 40, height: 30 },
  ]);
  expect(Object.values(await shop.files())).toEqual(expect.arrayContaining([gif, webp]));
  expect(pictures.get('a.gif')?.fallback.address).toMatch(/-40\.gif$/);
});

test('a harmless SVG is served as it is, with its own size', async () => {
  const shop = await openWorkshop();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24"><rect width="48" height="24" fill="#00f"/></svg>';
  await shop.put('chart.svg', svg);
  const { pictures } = await shop.prepare(['chart.svg']);
  expect(pictures.get('chart.svg')).toMatchObject({ sources: [], width: 48, height: 24, colour: '#0000ff' });
  expect(Object.values(await shop.files()).map(String)).toEqual([svg]);
});

test('only what is asked for is converted on request, and once', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(400, 300).jpeg());
  const prepared = await shop.prepare(['a.jpg'], { mode: 'on-request' });
  expect(await shop.files()).toEqual({});
  const address = prepared.pictures.get('a.jpg')?.sources[1]?.files[0]?.address ?? '';
  const answers = await Promise.all([prepared.convertOnRequest(address), prepared.convertOnRequest(address)]);
  const file = join(shop.converted, address.slice('/img/'.length));
  expect(answers).toEqual([
    { file, type: 'image/webp' },
    { file, type: 'image/webp' },
  ]);
  const first = await shop.written();
  expect(Object.keys(first)).toHaveLength(1);
  await prepared.convertOnRequest(address);
  expect(await shop.written()).toEqual(first);
  expect(await prepared.convertOnRequest('/img/../../etc/passwd')).toBeUndefined();
});

test('the preview and the build make the same bytes at the same addresses', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(400, 300).jpeg());
  const preview = await shop.prepare(['a.jpg'], { mode: 'on-request' });
  for (const { address } of preview.files) await preview.convertOnRequest(address);
  const asked = await shop.files();
  const other = join(shop.root, 'other');
  const built = await shop.prepare(['a.jpg'], { cacheDirectory: other });
  expect(built.pictures).toEqual(preview.pictures);
  expect(await shop.files(join(other, 'files'))).toEqual(asked);
});

test('an original that changed after the page was made is not converted under the old address', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(200, 150).jpeg());
  const prepared = await shop.prepare(['a.jpg'], { mode: 'on-request' });
  await shop.put('a.jpg', photo(200, 151).jpeg());
  expect(await prepared.convertOnRequest(prepared.files[0]?.address ?? '')).toBeUndefined();
});

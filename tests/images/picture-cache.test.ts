import { execFile } from 'node:child_process';
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { pruneImages } from '../../src/images/prune-images.ts';
import { openWorkshop, photo } from './picture-workshop.ts';

test('a second build converts nothing and opens no original', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(350, 200).jpeg());
  await shop.put('b.png', photo(100, 80, 4).png());
  const first = await shop.prepare(['a.jpg', 'b.png']);
  const written = await shop.written();
  const onProgress = vi.fn();
  const second = await shop.prepare(['a.jpg', 'b.png'], { onProgress });
  expect(onProgress).not.toHaveBeenCalled();
  expect(second.pictures).toEqual(first.pictures);
  expect(second.files).toEqual(first.files);
  expect(await shop.written()).toEqual(written);
});

test('progress counts the pictures that need work', async () => {
  const shop = await openWorkshop();
  for (const [i, key] of ['a.png', 'b.png', 'c.png'].entries()) await shop.put(key, photo(40 + i, 30).png());
  await shop.prepare(['a.png']);
  const steps: number[][] = [];
  await shop.prepare(['a.png', 'b.png', 'c.png'], { onProgress: (done, total) => steps.push([done, total]) });
  expect(steps).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('changed bytes get a new name, the same bytes elsewhere the same one', async () => {
  const shop = await openWorkshop();
  const bytes = await photo(80, 60).jpeg().toBuffer();
  await shop.put('a.jpg', bytes);
  await shop.put('copy.jpg', bytes);
  const before = await shop.prepare(['a.jpg', 'copy.jpg']);
  expect(before.pictures.get('copy.jpg')).toEqual(before.pictures.get('a.jpg'));
  expect(before.files).toHaveLength(3);
  await shop.put('a.jpg', photo(80, 60).jpeg({ quality: 60 }));
  const after = await shop.prepare(['a.jpg', 'copy.jpg']);
  expect(after.pictures.get('a.jpg')?.fallback.address).not.toBe(before.pictures.get('a.jpg')?.fallback.address);
  expect(after.pictures.get('copy.jpg')).toEqual(before.pictures.get('copy.jpg'));
});

test('converted files that are missing or cut short are made again, the others left alone', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(350, 200).jpeg());
  await shop.prepare(['a.jpg']);
  const whole = await shop.files();
  const before = await shop.written();
  const [cut = '', gone = '', ...others] = Object.keys(whole);
  await truncate(join(shop.converted, cut), 10);
  await rm(join(shop.converted, gone));
  await shop.prepare(['a.jpg']);
  expect(await shop.files()).toEqual(whole);
  const after = await shop.written();
  for (const name of others) expect(after[name]).toBe(before[name]);
});

test('what a killed build has left does no harm', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(100, 80).jpeg());
  await shop.put('b.jpg', photo(100, 81).jpeg());
  await shop.prepare(['a.jpg']);
  const before = await shop.written();
  const [name = ''] = Object.keys(before);
  await writeFile(join(shop.converted, `${name}.0000.tmp`), 'half a fi');
  await appendFile(join(shop.cacheDirectory, 'index.ndjson'), '{"picture":"0123","is":{"sou');
  const { failures, files } = await shop.prepare(['a.jpg', 'b.jpg']);
  expect([failures, files.length]).toEqual([[], 6]);
  expect(await shop.written()).toMatchObject(before);
  const onProgress = vi.fn();
  await shop.prepare(['a.jpg', 'b.jpg'], { onProgress });
  expect(onProgress).not.toHaveBeenCalled();
});

test.each(['', 'nonsense\n\0\n[]\nnull\n{"files":{"a":"b"}}\n', '{"picture":1}'])(
  'an index of %j is a cold cache',
  async (index) => {
    const shop = await openWorkshop();
    await shop.put('a.jpg', photo(60, 50).jpeg());
    const before = await shop.prepare(['a.jpg']);
    const whole = await shop.files();
    await writeFile(join(shop.cacheDirectory, 'index.ndjson'), index);
    expect((await shop.prepare(['a.jpg'])).pictures).toEqual(before.pictures);
    expect(await shop.files()).toEqual(whole);
  },
);

test('a digit that flipped in the index is not believed', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(60, 50).jpeg());
  const { pictures } = await shop.prepare(['a.jpg']);
  const file = join(shop.cacheDirectory, 'index.ndjson');
  const index = await readFile(file, 'utf8');
  expect(index).toContain('"width":60');
  await writeFile(file, index.replaceAll('"width":60', '"width":61'));
  expect((await shop.prepare(['a.jpg'])).pictures).toEqual(pictures);
});

test('an index that has grown is written anew with what still holds', async () => {
  const shop = await openWorkshop();
  await shop.put('a.jpg', photo(60, 50).jpeg());
  await shop.prepare(['a.jpg']);
  const index = join(shop.cacheDirectory, 'index.ndjson');
  await appendFile(index, '{"original":"/b.jpg","identity":"1","hash":"2"}\n'.repeat(2000));
  const onProgress = vi.fn();
  await shop.prepare(['a.jpg'], { onProgress });
  expect((await readFile(index, 'utf8')).split('\n').length).toBeLessThan(10);
  await shop.prepare(['a.jpg'], { onProgress });
  expect(onProgress).not.toHaveBeenCalled();
});

test('what no build has used for a month is removed, and made again when it is wanted', async () => {
  const shop = await openWorkshop();
  const { cacheDirectory } = shop;
  await shop.put('a.jpg', photo(60, 50).jpeg());
  await shop.put('b.jpg', photo(60, 51).jpeg());
  const all = [...(await shop.prepare(['a.jpg', 'b.jpg'])).files];
  const { files } = await shop.prepare(['a.jpg']);
  await writeFile(join(shop.converted, 'left.avif.0000.tmp'), 'half');
  const build = (day: number, using: typeof files, site = 'content') =>
    pruneImages({ cacheDirectory, site, used: () => using.map(({ source }) => source), now: day * 86_400_000 });
  expect(await build(100, all)).toBe(0);
  expect(await build(101, files)).toBe(0);
  // Another site that shares the cache still uses them.
  expect(await build(110, all, 'other')).toBe(0);
  // What was half written was seen on the first day.
  expect(await build(131, files)).toBe(1);
  expect(await build(141, files)).toBe(all.length - files.length);
  expect(Object.keys(await shop.files())).toHaveLength(files.length);
  expect((await shop.prepare(['b.jpg'])).failures).toEqual([]);
});

test('a damaged list of uses removes nothing', async () => {
  const shop = await openWorkshop();
  const { cacheDirectory } = shop;
  await shop.put('a.jpg', photo(60, 50).jpeg());
  const { files } = await shop.prepare(['a.jpg']);
  await writeFile(join(cacheDirectory, 'last-used.txt'), '1 files\n99999999 files/x\nno sense\0');
  expect(await pruneImages({ cacheDirectory, site: 'content', used: () => [], now: 1e12 })).toBe(0);
  expect(Object.keys(await shop.files())).toHaveLength(files.length);
});

test('builds at once, here and in another process, come to the same bytes as one alone', async () => {
  const shop = await openWorkshop();
  const keys = ['a.jpg', 'b.jpg'];
  await shop.put('a.jpg', photo(340, 200).jpeg());
  await shop.put('b.jpg', photo(120, 90).jpeg());
  const module = new URL('../../src/images/prepare-pictures.ts', import.meta.url).href;
  const requests = keys.map((key) => ({ key, file: join(shop.root, key) }));
  const options = { cacheDirectory: shop.cacheDirectory, mode: 'build', concurrency: 1 };
  const script = `import { preparePictures } from ${JSON.stringify(module)};
    const { pictures } = await preparePictures(${JSON.stringify(requests)}, ${JSON.stringify(options)});
    console.log(JSON.stringify([...pictures]));`;
  const [here, again, { stdout }] = await Promise.all([
    shop.prepare(keys),
    shop.prepare(keys, { concurrency: 1 }),
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]),
  ]);
  expect([...again.pictures]).toEqual([...here.pictures]);
  expect(JSON.parse(stdout)).toEqual([...here.pictures]);
  const alone = join(shop.root, 'alone');
  await shop.prepare(keys, { cacheDirectory: alone, concurrency: 1 });
  expect(await shop.files()).toEqual(await shop.files(join(alone, 'files')));
});

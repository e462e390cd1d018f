import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import type { SourceReader } from '../../src/content/load-content.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { article, type Files, NOW, readTree, SmallSite } from '../small-site.ts';
import { CACHES, flipCache } from './flip-cache.ts';
import { runDateline } from './run-dateline.ts';

const CLOCK = { SOURCE_DATE_EPOCH: String(NOW / 1000) };
const FILES: Files = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [
    `articles/a-${i}.md`,
    article({ title: `Ferries ${i}`, date: `2026-06-${10 + i}`, tags: [`Tag ${i % 3}`] }, `Text ${i}.\n\n`.repeat(40)),
  ]),
);

const build = (site: SmallSite, output = site.output) =>
  runDateline(['build', '--content', site.content, '--output', output, '--no-cache', '--no-ledger'], CLOCK);

/** A file system of its own, of so many kilobytes; undefined where this process may not mount one. */
function mountSmall(folder: string, size: number): true | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder], { stdio: 'ignore' });
    onTestFinished(() => void execFileSync('umount', [folder]));
    return true;
  } catch {
    process.stderr.write('No file system can be mounted here: faults of the disk are not tried.\n');
    return undefined;
  }
}

test('a full disk is named, and the site that was there stays', async ({ skip }) => {
  const site = await SmallSite.write(FILES);
  const disk = path.join(site.folder, 'disk');
  await mkdir(disk);
  if (!mountSmall(disk, 12_000)) return skip();
  const output = path.join(disk, 'site');
  expect(await build(site, output)).toMatchObject({ status: 0 });
  const before = await readTree(output);
  await site.put({
    'articles/big.md': article({}, '[All](all.pdf)\n'),
    'articles/all.pdf': Buffer.alloc(14_000_000, 'a'),
  });
  const full = await build(site, output);
  expect(full.status).toBe(3);
  expect(full.stderr).toMatch(/The disk is full[\s\S]*the site that was there is untouched/);
  expect(await readTree(output)).toEqual(before);
  expect(await readdir(disk)).toEqual(['site']);
}, 60_000);

test('an output that may not be written is named', async ({ skip }) => {
  const site = await SmallSite.write(FILES);
  const disk = path.join(site.folder, 'disk');
  await mkdir(disk);
  if (!mountSmall(disk, 1000)) return skip();
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const denied = await build(site, path.join(disk, 'site'));
  expect(denied).toMatchObject({ status: 3, stderr: expect.stringMatching(/read-only|no permission/) });
});

test('two builds at once into one output leave a whole site', async () => {
  const site = await SmallSite.write(FILES);
  const alone = await site.build({}, path.join(site.folder, 'alone'));
  for (let round = 0; round < 3; round++) {
    const both = await Promise.all([build(site), build(site)]);
    expect(both.map(({ status }) => status)).toContain(0);
    expect(await readTree(site.output)).toEqual(alone);
  }
  expect((await build(site)).status).toBe(0);
  expect((await readdir(site.folder)).filter((name) => name.includes('dateline-'))).toEqual([]);
}, 60_000);

test('a file that goes while the site is read is as if it had never been there, and missed if it was published', async () => {
  const site = await SmallSite.write(FILES);
  const inner = new ContentReader(1);
  const removing: SourceReader = {
    read: (root, sources, settings) => {
      rmSync(path.join(root, 'articles/a-3.md'));
      return inner.read(root, sources, settings);
    },
  };
  const raced = await site.build({ reader: removing });
  expect(raced).toEqual(await site.build({}, path.join(site.folder, 'without')));
  await site.put({
    'articles/a-3.md': FILES['articles/a-3.md'] ?? '',
    'addresses.txt': '/2026/06/13/a-3/ articles/a-3.md\n',
  });
  const { diagnostics } = await site.prepare({ reader: removing });
  expect(diagnostics.map(({ code }) => code)).toEqual(['address-lost']);
  expect(await readTree(site.output)).toEqual(raced);
});

test('bits that flip anywhere in the cache change nothing in the output', async () => {
  const { ranges, files, faults } = await flipCache(await SmallSite.write({}), { step: 16_384 });
  expect(faults).toEqual([]);
  expect(files.map((name) => name.replace(/-.*(?=\.)/, '')).toSorted()).toEqual(CACHES);
  expect(ranges).toBeGreaterThan(CACHES.length);
}, 120_000);

test('Windows line ends and a BOM give the same site', async () => {
  const plain = await SmallSite.write(FILES);
  const windows = await SmallSite.write(
    Object.fromEntries(
      Object.entries(FILES).map(([name, text]) => [name, `\uFEFF${String(text).replaceAll('\n', '\r\n')}`]),
    ),
  );
  const html = (tree: ReadonlyMap<string, Buffer>) =>
    [...tree].filter(([name]) => name.endsWith('.html')).map(([name, bytes]) => [name, String(bytes)]);
  expect(html(await windows.build())).toEqual(html(await plain.build()));
});

test('file names with any letters give a site or a message', async () => {
  const names = [
    'Їжак і ґанок',
    '日本語',
    'cafe\u0301',
    'a%20b',
    'quote\'and"',
    '🚢',
    'x'.repeat(200),
    '\u202Eevil',
    '-rf',
    '$(id)',
  ];
  for (const name of names) {
    const site = await SmallSite.write({ [`articles/${name}.md`]: article() });
    const { site: ready, diagnostics } = await site.prepare();
    if (ready) await writeSite(ready, site.output);
    else expect(diagnostics.map(({ code }) => code)).toEqual(['slug-invalid']);
  }
});

test('twenty thousand files in one folder take seconds', async () => {
  const site = await SmallSite.write(FILES);
  const folder = path.join(site.content, 'articles', 'notes');
  await mkdir(folder);
  for (let i = 0; i < 20_000; i++) writeFileSync(path.join(folder, `note-${i}.txt`), 'x');
  await writeFile(path.join(folder, 'last.txt'), 'x');
  const began = performance.now();
  await site.build();
  expect(performance.now() - began).toBeLessThan(20_000);
}, 60_000);

import { existsSync, linkSync, mkdirSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { article, readTree, SmallSite } from '../small-site.ts';

type Tree = ReadonlyMap<string, Buffer>;

const FILES = {
  'articles/a.md': article({ tags: ['Sea'] }),
  'articles/b.md': article({ title: 'Second', date: '2026-07-02', tags: ['Sea', 'Land'] }),
  'articles/c.md': article({ title: 'Third', date: '2026-07-03', tags: ['Land'] }),
};

const spareOf = (site: SmallSite): string => path.join(site.folder, '._site.dateline-spare');

/** Builds as the command does, and into an empty folder without anything remembered; both have to be one site. */
async function build(site: SmallSite): Promise<Tree> {
  const { site: ready, diagnostics } = await site.prepare();
  if (!ready) throw new Error(JSON.stringify(diagnostics));
  const cache = path.join(site.folder, 'cache');
  await writeSite(ready, site.output, cache);
  const tree = await readTree(site.output);
  const fresh = path.join(site.folder, 'fresh');
  await writeSite((await site.prepare()).site ?? ready, fresh);
  expect([...tree]).toEqual([...(await readTree(fresh))]);
  await rm(fresh, { recursive: true });
  return tree;
}

const rename = (site: SmallSite, title: string) =>
  site.put({
    'articles/a.md': article({ title, tags: ['Sea'] }),
    [`articles/${title.toLowerCase()}.md`]: article({ title }),
  });

async function builtTwice(): Promise<SmallSite> {
  const site = await SmallSite.write(FILES);
  await build(site);
  await rename(site, 'Changed');
  await build(site);
  return site;
}

test('the output that was replaced stays beside it, as the same files, and the next build begins with it', async () => {
  const site = await builtTwice();
  const inodeOf = async (folder: string, file: string) => (await stat(path.join(folder, file))).ino;
  expect(await inodeOf(spareOf(site), '404.html')).toBe(await inodeOf(site.output, '404.html'));
  const { ino } = await stat(path.join(spareOf(site), '404.html'));
  const folder = (await stat(path.join(spareOf(site), 'tag', 'land'))).ino;
  await rename(site, 'Again');
  await build(site);
  expect(await inodeOf(site.output, '404.html')).toBe(ino);
  expect(await inodeOf(site.output, 'tag/land')).toBe(folder);
  expect((await readdir(site.folder)).toSorted()).toEqual(['._site.dateline-spare', '_site', 'cache', 'content']);
});

test('no build writes into a file that is published, or ever was', async () => {
  const site = await SmallSite.write(FILES);
  const versions: { readonly copy: string; readonly tree: Tree }[] = [];
  const steps = [
    () => site.put({}),
    () => rename(site, 'Changed'),
    () => site.remove('articles/b.md'),
    () => site.put({ 'articles/b.md': FILES['articles/b.md'] }),
    () => site.put({ 'site.yaml': 'name: Another Post\nurl: https://test.example\nlanguage: en\ntimeZone: UTC\n' }),
    () => site.put({ 'articles/a.md': FILES['articles/a.md'] }),
    () => site.put({}),
    () => site.remove('articles/changed.md'),
  ];
  for (const [i, step] of steps.entries()) {
    await step();
    const tree = await build(site);
    const copy = path.join(site.folder, `version-${i}`);
    for (const name of tree.keys()) {
      mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
      linkSync(path.join(site.output, name), path.join(copy, name));
    }
    versions.push({ copy, tree });
  }
  for (const { copy, tree } of versions) expect([...(await readTree(copy))]).toEqual([...tree]);
});

test('what somebody put into the spare output is not published, and what somebody took is there', async () => {
  const site = await builtTwice();
  await writeFile(path.join(spareOf(site), 'secret.txt'), 'mine');
  mkdirSync(path.join(spareOf(site), 'hidden'));
  await writeFile(path.join(spareOf(site), 'hidden', 'index.html'), 'mine');
  await rm(path.join(spareOf(site), 'tag'), { recursive: true });
  await rename(site, 'Again');
  const tree = await build(site);
  expect([...tree.keys()].filter((name) => /secret|hidden/.test(name))).toEqual([]);
  expect(tree.has('tag/land/index.html')).toBe(true);
});

test.each<[string, (site: SmallSite) => Promise<unknown>]>([
  ['whose list is damaged', (site) => writeFile(path.join(spareOf(site), '.dateline-spare'), 'half a lis')],
  ['whose list is gone', (site) => rm(path.join(spareOf(site), '.dateline-spare'))],
  ['of an output that is gone', (site) => rm(site.output, { recursive: true })],
  ['of an output that another build has replaced', (site) => site.build()],
])('a spare output %s is not begun with', async (_, spoil) => {
  const site = await builtTwice();
  await writeFile(path.join(spareOf(site), '404.html'), 'spoilt');
  await rm(path.join(site.folder, 'cache'), { recursive: true });
  await spoil(site);
  await rename(site, 'Again');
  expect(String((await build(site)).get('404.html'))).not.toBe('spoilt');
});

test('where a file was there can be a folder, and the other way round', async () => {
  const site = await SmallSite.write(FILES);
  const [file, inFolder] = ['files/articles/terms.pdf', 'files/articles/terms.pdf/2026.pdf'];
  const seen: boolean[][] = [];
  // Each of them is begun with the output of two builds ago.
  for (const name of ['terms.pdf', 'terms.pdf/2026.pdf', 'terms.pdf', 'terms.pdf', 'terms.pdf/2026.pdf']) {
    await rm(path.join(site.content, 'articles/terms.pdf'), { recursive: true, force: true });
    await site.put({
      [`articles/${name}`]: '%PDF-1.4',
      'pages/about.md': `---\ntitle: About\n---\n\n[terms](/articles/${name})\n`,
    });
    await rename(site, `Version ${seen.length}`);
    const tree = await build(site);
    seen.push([tree.has(file), tree.has(inFolder)]);
  }
  expect(seen).toEqual([
    [true, false],
    [false, true],
    [true, false],
    [true, false],
    [false, true],
  ]);
});

test('a build that changes nothing keeps it, one that remembers nothing has none', async () => {
  const site = await builtTwice();
  await build(site);
  expect(existsSync(path.join(spareOf(site), '.dateline-spare'))).toBe(true);
  const other = path.join(site.folder, 'other');
  await site.build({}, other);
  await rename(site, 'Again');
  await site.build({}, other);
  expect((await readdir(site.folder)).filter((name) => name.includes('other'))).toEqual(['other']);
  expect(await readFile(path.join(other, 'index.html'), 'utf8')).toContain('Again');
});

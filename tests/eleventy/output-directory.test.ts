import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MakerThread } from '../../src/eleventy/maker-thread.ts';
import { MANIFEST, manifestText } from '../../src/eleventy/manifest.ts';
import { ForeignOutputError, OutputDirectory } from '../../src/eleventy/output-directory.ts';
import type { PreparedSite } from '../../src/eleventy/prepare-site.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { article, readTree, SmallSite } from '../small-site.ts';

const oneArticle = () => SmallSite.write({ 'articles/a.md': article() });

async function prepared(site: SmallSite): Promise<PreparedSite> {
  const { site: ready, diagnostics } = await site.prepare();
  if (!ready) throw new Error(JSON.stringify(diagnostics));
  return ready;
}

test('a folder that holds what no build wrote is refused, and nothing in it is touched', async () => {
  const site = await oneArticle();
  await mkdir(site.output);
  await writeFile(path.join(site.output, 'thesis.docx'), 'years of work');
  await expect(site.build()).rejects.toThrow(ForeignOutputError);
  await expect(site.build()).rejects.toThrow(/thesis\.docx/);
  expect((await readTree(site.output)).get('thesis.docx')?.toString()).toBe('years of work');
  expect(await readdir(site.folder)).not.toContainEqual(expect.stringMatching(/dateline-\d/));
});

test('a file put among those of a build is noticed and kept', async () => {
  const site = await oneArticle();
  await site.build();
  await writeFile(path.join(site.output, '2026', 'notes.txt'), 'mine');
  await expect(site.build()).rejects.toThrow(/2026\/notes\.txt/);
  expect(await readFile(path.join(site.output, '2026', 'notes.txt'), 'utf8')).toBe('mine');
});

test('a symbolic link in the output is foreign, and what it points to stays', async () => {
  const site = await oneArticle();
  await site.build();
  await symlink(site.content, path.join(site.output, 'link'));
  await expect(site.build()).rejects.toThrow(ForeignOutputError);
  expect((await readTree(site.content)).size).toBeGreaterThan(1);
});

test('an empty folder is taken, and one that is not there is made', async () => {
  const site = await oneArticle();
  await mkdir(site.output);
  expect([...(await site.build()).keys()]).toContain('index.html');
  const deep = path.join(site.folder, 'a', 'b', 'public');
  expect([...(await site.build({}, deep)).keys()]).toContain('index.html');
});

test('files that did not change are the very files of the last build', async () => {
  const site = await oneArticle();
  await site.build();
  const before = await stat(path.join(site.output, '404.html'));
  await site.put({ 'articles/b.md': article({ date: '2026-07-02', title: 'Another' }) });
  await site.build();
  const after = await stat(path.join(site.output, '404.html'));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  expect(await readFile(path.join(site.output, 'index.html'), 'utf8')).toContain('Another');
});

test('an output that another build has replaced since it was opened is looked at again', async () => {
  const site = await oneArticle();
  await site.build();
  const early = OutputDirectory.open(site.output, { spare: true });
  await early;
  const own = await prepared(site);
  await site.put({ 'articles/a.md': article({ title: 'Of another build' }), 'articles/b.md': article({ title: 'B' }) });
  await site.build();
  await writeSite(own, site.output, path.join(site.folder, 'kept'), { opened: early });
  const fresh = path.join(site.folder, 'fresh');
  await writeSite(own, fresh);
  expect([...(await readTree(site.output))]).toEqual([...(await readTree(fresh))]);
});

test('what is no longer part of the site is gone from the output', async () => {
  const site = await SmallSite.write({ 'articles/a.md': article(), 'articles/b.md': article({ tags: ['Gone'] }) });
  expect([...(await site.build()).keys()]).toContain('tag/gone/index.html');
  await site.remove('articles/b.md');
  const files = [...(await site.build()).keys()];
  expect(files.filter((name) => name.includes('gone') || name.includes('/b/'))).toEqual([]);
});

test('the manifest names every file of the output and no other', async () => {
  const site = await oneArticle();
  const files = await site.build();
  const named = files
    .get('.dateline-manifest')
    ?.toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\S+ /, ''));
  expect(named?.toSorted()).toEqual([...files.keys()].filter((name) => name !== '.dateline-manifest').toSorted());
});

test('what a dead build left beside the output is cleaned up; a living one’s is left alone', async () => {
  const site = await oneArticle();
  const dead = path.join(site.folder, '._site.dateline-999999999-00000000');
  const living = path.join(site.folder, `._site.dateline-${process.ppid}-00000000`);
  for (const folder of [dead, living]) {
    await mkdir(folder);
    await writeFile(path.join(folder, 'index.html'), 'half');
  }
  await site.build();
  const left = await readdir(site.folder);
  expect(left).not.toContain(path.basename(dead));
  expect(left).toContain(path.basename(living));
});

test('the site of a build that died while putting it in place comes back', async () => {
  const site = await oneArticle();
  const old = path.join(site.folder, '._site.dateline-999999999-00000000.old');
  const elsewhere = path.join(site.folder, 'elsewhere');
  await site.build({}, elsewhere);
  await rename(elsewhere, old);
  const files = await site.build();
  expect([...files.keys()]).toContain('index.html');
  expect(await readdir(site.folder)).not.toContain(path.basename(old));
});

test('a build that fails leaves the old site, byte by byte, and nothing beside it', async () => {
  const site = await oneArticle();
  const before = await site.build();
  await site.put({ 'articles/a.md': article({ title: 'Changed' }) });
  const ready = await prepared(site);
  const broken = { address: '/late.txt', source: path.join(site.folder, 'not-there') };
  await expect(writeSite({ ...ready, files: [...ready.files, broken] }, site.output)).rejects.toThrow(/not-there/);
  const failing = ready.pages.map((page) =>
    page.layout === 'front'
      ? {
          ...page,
          view: () => {
            throw new Error('no front page today');
          },
        }
      : page,
  );
  await expect(writeSite({ ...ready, pages: failing }, site.output)).rejects.toThrow();
  expect(await readTree(site.output)).toEqual(before);
  expect((await readdir(site.folder)).toSorted()).toEqual(['_site', 'cache', 'content']);
});

test('a page that a thread cannot make fails the build, and nothing is written any more', async () => {
  const site = await oneArticle();
  const before = await site.build();
  const thread = new MakerThread();
  onTestFinished(() => thread.stop());
  const ready = await prepared(site);
  // Without its words the front page cannot be laid out.
  const pages = ready.pages.map((page) =>
    page.layout === 'front' ? { ...page, view: () => ({ layout: 'front' }) as never } : page,
  );
  await expect(writeSite({ ...ready, pages }, site.output, undefined, { thread })).rejects.toThrow();
  expect(await readTree(site.output)).toEqual(before);
  expect((await readdir(site.folder)).toSorted()).toEqual(['_site', 'cache', 'content']);
});

test('a large output is looked at as closely as a small one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const site = path.join(folder, '_site');
  // So long that looking at them is worth a thread.
  const files = Array.from({ length: 3000 }, (_, i) => `${'long-'.repeat(28)}${i}.html`);
  await mkdir(path.join(site, 'old'), { recursive: true });
  for (const file of files) await writeFile(path.join(site, file), '');
  const manifest = manifestText([...files, 'gone.html'].map((file) => [file, 'hash']));
  expect(manifest.length).toBeGreaterThan(400_000);
  await writeFile(path.join(site, MANIFEST), manifest);
  const output = await OutputDirectory.open(site);
  expect([output.carryOver(files[0] ?? ''), output.carryOver('gone.html')]).toEqual([true, false]);
  await writeFile(path.join(site, 'old', 'thesis.docx'), 'years of work');
  await expect(OutputDirectory.open(site)).rejects.toThrow(/old\/thesis\.docx/);
});

test('a build that fails while files are being carried over leaves nothing beside the site', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const site = path.join(folder, '_site');
  const files = new Map(Array.from({ length: 3000 }, (_, i) => [`${i}/index.html`, 'hash']));
  for (const file of files.keys()) {
    await mkdir(path.join(site, path.dirname(file)), { recursive: true });
    await writeFile(path.join(site, file), file);
  }
  await writeFile(path.join(site, MANIFEST), manifestText(files));
  const output = await OutputDirectory.open(site);
  for (const file of files.keys()) output.carryOver(file);
  const linking = output.linkCarried();
  await new Promise(setImmediate);
  await output.discard();
  await linking;
  expect(await readdir(folder)).toEqual(['_site']);
  expect((await readTree(site)).size).toBe(3001);
});

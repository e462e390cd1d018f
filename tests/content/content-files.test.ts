import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listContent } from '../../src/content/content-files.ts';
import { article, SmallSite } from '../small-site.ts';

test('files are sorted into kinds by their folder; hidden ones and backups of editors’ programs are left alone', async () => {
  const site = await SmallSite.write({
    'articles/2026/07/a.md': article(),
    'articles/.a.md.swp': 'x',
    'articles/.obsidian/b.md': 'x',
    'articles/2026/coaches.jpg': 'x',
    'authors/olha.md': 'x',
    'authors/deep/er.md': 'x',
    'pages/uk/about.md': 'x',
    'embeds/tweets/20.json': 'x',
    'notes.md': 'x',
  });
  const { byKind, all } = await listContent(site.content);
  expect(byKind).toEqual({
    article: ['articles/2026/07/a.md'],
    author: ['authors/olha.md'],
    tag: [],
    series: [],
    page: ['pages/uk/about.md'],
    tweet: ['embeds/tweets/20.json'],
  });
  expect(all).toContain('articles/2026/coaches.jpg');
  expect([...all].filter((name) => name.includes('/.'))).toEqual([]);
});

test('a symbolic link is followed to a file within content/ and nowhere else', async () => {
  const site = await SmallSite.write({ 'articles/a.md': article(), 'images/one.png': 'x' });
  await writeFile(path.join(site.folder, 'secret.png'), 'secret');
  await mkdir(path.join(site.folder, 'content-of-others'));
  await writeFile(path.join(site.folder, 'content-of-others', 'b.png'), 'secret');
  const link = (name: string, target: string) => symlink(path.join(site.folder, target), path.join(site.content, name));
  await link('images/inside.png', 'content/images/one.png');
  await link('images/outside.png', 'secret.png');
  await link('images/beside.png', 'content-of-others/b.png');
  await link('images/nowhere.png', 'not-there.png');
  await link('images/folder', 'content/articles');
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'images/beside.png path-outside',
    'images/folder path-outside',
    'images/nowhere.png path-outside',
    'images/outside.png path-outside',
  ]);
  expect((await listContent(site.content)).all).toContain('images/inside.png');
});

test('a content folder may itself be reached through a symbolic link', async () => {
  const site = await SmallSite.write({ 'articles/a.md': article() });
  const other = path.join(site.folder, 'linked');
  await symlink(site.content, other);
  const { site: prepared } = await site.prepare({ content: other });
  expect(prepared?.publication.entries.size).toBe(1);
});

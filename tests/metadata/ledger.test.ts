import { execFileSync } from 'node:child_process';
import { copyFile, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLedger } from '../../src/content/load-ledger.ts';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { article, type Files, SITE_YAML, SmallSite } from '../small-site.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };
const FERRIES = '/2026/07/01/ferries/ articles/ferries.md\n';

const build = (site: SmallSite, ...more: readonly string[]) =>
  runDateline(['build', '--content', site.content, '--output', site.output, '--no-cache', ...more], CLOCK);
const ledgerOf = (site: SmallSite) => readFile(path.join(site.content, 'addresses.txt'), 'utf8').catch(() => undefined);
const codesOf = async (files: Files) => {
  const { diagnostics } = await (await SmallSite.write(files)).prepare();
  return diagnostics.map(({ code }) => code);
};

test('a build lists what it published, articles and pages; drafts and scheduled articles never', async () => {
  const site = await SmallSite.write({
    'articles/ferries.md': article(),
    'articles/draft.md': article({ draft: true }),
    'articles/later.md': article({ date: '2026-07-05' }),
    'pages/about.md': '---\ntitle: About\n---\n',
  });
  expect(await build(site)).toMatchObject({ status: 0, stdout: expect.stringContaining('addresses.txt') });
  expect(await ledgerOf(site)).toBe(`${FERRIES}/about/ pages/about.md\n`);
  const before = await stat(path.join(site.content, 'addresses.txt'));
  expect((await build(site)).stdout).not.toContain('addresses.txt');
  expect((await stat(path.join(site.content, 'addresses.txt'))).mtimeMs).toBe(before.mtimeMs);
});

test('it stays as it is when the build fails, with --no-ledger, and for a moment that has not come', async () => {
  const site = await SmallSite.write({ 'articles/ferries.md': article({ sektion: 'x' }) });
  expect((await build(site)).status).toBe(1);
  expect(await ledgerOf(site)).toBeUndefined();
  await site.put({ 'articles/ferries.md': article() });
  expect((await build(site, '--no-ledger')).status).toBe(0);
  expect((await build(site, '--now', '2999-01-01')).status).toBe(0);
  expect(await ledgerOf(site)).toBeUndefined();
});

test('an article that is renamed or deleted is missed, until a redirect or a reason is written', async () => {
  const site = await SmallSite.write({ 'articles/ferries.md': article() });
  expect((await build(site)).status).toBe(0);
  await rename(path.join(site.content, 'articles/ferries.md'), path.join(site.content, 'articles/boats.md'));
  const lost = await build(site);
  expect(lost.status).toBe(1);
  expect(lost.stderr).toContain('/2026/07/01/ferries/ was published from articles/ferries.md');
  await site.put({ 'articles/boats.md': article({ redirectFrom: ['/2026/07/01/ferries/'] }) });
  expect((await build(site)).status).toBe(0);
  expect(await ledgerOf(site)).toBe(`/2026/07/01/boats/ articles/boats.md\n${FERRIES}`);

  await site.remove('articles/boats.md');
  expect((await build(site)).stderr.match(/address-lost/g)).toHaveLength(4);
  await site.put({
    'gone.yaml': '/2026/07/01/ferries: Sued & <b>lost</b>.\n',
    'redirects.yaml': '/2026/07/01/boats/: /archive/\n',
  });
  expect((await build(site)).status).toBe(0);
  const page = await readFile(path.join(site.output, '2026/07/01/ferries/index.html'), 'utf8');
  expect(page).toContain('This page was withdrawn');
  expect(page).toContain('Sued &amp; &lt;b&gt;lost&lt;/b&gt;.');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(await ledgerOf(site)).toContain(FERRIES);
});

test('a file that moves and keeps its address is entered under its new name', async () => {
  const site = await SmallSite.write({ 'articles/2026/ferries.md': article(), 'addresses.txt': FERRIES });
  expect((await build(site)).status).toBe(0);
  expect(await ledgerOf(site)).toBe('/2026/07/01/ferries/ articles/2026/ferries.md\n');
});

test('a build as of an earlier moment misses nothing that was published since', async () => {
  expect(
    await codesOf({
      'articles/ferries.md': article({ date: '2026-07-09' }),
      'addresses.txt': '/2026/07/09/ferries/ articles/ferries.md\n',
    }),
  ).toEqual([]);
});

test('an article that cannot be read is not missed on top of that', async () => {
  expect(await codesOf({ 'articles/ferries.md': 'No front matter.', 'addresses.txt': FERRIES })).toEqual([
    'front-matter-missing',
  ]);
});

test('upper and lower case, slashes and escapes of an address do not matter', async () => {
  const files = { 'addresses.txt': '/Old/%D1%81/ articles/a.md\n/old.HTML articles/b.md\n' };
  expect(await codesOf({ ...files, 'redirects.yaml': '/old/с: /archive/\n/OLD.html: /archive/\n' })).toEqual([]);
});

test('lines in any order, repeated, with a BOM and Windows line ends are read', () => {
  const { entries, problems } = readLedger('\uFEFF/b/ pages/b c.md\r\n/a/ pages/a.md\r\n\r\n/b/ pages/b c.md\r\n');
  expect(problems).toEqual([]);
  expect(entries.map(({ address, source }) => [address, source])).toEqual([
    ['/b/', 'pages/b c.md'],
    ['/a/', 'pages/a.md'],
  ]);
});

test('two branches that published are merged without a conflict, and the next build sets the list in order', async () => {
  const site = await SmallSite.write({ 'articles/ferries.md': article() });
  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@test.example', '-c', 'init.defaultBranch=main', ...args],
      { cwd: site.folder, stdio: 'pipe' },
    );
  await copyFile(path.join(ROOT, '.gitattributes'), path.join(site.folder, '.gitattributes'));
  await writeFile(path.join(site.folder, '.gitignore'), '_site\n');
  const publish = async (name: string) => {
    if (name !== 'ferries') await site.put({ [`articles/${name}.md`]: article() });
    expect((await build(site)).status).toBe(0);
    git('add', '-A');
    git('commit', '-qm', name);
  };
  git('init', '-q');
  await publish('ferries');
  git('switch', '-qc', 'other');
  await publish('gulls');
  git('switch', '-q', 'main');
  await publish('harbour');
  git('merge', '-q', 'other', '-m', 'merge');
  expect((await build(site)).status).toBe(0);
  const names = ['ferries', 'gulls', 'harbour'];
  expect(await ledgerOf(site)).toBe(names.map((name) => `/2026/07/01/${name}/ articles/${name}.md\n`).join(''));
});

test('under another language’s edition what is withdrawn is said in that language', async () => {
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}languages: [en, uk]\n`,
    'articles/a.md': article({ language: 'uk' }),
    'gone.yaml': '/uk/2020/01/01/b/: За рішенням суду.\n',
  });
  const page = (await site.build()).get('uk/2020/01/01/b/index.html')?.toString();
  expect(page).toContain('<html lang="uk">');
  expect(page).toContain('Цю сторінку вилучено');
});

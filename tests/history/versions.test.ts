import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Compared } from '../../src/history/compare-texts.ts';
import { article, NOW, readTree, SmallSite } from '../small-site.ts';
import { GitSite, WITH_HISTORY } from './git-site.ts';

const ADDRESS = '/2026/07/01/ferries/';
const text = (keys: Readonly<Record<string, unknown>>, body: string) =>
  article({ title: 'Ferries return', date: '2026-07-01T06:00:00Z', ...keys }, body);

/** `a [-b-]{+c+}`, paragraphs apart. */
function shown(paragraphs: readonly Compared[] = []): string {
  return paragraphs
    .map((compared) =>
      'unchanged' in compared
        ? `(${compared.unchanged})`
        : compared.pieces
            .map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`))
            .join(''),
    )
    .join('\n');
}

test('what was changed after publication is told by date, word by word, with the correction that explains it', async () => {
  const git = await GitSite.write(
    { 'articles/ferries.md': text({}, 'One.\n\nTwo ferries sail on Monday.\n\nThree.\n') },
    '2026-07-01T07:00:00Z',
  );
  await git.commit(
    {
      'articles/ferries.md': text(
        { title: 'Ferries come back' },
        'One.\n\nThree ferries sail on Monday.\n\nThree.\n\nFour.\n',
      ),
    },
    '2026-07-02T09:00:00Z',
  );
  await git.commit(
    {
      'articles/ferries.md': text(
        { title: 'Ferries come back', corrections: [{ date: '2026-07-03', text: 'There are five.' }] },
        'One.\n\nFive ferries sail on Monday.\n\nThree.\n\nFour.\n',
      ),
    },
    '2026-07-03T09:00:00Z',
  );
  const view = await git.versions(ADDRESS);
  expect(view).toMatchObject({
    noindex: true,
    published: { iso: '2026-07-01T09:00:00+03:00' },
    article: { href: ADDRESS },
  });
  expect(view?.changes.map(({ date }) => date.iso)).toEqual(['2026-07-03T12:00:00+03:00', '2026-07-02T12:00:00+03:00']);
  const [latest, first] = view?.changes ?? [];
  expect(latest?.corrections.map((correction) => correction.text)).toEqual(['There are five.']);
  expect(first?.corrections).toEqual([]);
  expect(latest?.parts.map(({ part, paragraphs }) => [part, shown(paragraphs)])).toEqual([
    ['text', '(1)\n[-Three-]{+Five+} ferries sail on Monday.\n(2)'],
  ]);
  expect(first?.parts.map(({ part, paragraphs }) => [part, shown(paragraphs)])).toEqual([
    ['title', 'Ferries [-return-]{+come back+}'],
    ['text', '(1)\n[-Two-]{+Three+} ferries sail on Monday.\n(1)\n{+Four.+}'],
  ]);
  const page = await git.site.view('article', ADDRESS);
  expect(page.versions).toEqual({ href: `${ADDRESS}versions/`, changes: 2 });
});

describe('nothing that readers never saw is told:', () => {
  test('what was a draft', async () => {
    const git = await GitSite.write(
      { 'articles/ferries.md': text({ draft: true }, 'A secret.\n') },
      '2026-07-01T07:00:00Z',
    );
    await git.commit({ 'articles/ferries.md': text({}, 'Public.\n') }, '2026-07-01T08:00:00Z');
    expect(await git.versions(ADDRESS)).toBeUndefined();
    await git.commit({ 'articles/ferries.md': text({ draft: true }, 'Another secret.\n') }, '2026-07-02T08:00:00Z');
    await git.commit({ 'articles/ferries.md': text({}, 'Public again.\n') }, '2026-07-02T09:00:00Z');
    const view = await git.versions(ADDRESS);
    expect(view?.changes).toHaveLength(1);
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  test('what stood there before the moment of its date, and the last of it is the first version', async () => {
    const later = { date: '2026-07-03T06:00:00Z' };
    const git = await GitSite.write(
      { 'articles/ferries.md': text(later, 'An embargoed name.\n') },
      '2026-07-01T07:00:00Z',
    );
    await git.commit({ 'articles/ferries.md': text(later, 'As agreed.\n') }, '2026-07-02T07:00:00Z');
    const address = '/2026/07/03/ferries/';
    expect(await git.versions(address)).toBeUndefined();
    await git.commit({ 'articles/ferries.md': text(later, 'As agreed, and more.\n') }, '2026-07-03T07:00:00Z');
    const view = await git.versions(address);
    expect(view?.changes.map(({ parts }) => parts.map(({ paragraphs }) => shown(paragraphs)))).toEqual([
      [['As agreed{+, and more+}.'].join('')],
    ]);
    expect(JSON.stringify(view)).not.toContain('embargoed');
  });

  test('what is committed and lies ahead of the clock', async () => {
    const git = await GitSite.write({ 'articles/ferries.md': text({}, 'One.\n') }, '2026-07-01T07:00:00Z');
    await git.commit({ 'articles/ferries.md': text({}, 'Two.\n') }, '2026-07-02T07:00:00Z');
    expect(await git.versions(ADDRESS, Date.parse('2026-07-01T12:00:00Z'))).toBeUndefined();
    expect(await git.versions(ADDRESS, NOW)).toBeDefined();
  });

  test('what had errors, what differs in nothing that is seen, and what `history: false` keeps back', async () => {
    const git = await GitSite.write(
      { 'articles/ferries.md': text({ section: 'news', titel: 'x' }, 'Broken.\n') },
      '2026-07-01T07:00:00Z',
    );
    await git.commit({ 'articles/ferries.md': text({}, 'Right.\n') }, '2026-07-01T08:00:00Z');
    await git.commit({ 'articles/ferries.md': text({ tags: ['Kyiv'] }, 'Right.\n\n') }, '2026-07-01T09:00:00Z');
    expect(await git.versions(ADDRESS)).toBeUndefined();
    await git.commit({ 'articles/ferries.md': text({}, 'Right, with a name.\n') }, '2026-07-01T10:00:00Z');
    expect((await git.versions(ADDRESS))?.changes).toHaveLength(1);
    await git.commit({ 'articles/ferries.md': text({ history: false }, 'Right.\n') }, '2026-07-01T11:00:00Z');
    expect(await git.versions(ADDRESS)).toBeUndefined();
    expect(await git.site.view('article', ADDRESS)).not.toHaveProperty('versions');
  });
});

test('a file that was renamed and moved keeps its versions, and its former address leads to them', async () => {
  const body = 'A text of some length, so that git sees that the file is the same.\n\nOne.\n';
  const git = await GitSite.write({ 'articles/ferries.md': text({}, body) }, '2026-07-01T07:00:00Z');
  await git.commit({ 'articles/ferries.md': text({}, body.replace('One', 'Two')) }, '2026-07-02T07:00:00Z');
  await git.site.put({ 'articles/2026/boats.md': text({ redirectFrom: [ADDRESS] }, body.replace('One', 'Two')) });
  await git.site.remove('articles/ferries.md');
  await git.commit({}, '2026-07-03T07:00:00Z');
  expect((await git.versions('/2026/07/01/boats/'))?.changes).toHaveLength(1);
  const tree = await git.site.build();
  expect(String(tree.get('_redirects'))).toContain(`${ADDRESS}versions/ /2026/07/01/boats/versions/ 301\n`);
});

test('a merge counts when it came to the branch that is published', async () => {
  const git = await GitSite.write({ 'articles/ferries.md': text({}, 'One.\n') }, '2026-07-01T07:00:00Z');
  git.run(['checkout', '--quiet', '-b', 'work']);
  await git.commit({ 'articles/ferries.md': text({}, 'Half.\n') }, '2026-07-01T08:00:00Z');
  await git.commit({ 'articles/ferries.md': text({}, 'Two.\n') }, '2026-07-01T09:00:00Z');
  git.run(['checkout', '--quiet', 'main']);
  git.run(['merge', '--quiet', '--no-ff', 'work'], '2026-07-02T07:00:00Z');
  const view = await git.versions(ADDRESS);
  expect(view?.changes.map(({ date }) => date.epoch)).toEqual([Date.parse('2026-07-02T07:00:00Z')]);
  expect(JSON.stringify(view)).not.toContain('Half');
});

test('the same history gives the same bytes, from a cold or a warm cache; what is damaged in it counts as missing', async () => {
  const git = await GitSite.write({ 'articles/ferries.md': text({}, 'One.\n') }, '2026-07-01T07:00:00Z');
  await git.commit({ 'articles/ferries.md': text({}, 'Two.\n') }, '2026-07-02T07:00:00Z');
  const first = await git.site.build();
  expect(String(first.get('2026/07/01/ferries/versions/index.html'))).toContain('<del>');
  expect(
    [...first.keys()].filter((name) => /sitemap|feed|json$/.test(name) && String(first.get(name)).includes('versions')),
  ).toEqual([]);
  expect(await git.site.build()).toEqual(first);
  const cache = path.join(git.site.folder, 'cache', 'history.txt');
  const bytes = await readFile(cache);
  for (let i = 0; i < 12; i++) {
    const damaged = Buffer.from(bytes);
    for (let at = Math.floor((i * bytes.length) / 12); at < ((i + 1) * bytes.length) / 12; at++)
      damaged[at] = (damaged[at] ?? 0) ^ 0x15;
    await writeFile(cache, damaged);
    expect((await git.versions(ADDRESS))?.changes).toHaveLength(1);
  }
  const other = await GitSite.write({}, '2026-07-01T06:00:00Z');
  await rename(path.join(git.site.content, '.git'), path.join(other.site.folder, 'moved.git'));
  await rename(path.join(other.site.content, '.git'), path.join(other.site.folder, 'own.git'));
  await rename(path.join(other.site.folder, 'moved.git'), path.join(other.site.content, '.git'));
  other.run(['checkout', '--quiet', '--force', 'HEAD', '--', '.']);
  expect(await other.site.build()).toEqual(first);
});

test('a clone that is shallow, or no clone, is an error of a build and none of a preview', async () => {
  const git = await GitSite.write({ 'articles/ferries.md': text({}, 'One.\n') }, '2026-07-01T07:00:00Z');
  await git.commit({ 'articles/ferries.md': text({}, 'Two.\n') }, '2026-07-02T07:00:00Z');
  const shallow = await SmallSite.write({});
  git.run(['clone', '--quiet', '--depth', '1', `file://${git.site.content}`, path.join(shallow.folder, 'clone')]);
  const content = path.join(shallow.folder, 'clone');
  const { diagnostics } = await shallow.prepare({ content });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'history-missing the versions of articles cannot be told: this clone is shallow, so that most of its history is missing',
  ]);
  const preview = await shallow.prepare({ content, purpose: 'preview' });
  expect(preview.site?.pages.some(({ layout }) => layout === 'article')).toBe(true);
  const loose = await SmallSite.write({ 'site.yaml': WITH_HISTORY });
  expect((await loose.prepare()).diagnostics[0]?.message).toContain('this folder is in no git repository');
  expect((await readTree(content)).size).toBeGreaterThan(0);
});

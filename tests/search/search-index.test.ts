import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runDateline } from '../cli/run-dateline.ts';
import { article, type Files, readTree, SITE_YAML, SmallSite } from '../small-site.ts';
import { everythingIn, fragmentsOf, ofSearch } from './search-workshop.ts';

const IN_TWO_LANGUAGES = `${SITE_YAML}languages: [en, uk]\n`;

const FILES: Files = {
  'site.yaml': IN_TWO_LANGUAGES,
  'authors/ada.md': '---\nname: Ada Lind\n---\n',
  'articles/ferries.md': article(
    {
      title: 'Ferries return',
      standfirst: 'After the storm.',
      section: 'news',
      tags: ['Sea', 'Ports, old and new'],
      authors: ['ada'],
    },
    'The first boat was full. <b>Nobody</b> complained.\n',
  ),
  'articles/older.md': article({ title: 'Older', date: '2024-03-01', tags: ['Sea'] }, 'Of the year before last.\n'),
  'articles/uk.md': article({ title: 'Пороми повернулися', language: 'uk' }, 'Перший човен був повний.\n'),
  'articles/draft.md': article({ title: 'Draftheadline', draft: true, tags: ['Drafttag'] }, 'Draftbody.\n'),
  'articles/later.md': article(
    { title: 'Laterheadline', date: '2026-07-05', standfirst: 'Laterlead.' },
    'Laterbody.\n',
  ),
};

test('the index holds the published articles, each in its edition and year, and nothing of the others', async () => {
  const site = await SmallSite.write(FILES);
  const tree = await site.build();
  expect(fragmentsOf(tree).map(({ url }) => url)).toEqual([
    '/2024/03/01/older/#2024-03-01.en',
    '/2026/07/01/ferries/#2026-07-01.en',
    '/uk/2026/07/01/uk/#2026-07-01.uk',
  ]);
  const [, ferries] = fragmentsOf(tree);
  expect(ferries?.content).toContain('After the storm. The first boat was full. Nobody complained.');
  expect(ferries?.meta).toEqual({ title: 'Ferries return', standfirst: 'After the storm.' });
  expect(ferries?.filters).toEqual({
    section: ['News'],
    tag: ['Sea', 'Ports, old and new'],
    author: ['Ada Lind'],
  });
  const folders = new Set([...ofSearch(tree).keys()].map((name) => name.split('/').slice(1, 3).join('/')));
  expect([...folders]).toEqual(['en/2024', 'en/2026', 'uk/2026']);
  const text = everythingIn(tree);
  expect(text).toContain('After the storm');
  expect(text.match(/draft(?:headline|tag|body)|later(?:headline|lead|body)/gi)).toBeNull();
});

test('a filter by language is there where an edition holds more than one', async () => {
  const { 'articles/uk.md': ukrainian = '', ...others } = FILES;
  const site = await SmallSite.write({ ...others, 'site.yaml': SITE_YAML, 'articles/uk.md': ukrainian });
  expect(fragmentsOf(await site.build()).map(({ url, filters }) => [url, filters['language']])).toEqual([
    ['/2024/03/01/older/#2024-03-01.en', ['en']],
    ['/2026/07/01/ferries/#2026-07-01.en', ['en']],
    ['/2026/07/01/uk/#2026-07-01.uk', ['uk']],
  ]);
});

test('code comes once for each edition, and nothing of what Pagefind brings for its own pages', async () => {
  const tree = await (await SmallSite.write(FILES)).build();
  const code = [...ofSearch(tree).keys()].filter((name) => /\.(?:js|css|pagefind)$/.test(name));
  expect(code).toEqual([
    'pagefind/en/2024/pagefind-worker.js',
    'pagefind/en/2024/pagefind.js',
    'pagefind/en/2024/wasm.en.pagefind',
    'pagefind/uk/2026/pagefind-worker.js',
    'pagefind/uk/2026/pagefind.js',
    'pagefind/uk/2026/wasm.unknown.pagefind',
  ]);
});

test('where memory is scarce one index is made after the other', async () => {
  const site = await SmallSite.write(FILES);
  const plenty = ofSearch(await site.build());
  const scarce = await SmallSite.write(FILES);
  vi.spyOn(process, 'availableMemory').mockReturnValue(0);
  onTestFinished(() => void vi.restoreAllMocks());
  expect([...ofSearch(await scarce.build())]).toEqual([...plenty]);
  expect(process.availableMemory).toHaveBeenCalled();
});

test('two machines make the same bytes', async () => {
  const tags = (i: number) => Array.from({ length: 4 }, (_, n) => `Tag ${(i * 7 + n) % 40}`);
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `articles/n${i}.md`,
      article({ title: `Number ${i}`, tags: tags(i) }, `Word${i}`),
    ]),
  );
  const site = await SmallSite.write({ ...FILES, ...many });
  const trees = [];
  // Each run is a process of its own, and so is its Pagefind.
  for (const name of ['one', 'two']) {
    const output = path.join(site.folder, name);
    const ran = await runDateline(['build', '--content', site.content, '--output', output, '--no-cache'], {
      SOURCE_DATE_EPOCH: '1783166400',
    });
    expect(ran).toMatchObject({ status: 0 });
    trees.push(ofSearch(await readTree(output)));
  }
  const [one, two] = trees;
  expect(one?.size).toBeGreaterThan(60);
  expect([...(one?.keys() ?? [])]).toEqual([...(two?.keys() ?? [])]);
  expect([...(one ?? [])].filter(([name, bytes]) => !two?.get(name)?.equals(bytes)).map(([name]) => name)).toEqual([]);
});

test('an article more changes the index of its edition and year alone', async () => {
  const site = await SmallSite.write(FILES);
  const before = ofSearch(await site.build());
  await site.put({ 'articles/new.md': article({ title: 'One more' }) });
  const after = ofSearch(await site.build());
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0)),
  );
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((name) => !name.startsWith('pagefind/en/2026/'))).toEqual([]);
});

test('of a year with many articles the newest month is indexed apart, and what is published then changes that index alone', async () => {
  const of = (month: string, count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `articles/${month}-${i}.md`,
        article({ title: `Of ${month}, ${i}`, date: `2026-${month}-0${1 + (i % 9)}` }, `Word${i}`),
      ]),
    );
  const site = await SmallSite.write({ 'site.yaml': SITE_YAML, ...of('04', 60), ...of('05', 39) });
  const foldersOf = (tree: ReadonlyMap<string, Buffer>) => [
    ...new Set([...ofSearch(tree).keys()].map((name) => name.split('/')[2] ?? '').sort()),
  ];
  expect(foldersOf(await site.build())).toEqual(['2026']);

  await site.put({ 'articles/hundredth.md': article({ title: 'Hundredth', date: '2026-05-20' }) });
  const before = await site.build();
  expect(foldersOf(before)).toEqual(['2026', '2026-05']);
  await site.put({ 'articles/next.md': article({ title: 'Next', date: '2026-05-21' }) });
  const after = await site.build();
  const changed = [...ofSearch(after)].filter(([name, bytes]) => !before.get(name)?.equals(bytes));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter(([name]) => !name.startsWith('pagefind/en/2026-05/'))).toEqual([]);

  // A new month begins: the last one belongs to its year from now on.
  await site.put({ 'articles/june.md': article({ title: 'June', date: '2026-06-01' }) });
  const inJune = await site.build();
  expect(foldersOf(inJune)).toEqual(['2026', '2026-06']);
  expect(fragmentsOf(inJune)).toHaveLength(102);
});

test('without a change Pagefind is not started', async () => {
  const site = await SmallSite.write(FILES);
  const before = ofSearch(await site.build());
  // Whatever would be started now could not start.
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', path.join(site.folder, 'nothing'));
  try {
    await rm(site.output, { recursive: true });
    expect(ofSearch(await site.build())).toEqual(before);
    await site.put({ 'site.yaml': `${IN_TWO_LANGUAGES}tagline: Another tagline\n` });
    expect([...ofSearch(await site.build()).keys()]).toEqual([...before.keys()]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('where Pagefind cannot run the site is built without search, and one line says so', async () => {
  const site = await SmallSite.write(FILES);
  const ran = await runDateline(['build', '--content', site.content, '--output', site.output, '--no-cache'], {
    SOURCE_DATE_EPOCH: '1783166400',
    npm_config_arch: 'pdp11',
  });
  expect(ran).toMatchObject({ status: 0 });
  expect(ran.stderr.match(/The site has no search: .*pdp11.*/g)).toHaveLength(1);
  const tree = await readTree(site.output);
  expect(ofSearch(tree).size).toBe(0);
  expect(String(tree.get('search/index.html'))).toContain('role="search"');
  await expect(stat(path.join(site.output, '2026/07/01/ferries/index.html'))).resolves.toBeDefined();
});

test('the preview indexes when it is asked to, and published articles only', async () => {
  const site = await SmallSite.write(FILES);
  const { site: prepared } = await site.prepare({ purpose: 'preview' });
  const entry = await prepared?.search.read('/pagefind/en/2026/pagefind-entry.json');
  expect(JSON.parse(String(entry))).toMatchObject({ languages: { en: { page_count: 1 } } });
  expect(await prepared?.search.read('/pagefind/en/2025/pagefind-entry.json')).toBeUndefined();
});

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import type { PreparedSite } from '../../src/eleventy/prepare-site.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { MachineFile } from '../../src/metadata/machine-file.ts';
import { article, type Files, PIXEL, readTree, SITE_YAML, SmallSite, WITHOUT_STYLE } from '../small-site.ts';

const COUNT = 12;

/** Article `i` was published on the i-th of May, with one of three tags. */
const articleFile = (i: number, keys: Readonly<Record<string, unknown>> = {}, text = `Paragraph ${i}.\n`): Files => ({
  [`articles/a-${i}.md`]: article(
    {
      title: `Headline ${i}`,
      date: `2026-05-${String(i).padStart(2, '0')}`,
      section: i % 2 === 0 ? 'news' : 'opinion',
      tags: [`Tag ${i % 3}`],
      authors: ['olha'],
      ...keys,
    },
    text,
  ),
});

const picture = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="${colour}"/></svg>`;
const withPicture = { image: { src: '/images/one.svg', alt: 'A picture', credit: 'Somebody' } };

const FILES: Files = {
  'site.yaml': `${SITE_YAML}${WITHOUT_STYLE}listings: {size: 5}\n`,
  'authors/olha.md': '---\nname: Olha\n---\n\nWrites.\n',
  'images/one.svg': picture('#123456'),
  ...Object.assign({}, ...Array.from({ length: COUNT }, (_, i) => articleFile(i + 1))),
  ...articleFile(4, withPicture),
  ...articleFile(5, {}, 'See [the third](a-3.md).\n'),
  ...articleFile(6, { kind: 'live', ended: '2026-07-10' }),
  ...articleFile(7, { series: 'ferries' }),
  ...articleFile(8, { series: 'ferries' }),
  'series/ferries.md': '---\ntitle: Ferries\n---\n\nAll parts.\n',
};

interface Looked {
  /** Listings that were looked at, numbered pages apart. */
  readonly lists?: readonly string[];
  /** Pages of the archive that were looked at, and sitemaps of years. */
  readonly periods?: readonly string[];
  /** Articles whose pages were made again, by number. */
  readonly made: readonly number[];
  /** Articles whose pages were looked at, to see whether they are the same. */
  readonly at: readonly number[];
}

const numberOf = (address: string): number => Number(/\/a-(\d+)\//.exec(address)?.[1] ?? 0);
const inOrder = (numbers: Iterable<number>): number[] =>
  [...new Set(numbers)].filter((n) => n > 0).sort((a, b) => a - b);

/** Builds as the command does, on what the last build left. */
async function build(site: SmallSite, now?: number): Promise<Looked> {
  const cache = path.join(site.folder, 'kept');
  const options = { cache, reader: new ContentReader(1, cache), ...(now === undefined ? {} : { now }) };
  const { site: ready, diagnostics } = await site.prepare(options);
  if (!ready) throw new Error(JSON.stringify(diagnostics));
  const at: number[] = [];
  const made: number[] = [];
  const lists = new Set<string>();
  const periods = new Set<string>();
  const pages: PreparedSite['pages'] = ready.pages.map((page) => ({
    ...page,
    view: () => {
      made.push(numberOf(page.path));
      if (page.layout === 'listing' && !/\/\d+\/$/.test(page.path)) lists.add(page.path);
      if (page.layout.startsWith('archive')) periods.add(page.path);
      return page.view();
    },
    ...(page.inputs
      ? {
          inputs: () => {
            at.push(numberOf(page.path));
            return page.inputs?.();
          },
        }
      : {}),
  }));
  const files = ready.files.map((file) => {
    if (!(file instanceof MachineFile) || !/^\/sitemap-\d/.test(file.address)) return file;
    const inputs = (): unknown => {
      periods.add(file.address);
      return file.inputs?.();
    };
    return new MachineFile(file.address, () => file.text(), inputs, file.reach);
  });
  await writeSite(Object.create(ready, { pages: { value: pages }, files: { value: files } }), site.output, cache);
  return { made: inOrder(made), at: inOrder(at), lists: [...lists].toSorted(), periods: [...periods].toSorted() };
}

/** The site has to be the one that is built from nothing. */
async function expectWhole(site: SmallSite, now?: number): Promise<void> {
  const fresh = path.join(site.folder, 'fresh');
  await rm(fresh, { recursive: true, force: true });
  expect([...(await readTree(site.output))]).toEqual([...(await site.build(now === undefined ? {} : { now }, fresh))]);
}

// One for all changes: each begins with what the others have left, brought back to what it was.
let site: SmallSite;
beforeAll(async () => {
  site = await SmallSite.keep({});
});
afterAll(() => rm(site.folder, { recursive: true }));

const ALL = Array.from({ length: COUNT }, (_, i) => i + 1);
const from = (first: number): readonly number[] => ALL.filter((i) => i >= first);

test.each<[string, Files, Looked]>([
  ['another text', articleFile(2, {}, 'Other words.\n'), { made: [2], at: [2], lists: [] }],
  ['another text of one that others lead to', articleFile(3, {}, 'Other words.\n'), { made: [3], at: [3] }],
  // From here on the fifth is always looked at, because it leads to another.
  ['another heading', articleFile(3, {}, '## Why\n\nOther words.\n'), { made: [3], at: from(2) }],
  [
    'a newer one',
    articleFile(13),
    { made: [12, 13], at: [5, 12, 13], lists: ['/author/olha/', '/section/opinion/', '/tag/tag-1/'] },
  ],
  [
    'one between the others',
    { 'articles/b.md': article({ title: 'Between', date: '2026-05-09', tags: ['Tag 0'] }) },
    { made: [9, 10, 12], at: [5, ...from(9)] },
  ],
  ['another headline', articleFile(9, { title: 'Renamed' }), { made: [8, 9, 10, 12], at: [5, ...from(8)] }],
  [
    'another tag',
    articleFile(9, { tags: ['Tag 1'] }),
    {
      made: [9, 10, 12],
      at: [5, ...from(8)],
      lists: ['/author/olha/', '/section/opinion/', '/tag/tag-0/', '/tag/tag-1/'],
    },
  ],
  ['one taken back', articleFile(9, { draft: true }), { made: [8, 10, 12], at: [5, 8, 10, 11, 12] }],
  [
    'the newest taken back',
    articleFile(12, { draft: true }),
    { made: [11], at: [5, 11], lists: ['/author/olha/', '/section/news/', '/tag/tag-0/'] },
  ],
  [
    'another text and another headline',
    { ...articleFile(2, {}, 'Other words.\n'), ...articleFile(9, { title: 'Renamed' }) },
    { made: [2, 8, 9, 10, 12], at: [2, 5, ...from(8)] },
  ],
  [
    'another day',
    articleFile(9, { date: '2026-05-02T12:00:00+03:00' }),
    { made: [2, 3, 6, 8, 9, 10, 12], at: from(2) },
  ],
  ['another picture', { 'images/one.svg': picture('#654321') }, { made: [3, 4, 5, 7, 10], at: from(3) }],
  ['another part of a series', articleFile(10, { series: 'ferries' }), { made: [10], at: [5, ...from(9)] }],
  ['another name of the author', { 'authors/olha.md': '---\nname: Olga\n---\n\nWrites.\n' }, { made: ALL, at: ALL }],
  ['another name of a tag', { 'tags/tag-1.md': '---\nlabel: First\n---\n' }, { made: [1, 4, 7, 10], at: ALL }],
  [
    'another name of a section',
    { 'site.yaml': `${FILES['site.yaml']}`.replace('name: News', 'name: Today') },
    { made: ALL, at: ALL },
  ],
  ['a picture nobody shows', { 'images/two.png': PIXEL }, { made: [], at: [5, 12] }],
])('%s: which pages of articles are made again, and which are looked at for that', async (_, change, looked) => {
  await rm(site.content, { recursive: true });
  await site.put(FILES);
  await build(site);
  await site.put(change);
  expect(await build(site)).toMatchObject(looked);
  await expectWhole(site);
});

/** Two in the year before. */
const LAST_YEAR: Files = {
  'articles/c.md': article({ title: 'Last spring', date: '2025-04-02' }),
  'articles/d.md': article({ title: 'Last summer', date: '2025-07-02' }),
};
const EVERY_PERIOD = (days: readonly string[]): readonly string[] =>
  [...new Set(days.flatMap((day) => ['/', `/${day.slice(0, 4)}/`, `/${day.slice(0, 7)}/`, `/${day}/`]))]
    .map((path) => (path === '/' ? '/archive/' : path))
    .toSorted();
const DAYS = ['2025/04/02', '2025/07/02', ...ALL.map((i) => `2026/05/${String(i).padStart(2, '0')}`)];

test.each<[string, Files, readonly string[]]>([
  ['another text', articleFile(9, {}, 'Other words.\n'), []],
  [
    'another headline',
    articleFile(9, { title: 'Renamed' }),
    ['/2026/', '/2026/05/', '/2026/05/09/', '/archive/', '/sitemap-2026.xml'],
  ],
  [
    'one more on a day that has one',
    { 'articles/e.md': article({ title: 'More', date: '2025-07-02T15:00:00+03:00' }) },
    ['/2025/', '/2025/07/', '/2025/07/02/', '/archive/', '/sitemap-2025.xml'],
  ],
  // Each day links to the one before it.
  [
    'one on a day that has none',
    { 'articles/e.md': article({ title: 'More', date: '2025-07-03' }) },
    [...EVERY_PERIOD([...DAYS, '2025/07/03']), '/sitemap-2025.xml'].filter((path) => path !== '/2026/'),
  ],
  [
    'the only one of a day taken back',
    { 'articles/c.md': article({ title: 'Last spring', date: '2025-04-02', draft: true }) },
    [...EVERY_PERIOD(DAYS.slice(1)), '/sitemap-2025.xml'].filter((path) => path !== '/2026/'),
  ],
])('%s: which periods are looked at for that', async (_, change, periods) => {
  await rm(site.content, { recursive: true });
  await site.put({ ...FILES, ...LAST_YEAR });
  await build(site);
  await site.put(change);
  expect((await build(site)).periods).toEqual(periods.toSorted());
  await expectWhole(site);
});

test('the clock alone changes pages, too', async () => {
  const timed = await SmallSite.write({ ...FILES, ...articleFile(11, { date: '2026-07-04T15:30:00+03:00' }) });
  const hour = 3_600_000;
  const start = Date.parse('2026-07-04T12:00:00Z');
  await build(timed, start);
  // The eleventh is due, is news for two days, and after that the live report ends.
  for (const later of [1, 47, 50, 24 * 8]) {
    await build(timed, start + later * hour);
    await expectWhole(timed, start + later * hour);
  }
});

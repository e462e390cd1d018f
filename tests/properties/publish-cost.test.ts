import path from 'node:path';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { numberPages } from '../../src/pages/numbering.ts';
import { article, type Files, readTree, SITE_YAML, SmallSite } from '../small-site.ts';
import { SEED } from './random-site.ts';

const FIRST = DateTime.fromISO('2023-01-01T08:00:00Z');
// Eight articles a day, as a small newsroom writes.
const HOURS_APART = 3;

const TAGS = 40;
const AUTHORS = 12;

// An article with 4 tags, 2 authors, a section and a series stands in 8 listings. Written are: its page, its JSON, its
// card for other sites and its picture for shared links (4), the page of its neighbour (1), its day, month and year and
// the archive (4), the front page (1), the list of tags (1), the newest page of each listing (8) and the feed of each
// tag, author and section (7), the feeds of the publication (3) the sitemaps (4) and build.json (1). Where a listing's page fills
// up, that page is added and the one before it learns of it: at most two files more for each such listing, whatever the
// archive's size.
const LISTINGS = 8;
const WRITTEN = 4 + 1 + 4 + 1 + 1 + LISTINGS + 7 + 3 + 4 + 1;

test(`publishing one more article writes ${WRITTEN} files on a site of 500 and on one of 2,000, and removes none`, async () => {
  for (const count of [500, 2000]) {
    const cost = await costOfOneMore(count);
    // Of the search only the index of the article's own year is made anew.
    const search = Object.values(cost).flat().filter(isOfSearch);
    expect(new Set(search.map((name) => name.split('/').slice(0, 3).join('/')))).toHaveLength(1);
    const [added = [], changed = [], removed = []] = [cost.added, cost.changed, cost.removed].map((names) =>
      names.filter((name) => !isOfSearch(name)),
    );
    expect(removed).toEqual([]);
    const filled = [...added, ...changed].filter((name) => /\/page\/\d+\/index\.html$/.test(name));
    expect(filled.length).toBeLessThanOrEqual(2 * LISTINGS);
    expect(added.length + changed.length - filled.length).toBe(WRITTEN);
  }
}, 120_000);

const isOfSearch = (name: string): boolean => name.startsWith('pagefind/');

interface Cost {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

async function costOfOneMore(count: number): Promise<Cost> {
  const site = await SmallSite.write(filesOf(count));
  const now = FIRST.plus({ hours: HOURS_APART * count + 1 }).toMillis();
  const before = await site.build({ now });
  await site.put(articleFile(count, ONE_MORE));
  await site.build({ now });
  const after = await readTree(path.join(site.folder, '_site'));
  const names = [...after.keys()].filter((name) => name !== '.dateline-manifest');
  return {
    added: names.filter((name) => !before.has(name)),
    changed: names.filter((name) => before.has(name) && !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0))),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

function filesOf(count: number): Files {
  return {
    'site.yaml': SITE_YAML,
    'series/winter.md': '---\ntitle: Winter\n---\n',
    ...Object.fromEntries(
      Array.from({ length: AUTHORS }, (_, i) => [`authors/author-${i}.md`, `---\nname: Author ${i}\n---\n`]),
    ),
    ...Object.assign({}, ...Array.from({ length: count }, (_, i) => articleFile(i))),
  };
}

const ONE_MORE = {
  tags: ['Tag 1', 'Tag 2', 'Tag 3', 'Tag 4'],
  authors: ['author-1', 'author-2'],
  section: 'news',
  series: 'winter',
};

function articleFile(i: number, own: Partial<typeof ONE_MORE> = {}): Files {
  const date = FIRST.plus({ hours: HOURS_APART * i });
  const tags = Array.from({ length: 3 + (i % 3) }, (_, n) => `Tag ${(i * 7 + n * n * 3) % TAGS}`);
  const keys = {
    title: `Headline ${i}`,
    date: date.toISO(),
    section: i % 2 === 0 ? 'news' : 'opinion',
    tags,
    authors: [`author-${i % AUTHORS}`, ...(i % 4 === 0 ? [`author-${(i + 5) % AUTHORS}`] : [])],
    ...(i % 10 === 0 ? { series: 'winter' } : {}),
    ...own,
  };
  return { [`articles/${date.toFormat('yyyy/MM')}/a-${i}.md`]: article(keys, `Paragraph of article ${i}.\n`) };
}

test('a full page of a listing holds the same articles for ever, and every article stands on exactly one page', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 5, max: 40 }),
      (length, more, size) => {
        const entries = Array.from({ length: length + more }, (_, i) => i);
        const before = numberPages(entries.slice(0, length), size);
        const after = numberPages(entries, size);
        expect(after.sealed).toBeGreaterThanOrEqual(before.sealed);
        for (let page = 1; page <= before.sealed; page++) {
          expect(after.page(page)).toEqual(before.page(page));
          expect(before.page(page)).toHaveLength(size);
        }
        const shown = Array.from({ length: after.sealed }, (_, i) => after.page(i + 1).toReversed()).flat();
        expect([...shown, ...after.newest.toReversed()]).toEqual(entries);
        expect(after.newest.length).toBeLessThan(2 * size);
        if (after.sealed > 0) expect(after.newest.length).toBeGreaterThanOrEqual(size);
      },
    ),
    { seed: SEED },
  );
});

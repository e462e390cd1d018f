import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchableByPeriod } from '../../src/pages/search-view.ts';
import { buildEdition, type Entry } from '../../src/publication/edition.ts';

const MILLISECONDS = 86_400_000;

/** Entries of which only the days matter, given as days since 1970. */
function edition(days: readonly number[]) {
  const entries = days.map((day, i) => {
    const iso = new Date(day * MILLISECONDS).toISOString();
    const source = `articles/${String(i).padStart(5, '0')}.md`;
    return { article: { source, date: { epoch: day * MILLISECONDS, iso }, authors: [] }, edition: 'en', tags: [] };
  });
  return buildEdition('en', '', entries as unknown as readonly Entry[], []);
}

const sizes = (days: readonly number[]) =>
  [...searchableByPeriod(edition(days))].map(([period, entries]) => [period, entries.length]);

const dayOf = (iso: string): number => Date.parse(iso) / MILLISECONDS;
const daily = (from: string, to: string, each: number): number[] =>
  Array.from({ length: (dayOf(to) - dayOf(from) + 1) * each }, (_, i) => dayOf(from) + Math.floor(i / each));

test('a year is indexed whole until it has a hundred articles, then without its newest month', () => {
  expect(sizes(daily('2024-01-01', '2024-12-31', 1))).toEqual([
    ['2024', 335],
    ['2024-12', 31],
  ]);
  expect(sizes([...daily('2024-01-01', '2024-12-31', 1), ...daily('2025-01-01', '2025-04-09', 1)])).toEqual([
    ['2024', 366],
    ['2025', 99],
  ]);
  expect(sizes(daily('2025-01-01', '2025-04-10', 1))).toEqual([
    ['2025', 90],
    ['2025-04', 10],
  ]);
});

test('a month with a hundred articles is without its newest day, in January too', () => {
  expect(sizes(daily('2025-01-01', '2025-02-20', 6))).toEqual([
    ['2025', 186],
    ['2025-02', 114],
    ['2025-02-20', 6],
  ]);
  expect(sizes(daily('2025-01-01', '2025-01-20', 6))).toEqual([
    ['2025', 114],
    ['2025-01-20', 6],
  ]);
  expect(sizes(daily('2025-01-01', '2025-01-01', 200))).toEqual([['2025', 200]]);
  expect(sizes([])).toEqual([]);
});

test('a year with more than three thousand articles is indexed in the largest parts that have no more', () => {
  const later = daily('2024-01-01', '2024-01-02', 1);
  expect(sizes([...daily('2023-01-01', '2023-12-31', 9), ...later])).toEqual([
    ['2023-01', 1629],
    ['2023-07', 1656],
    ['2024', 2],
  ]);
  expect(sizes([...daily('2023-01-01', '2023-12-31', 20), ...later])).toEqual([
    ['2023-01', 1800],
    ['2023-04', 1820],
    ['2023-07', 1840],
    ['2023-10', 1840],
    ['2024', 2],
  ]);
  expect(sizes([...daily('2023-01-01', '2023-03-31', 40), ...later])).toEqual([
    ['2023-01', 1240],
    ['2023-02', 1120],
    ['2023-03', 1240],
    ['2024', 2],
  ]);
});

test('of the newest part the newest month and day are apart, under names of their own', () => {
  expect(sizes(daily('2023-01-01', '2023-11-20', 10)).slice(1)).toEqual([
    ['2023-07', 1230],
    ['2023-11', 190],
    ['2023-11-20', 10],
  ]);
  expect(sizes(daily('2023-01-01', '2023-07-20', 15)).slice(1)).toEqual([
    ['2023-07', 285],
    ['2023-07-20', 15],
  ]);
});

test('every article is in one period, in order, under the name of its own year', () => {
  const days = fc.array(fc.integer({ min: dayOf('2023-11-01'), max: dayOf('2025-03-01') }), { maxLength: 400 });
  // Some are busy enough to be divided, and those with the busiest quarters.
  const each = fc.constantFrom(1, 1, 20, 100);
  fc.assert(
    fc.property(days, each, (written, times) => {
      const of = edition(written.flatMap((day) => Array<number>(times).fill(day)));
      const periods = [...searchableByPeriod(of)];
      expect(periods.flatMap(([, entries]) => entries)).toEqual(of.entries);
      for (const [period, entries] of periods)
        for (const { article } of entries) expect(article.date.iso.slice(0, 4)).toBe(period.slice(0, 4));
      expect(periods.map(([period]) => period)).toEqual(periods.map(([period]) => period).toSorted());
    }),
    { numRuns: 100 },
  );
});

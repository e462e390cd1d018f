import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownPaths } from '../../src/diagnostics/known-paths.ts';

const PATHS = [
  '/2026/07/01/ferries-return/',
  '/2026/07/02/storm-over-the-estuary/',
  '/about/',
  '/section/news/',
  '/2025/01/01/about/',
];

describe('the path that was meant', () => {
  const known = new KnownPaths(PATHS);

  test.each([
    ['/2025/07/01/ferries-return/', '/2026/07/01/ferries-return/'],
    ['/2026/07/01/feries-return/', '/2026/07/01/ferries-return/'],
    ['/2026/07/01/efrries-return/', '/2026/07/01/ferries-return/'],
    ['/storm-over-the-estaury/', '/2026/07/02/storm-over-the-estuary/'],
    ['/About', '/about/'],
    ['/nothing-like-it-at-all/', undefined],
  ])('%s is %s', (written, meant) => {
    expect(known.nearest(written)).toBe(meant);
  });

  test('is never the one that is left out', () => {
    expect(known.nearest('about', '/about/')).toBe('/2025/01/01/about/');
  });
});

test('one slip in a name among thousands is found, wherever it is', () => {
  const names = Array.from({ length: 5000 }, (_, i) => `ferries-and-bridges-${(i * 7919) % 100_003}`);
  const known = new KnownPaths([...names, 'a-city-without-trams-learns-to-walk']);
  const meant = 'a-city-without-trams-learns-to-walk';
  fc.assert(
    fc.property(fc.nat(meant.length - 1), fc.constantFrom('x', ''), (at, instead) => {
      expect(known.nearest(meant.slice(0, at) + instead + meant.slice(at + 1))).toBe(meant);
    }),
  );
});

test('to ask costs no more among a hundred times as many addresses', () => {
  const ask = (many: number): number => {
    const known = new KnownPaths(Array.from({ length: many }, (_, i) => `/2026/07/01/story-number-${i}/`));
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      for (let i = 0; i < 200; i++) known.nearest(`/2026/07/01/story-nunber-${i}x/`);
      return performance.now() - began;
    });
    return Math.min(...times);
  };
  ask(500);
  expect(ask(50_000)).toBeLessThan(10 * ask(500));
});

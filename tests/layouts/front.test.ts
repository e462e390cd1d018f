import { describe, expect, test } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { link, teaser } from '../../layouts/showcase/samples.ts';
import type { FrontView } from '../../src/pages/views.ts';
import { everyView } from './fixtures.ts';
import { site } from './site.ts';

const plain = (text: string): string => text;

/** How much width each section of a front page has, when it has that many articles. */
function weights(counts: readonly number[]): readonly (string | undefined)[] {
  const front = everyView(plain).find((view): view is FrontView => view.layout === 'front');
  if (front === undefined) throw new Error('there is no front page among the views');
  const rails = counts.map((count, i) => ({
    section: link(plain, `Rail ${i}`, `/section/${i}/`),
    items: Array.from({ length: count }, () => teaser(plain)),
  }));
  const page = renderView({ ...front, rails }, site(plain, 'en'));
  return [...page.matchAll(/<section class="rail rail-(\w+)"/g)].map(([, weight]) => weight);
}

describe('the sections of a front page', () => {
  test.each([
    [
      [4, 4, 4],
      ['feature', 'row', 'row'],
    ],
    [
      [4, 4, 4, 4],
      ['feature', 'row', 'half', 'half'],
    ],
    [
      [4, 1, 1],
      ['feature', 'half', 'half'],
    ],
    [
      [1, 1],
      ['feature', 'feature'],
    ],
    [
      [4, 4, 2, 2, 1],
      ['feature', 'row', 'half', 'half', 'feature'],
    ],
  ])('with %j articles leave no half of the page empty', (counts, expected) => {
    expect(weights(counts)).toEqual(expected);
  });
});

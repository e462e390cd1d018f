import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/markdown/plain-text.ts';
import { render } from './body-workshop.ts';

describe('the plain text of a body', () => {
  test('has its blocks on lines of their own, without markup and captions', () => {
    const markdown =
      '## A *b*\n\nC `d`\ne[^1] ![x](y.jpg "z")\n\n![x](y.jpg "z")\n\n- f\n- g\n\n> h\n> — i\n\n|j|k|\n|-|-|\n\n<p>l <b>m</b> &amp; n</p>\n\n[^1]: o';
    expect(render(markdown).body.text).toBe('A b\nC d e \nf\ng\nh\ni\nj\nk\nl m & n\no');
  });

  test('has the titles of containers', () => {
    expect(render('::: factbox A\nb\n:::\n::: update 14:05 C\nd\n:::').body.text).toBe('A\nb\nC\nd');
  });
});

describe('words', () => {
  test.each([
    ['It’s the EU-wide rock-n-roll tax of 1,000.50', 7],
    ["П’ять мʼят об'єктів", 3],
    ['a – b — c', 3],
    ['日本語を読む', 6],
    ['한국어 문장', 2],
    ['مرحبا بالعالم', 2],
    ['naïve e\u0301te\u0301', 2],
    ['… !! —', 0],
    ['', 0],
  ])('%s: %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  test('of captions are not counted', () => {
    expect(render('One two.\n\n![three](a.jpg "Four five")').body.words).toBe(2);
  });
});

import { describe, expect, test } from 'vitest';
import { htmlOf } from './body-workshop.ts';

const ATTRIBUTED =
  '<figure class="quote">\n<blockquote>\n<p>We go.</p>\n</blockquote>\n<figcaption>— A. Person, <em>minister</em></figcaption>\n</figure>\n';

describe('a block quote', () => {
  test.each([
    '> We go.\n> — A. Person, *minister*',
    '> We go.\n> -- A. Person, *minister*',
    '> We go.\n>\n> — A. Person, *minister*',
    '> We go.\n>\n> &mdash; A. Person, *minister*',
    '> We go.\n—A. Person, *minister*',
  ])('names who is quoted when its last line begins with a dash', (markdown) => {
    expect(htmlOf(markdown).replaceAll('\u00a0', ' ')).toBe(ATTRIBUTED);
  });

  test('without such a line is a plain one', () => {
    expect(htmlOf('> We go — now.')).toBe('<blockquote>\n<p>We go\u00a0— now.</p>\n</blockquote>\n');
  });

  test('that begins with a dash itself is a dialogue', () => {
    expect(htmlOf('> — Who is it?\n> — Me.')).toBe('<blockquote>\n<p>— Who is it?\n— Me.</p>\n</blockquote>\n');
    expect(htmlOf('> — Me.')).not.toContain('figcaption');
  });

  test('within a quote keeps its own attribution', () => {
    expect(htmlOf('> > Inner\n> > — B\n>\n> Outer\n> — A')).toBe(
      '<figure class="quote">\n<blockquote>\n<figure class="quote">\n<blockquote>\n<p>Inner</p>\n</blockquote>\n<figcaption>— B</figcaption>\n</figure>\n<p>Outer</p>\n</blockquote>\n<figcaption>— A</figcaption>\n</figure>\n',
    );
  });
});

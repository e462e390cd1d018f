import { describe, expect, test } from 'vitest';
import { renderBody } from '../../src/markdown/render-body.ts';
import { htmlOf, OPTIONS, partsOf, problemsOf, render } from './body-workshop.ts';

describe('a container', () => {
  test('pullquote frames a quote, with who is quoted', () => {
    expect(htmlOf('::: pullquote\nWe go.\n:::')).toBe(
      '<aside class="pullquote">\n<blockquote>\n<p>We go.</p>\n</blockquote>\n</aside>\n',
    );
    expect(htmlOf('::: pullquote\nWe go.\n\n— A. Person\n:::')).toBe(
      '<aside class="pullquote">\n<figure>\n<blockquote>\n<p>We go.</p>\n</blockquote>\n<figcaption>— A.\u00a0Person</figcaption>\n</figure>\n</aside>\n',
    );
  });

  test('factbox is named by its title', () => {
    expect(htmlOf('::: factbox The "plan" & more\n- a\n:::')).toBe(
      '<aside class="factbox" aria-labelledby="factbox-the-plan-more">\n<p class="factbox-title" id="factbox-the-plan-more">The “plan” &amp; more</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n',
    );
    expect(htmlOf(':::factbox\nx\n:::')).toBe('<aside class="factbox">\n<p>x</p>\n</aside>\n');
  });

  test('may interrupt a paragraph and hold any blocks', () => {
    expect(htmlOf('Text\n::: factbox\n> a\n:::\nMore')).toBe(
      '<p>Text</p>\n<aside class="factbox">\n<blockquote>\n<p>a</p>\n</blockquote>\n</aside>\n<p>More</p>\n',
    );
  });

  test.each([
    '::: factbox\n::: pullquote\na\n:::\nb\n:::\nc',
    ':::: factbox\n::: pullquote\na\n:::\nb\n::::\nc',
    '::: factbox\n:::: pullquote\na\n::::\nb\n:::\nc',
  ])('may stand in another', (markdown) => {
    expect(problemsOf(markdown)).toEqual([]);
    expect(htmlOf(markdown)).toBe(
      '<aside class="factbox">\n<aside class="pullquote">\n<blockquote>\n<p>a</p>\n</blockquote>\n</aside>\n<p>b</p>\n</aside>\n<p>c</p>\n',
    );
  });

  test('is not ended by colons within a code block', () => {
    expect(problemsOf('::: factbox\n```\n:::\n```\n:::')).toEqual([]);
  });

  test('may stand in a quote and in a list', () => {
    expect(htmlOf('> ::: factbox\n> a\n> :::\n\n- ::: factbox\n  b\n  :::')).toBe(
      '<blockquote>\n<aside class="factbox">\n<p>a</p>\n</aside>\n</blockquote>\n<ul>\n<li>\n<aside class="factbox">\n<p>b</p>\n</aside>\n</li>\n</ul>\n',
    );
  });

  test('of an unknown name is reported with the nearest one, and its blocks stay', () => {
    const { problems } = render('Text\n\n> ::: facbox Title\n> a\n> :::');
    expect(problems).toMatchObject([
      {
        code: 'container-unknown',
        place: { at: 'point', line: 3, column: 3, endColumn: 19 },
        help: expect.stringContaining('`factbox`'),
      },
    ]);
    expect(htmlOf('::: facbox\na\n:::')).toBe('<p>a</p>\n');
  });

  test('without an end is reported where it begins', () => {
    expect(problemsOf('a\n\n  ::: factbox\nb')).toEqual(['container-unclosed 3:3']);
    expect(problemsOf('::: factbox\n::: pullquote\na\n:::')).toEqual(['container-unclosed 1:1']);
    expect(problemsOf('> ::: factbox\n> a\n\n:::')).toEqual(['container-unclosed 1:3', 'container-unknown 4:1']);
  });

  test('end without a container is reported', () => {
    expect(problemsOf('a\n:::\nb')).toEqual(['container-unknown 2:1']);
  });

  test('counts lines from where the body begins in its file', () => {
    const { problems } = renderBody({ file: 'a.md', markdown: '\n::: x\n:::', firstLine: 12 }, OPTIONS);
    expect(problems).toMatchObject([{ file: 'a.md', place: { line: 13, column: 1, endColumn: 6 } }]);
  });
});

describe('an update', () => {
  test('holds a moment of the article’s day in the publication’s zone', () => {
    expect(partsOf('::: update 14:05 Talks "begin"\na\n:::')).toEqual([
      {
        type: 'update-open',
        id: 'update-1405',
        time: { epoch: Date.UTC(2025, 6, 4, 11, 5), iso: '2025-07-04T14:05:00+03:00', dateOnly: false },
        title: 'Talks “begin”',
      },
      '<p>a</p>\n',
      { type: 'update-close' },
    ]);
  });

  test('may name its day', () => {
    expect(partsOf('::: update 2025-12-31 9:30\n:::')).toMatchObject([
      { id: 'update-0930', time: { iso: '2025-12-31T09:30:00+02:00' } },
      { type: 'update-close' },
    ]);
  });

  test('has an id of its own even at the same minute', () => {
    expect(render('::: update 14:05\n:::\n::: update 14:05\n:::').body.anchors).toEqual([
      'update-1405',
      'update-1405-2',
    ]);
  });

  test.each([
    ['::: update', 11],
    ['::: update 25:00 x', 12],
    ['::: update 14.05', 12],
    ['::: update   noon', 14],
    ['::: update 2025-02-30 10:00', 12],
    ['::: update 2025-03-30 03:30', 12],
  ])('without a time that exists is reported there, and its blocks stay: %s', (line, column) => {
    expect(problemsOf(`a\n\n${line}\nb\n:::`)).toEqual([`update-time-invalid 3:${column}`]);
    expect(htmlOf(`${line}\nb\n:::`)).toBe('<p>b</p>\n');
  });

  test('needs its day where the article has none', () => {
    const options = { language: 'en', html: 'sanitize', timeZone: 'UTC' } as const;
    const { problems } = renderBody({ file: 'a.md', markdown: '::: update 14:05\n:::', firstLine: 1 }, options);
    expect(problems).toMatchObject([{ code: 'update-time-invalid', help: expect.stringContaining('day') }]);
  });
});

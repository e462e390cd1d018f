import { describe, expect, test } from 'vitest';
import { htmlOf, problemsOf, render } from './body-workshop.ts';

describe('a footnote', () => {
  test('is found from the text and leads back to it, in words for those who hear the page', () => {
    expect(htmlOf('A[^note] and B[^note].\n\n[^note]: Said *once*.')).toBe(
      '<p>A<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> and ' +
        'B<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup>.</p>\n' +
        '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n' +
        '<li id="fn-1"><p>Said <em>once</em>. ' +
        '<a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back to text (1)">↩\ufe0e</a> ' +
        '<a href="#fnref-1-2" class="footnote-back" role="doc-backlink" aria-label="Back to text (1, 2)">↩\ufe0e</a></p>\n' +
        '</li>\n</ol>\n</section>\n',
    );
  });

  test('is labelled in the language of the text', () => {
    expect(htmlOf('A[^1]\n\n[^1]: b', { language: 'uk' })).toContain('aria-label="Примітки"');
  });

  test('is numbered by its first reference, wherever it is defined', () => {
    expect(htmlOf('[^b]: B\n\n[^a]: A\n\nx[^a] y[^b]')).toMatch(/<li id="fn-1"><p>A[\s\S]*<li id="fn-2"><p>B/);
  });

  test('may stand next to another and before a colon', () => {
    expect(htmlOf('x[^a][^b]: y\n\n[^a]: A\n[^b]: B').match(/doc-noteref/g)).toHaveLength(2);
  });

  test('may hold several blocks, indented', () => {
    expect(htmlOf('x[^1]\n\n[^1]: One\n\n    - two\n\nThree')).toMatch(
      /<p>Three<\/p>[\s\S]*<p>One<\/p>\n<ul>\n<li>two<\/li>/,
    );
  });

  test('may be written in the text', () => {
    expect(htmlOf('x^[Said *so*]')).toContain('<p>Said <em>so</em> <a href="#fnref-1"');
  });

  test.each(['[a^[c]](b.md)', '<a href="b.md">a[^1]</a>\n\n[^1]: c'])(
    'within a link is a number only: %s',
    (markdown) => {
      expect(htmlOf(markdown)).toContain('<a href="b.md">a<sup class="footnote-ref" id="fnref-1">1</sup></a>');
    },
  );

  test('that nobody refers to is left out', () => {
    expect(htmlOf('x\n\n[^1]: y')).toBe('<p>x</p>\n');
  });

  test('gives its ids to links, and no heading takes them', () => {
    expect(render('## Fn 1\n\nx[^1]\n\n[^1]: y').body.anchors).toEqual(['fn-1', 'fnref-1', 'fn-1-2']);
  });

  test('that is not defined is reported once, and shown as it is written', () => {
    expect(problemsOf('a\n\nx[^1] y[^1]\n\n| a |\n|---|\n| [^2] |')).toEqual([
      'footnote-missing 3 [^1]',
      'footnote-missing 7 [^2]',
    ]);
    expect(htmlOf('x[^1]')).toBe('<p>x[^1]</p>\n');
  });

  test.each(['`[^1]`', '\\[^1]', '[^1](https://a.example)', 'x^2', '[^a b]'])('is not %s', (markdown) => {
    expect(problemsOf(markdown)).toEqual([]);
  });
});

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/create-markdown.ts';
import { htmlOf, partsOf, problemsOf } from './body-workshop.ts';

describe('a link', () => {
  test.each(['../07/talks.md#why', '/about/', '#why', 'переговори.md', ''])(
    'within the publication is data: %s',
    (href) => {
      expect(partsOf(`x\n\n[a *b*](<${href}> "T")`)).toEqual([
        '<p>x</p>\n<p>',
        { type: 'link-open', href, title: 'T', line: 3 },
        'a <em>b</em>',
        { type: 'link-close' },
        '</p>\n',
      ]);
    },
  );

  test('to elsewhere is finished markup', () => {
    expect(partsOf('[a](https://b.example/?x=1&y="2" "T & U") <c@d.example> [e](//f.example)')).toEqual([
      '<p><a href="https://b.example/?x=1&amp;y=%222%22" title="T &amp; U">a</a> ' +
        '<a href="mailto:c@d.example">c@d.example</a> <a href="//f.example">e</a></p>\n',
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    '&#106;avascript:alert(1)',
    'made-up:x',
  ])('to an address that is not safe is its text, and reported: %s', (href) => {
    expect(htmlOf(`[a *b*](<${href}>)`)).toBe('<p>a <em>b</em></p>\n');
    expect(problemsOf(`x\n\n[a](<${href}>)`)[0]).toMatch(/^link-unsafe 3/);
  });

  test('is made of a bare address with a scheme, and of nothing else', () => {
    expect(htmlOf('See https://a.example/b_c_d. And example.com, a@b.example, ftp://x.example')).toBe(
      '<p>See <a href="https://a.example/b_c_d">https://a.example/b_c_d</a>. And example.com, a@b.example, ftp://x.example</p>\n',
    );
  });

  test('to a scheme with a line break in it leads to no scheme', () => {
    expect(partsOf('[a](<java&#10;script:x>)')).toContainEqual({ type: 'link-open', href: 'java%0Ascript:x', line: 1 });
  });

  test('may hold a picture', () => {
    expect(htmlOf('[![a](b.jpg)](c.md)')).toBe('<p><a href="c.md"><img src="b.jpg" alt="a"></a></p>\n');
  });
});

test('an address elsewhere is written as markdown-it writes it', () => {
  const own = createMarkdown({ language: 'en', html: 'sanitize' });
  const theirs = new MarkdownIt();
  const plain = fc.stringMatching(/^https?:\/\/[a-zA-Z\d.-]{1,12}(?:\/[\w./~=&?%#:é-]{0,20})?$/);
  fc.assert(
    fc.property(fc.oneof(plain, fc.webUrl({ withQueryParameters: true, withFragments: true })), (url) => {
      expect(own.normalizeLink(url)).toBe(theirs.normalizeLink(url));
    }),
    { numRuns: 2000 },
  );
});

import { expect, test } from 'vitest';
import { planMarkdownImport } from '../../src/import/markdown-site/plan-import.ts';
import { planWordPressImport } from '../../src/import/wordpress/plan-import.ts';
import { readWxr } from '../../src/import/wordpress/read-wxr.ts';
import { bodyOf, SITE, wxr } from './wordpress-export.ts';

const repeated: Readonly<Record<string, (n: number) => string>> = {
  'elements that tags closing nothing hide': (n) => '<b></x>'.repeat(n),
  'such elements with words': (n) => '<div></x>a'.repeat(n),
  'such elements of many kinds': (n) => Array.from({ length: n }, (_, i) => `<b id="${i}"></x>`).join(''),
  'tables within cells that an end tag does not leave': (n) => '<div><table><td></div>a'.repeat(n / 4),
  'items without a list': (n) => '<li>a'.repeat(n),
  'items of a list': (n) => `<ol>${'<li>a</li>'.repeat(n)}</ol>`,
  'pictures of a gallery': (n) => `<div class="gallery">${'<img src="a.jpg">'.repeat(n / 4)}</div>`,
  'open shortcodes': (n) => '[a b]'.repeat(n),
  'shortcodes of many names': (n) => Array.from({ length: n }, (_, i) => `[a${i} b]`).join(''),
  'shortcodes within shortcodes': (n) => '[a b]'.repeat(n) + '[/a]'.repeat(n),
  'open captions': (n) => '[caption]<img src="a.jpg"> '.repeat(n / 4),
  'open preformatted texts': (n) => 'a<pre>'.repeat(n * 4),
  'end tags with attributes': (n) => '<script>a</script x=\n\n'.repeat(n / 4),
  'open comments': (n) => '<!-- '.repeat(n * 4),
};

/** The shorter of two runs, in milliseconds: what the machine does besides only ever adds. */
async function timeOf(content: string): Promise<number> {
  const runs: number[] = [];
  for (let i = 0; i < 2; i++) {
    const found = await readWxr([wxr([{ content }])]);
    const start = performance.now();
    planWordPressImport(found, { site: SITE, authors: [], sections: new Map() });
    runs.push(performance.now() - start);
  }
  return Math.min(...runs);
}

// A neighbour on the same machine can slow one measurement and not the other; quadratic time fails every time.
const RETRY = { retry: 3, timeout: 60_000 };

test.each(Object.entries(repeated))(
  'four times as many %s take no more than about four times as long',
  RETRY,
  async (_, make) => {
    await timeOf(make(400));
    const [some, more] = [await timeOf(make(4000)), await timeOf(make(16_000))];
    // Quadratic time would be sixteen times as long; what takes a few milliseconds says nothing.
    expect(more).toBeLessThan(Math.max(some * 9, 60));
    // Nesting is given up at a depth, which would hide how slow it was up to there.
    expect(some).toBeLessThan(2000);
  },
);

test.each([
  ['quotes', '<blockquote>', '</blockquote>'],
  ['figures', '<figure><img src="a.jpg"><figcaption>', '</figcaption></figure>'],
  ['galleries', '<div class="gallery"><dl><dd><img src="a.jpg">', '</dd></dl></div>'],
])('each further of %s within one another does not take twice as long', RETRY, async (_, start, end) => {
  const nested = (n: number) => `${start.repeat(n)}Ferries${end.repeat(n)}`;
  const began = performance.now();
  const { body } = await bodyOf(nested(40));
  expect(body).toContain('Ferries');
  expect(performance.now() - began).toBeLessThan(2000);
});

const ofLiquid: Readonly<Record<string, (n: number) => string>> = {
  outputs: (n) => '{{ a '.repeat(n),
  comments: (n) => '{% comment %}'.repeat(n),
  'pieces of code': (n) => '{% highlight a %}'.repeat(n),
};

test.each(Object.entries(ofLiquid))(
  'four times as many open %s of Liquid take no more than about four times as long',
  RETRY,
  (_, make) => {
    const time = (n: number): number => {
      const texts = new Map([['_posts/2024-03-15-a.md', `---\ntitle: A\n---\n${make(n)}\n`]]);
      const options = {
        generator: 'jekyll',
        site: SITE,
        knownAuthors: new Set<string>(),
        sections: new Map(),
      } as const;
      const start = performance.now();
      planMarkdownImport(texts, [...texts.keys()], options);
      return performance.now() - start;
    };
    time(400);
    const [some, more] = [Math.min(time(4000), time(4000)), Math.min(time(16_000), time(16_000))];
    expect(more).toBeLessThan(Math.max(some * 9, 60));
  },
);

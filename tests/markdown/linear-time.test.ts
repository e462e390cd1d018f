import { expect, test } from 'vitest';
import { render } from './body-workshop.ts';

const repeated: Readonly<Record<string, (n: number) => string>> = {
  'open brackets': (n) => '['.repeat(n),
  'open pictures': (n) => '!['.repeat(n),
  'nested pictures': (n) => `${'!['.repeat(n)}a${'](b)'.repeat(n)}`,
  asterisks: (n) => '*a '.repeat(n),
  'angle brackets': (n) => '<'.repeat(n),
  'tags in a line': (n) => 'a <b onclick=x>'.repeat(n),
  'open blocks': (n) => '<div>\n\n'.repeat(n / 8),
  'open comments': (n) => '<!-- '.repeat(n),
  backticks: (n) => '`a'.repeat(n),
  'nested quotes': (n) => '>'.repeat(n),
  'attributed quotes': (n) => '> a\n> — b\n\n'.repeat(n / 8),
  'unknown containers': (n) => '::: a\n'.repeat(n),
  'open containers': (n) => '::: factbox\n'.repeat(n),
  'nested containers': (n) => '::: factbox\n'.repeat(n) + ':::\n'.repeat(n),
  'container ends': (n) => ':::\n'.repeat(n),
  colons: (n) => ':'.repeat(n),
  'spaces in a container’s title': (n) => `::: factbox ${' '.repeat(n)}x`,
  'references to a footnote': (n) => `${'[^a] '.repeat(n)}\n\n[^a]: b`,
  'open references': (n) => `${'[^'.repeat(n)}\n\n[^a]: b`,
  'missing footnotes': (n) => Array.from({ length: n }, (_, i) => `[^${i}]`).join(' '),
  footnotes: (n) => Array.from({ length: n / 4 }, (_, i) => `[^${i}]\n\n[^${i}]: a\n\n`).join(''),
  'nested footnotes': (n) => `${'^['.repeat(n)}a${']'.repeat(n)}`,
  'equal headings': (n) => '## a\n'.repeat(n / 4),
  addresses: (n) => 'http://'.repeat(n),
  dashes: (n) => '-- '.repeat(n),
  'quotation marks': (n) => '"a \''.repeat(n),
  initials: (n) => 'А. '.repeat(n),
  days: (n) => '2 червн '.repeat(n),
  digits: (n) => '100 '.repeat(n),
  'credit words': (n) => `![a](b "${'photo: '.repeat(n)}")`,
  'emphasis around a credit': (n) => `![a](b "${'*'.repeat(n)}photo: x${'*'.repeat(n)}")`,
  'spaces before a credit': (n) => `![a](b "a${' '.repeat(n)}.Photo: x")`,
  'dashes before a credit': (n) => `![a](b "a${'-'.repeat(n)}.Photo: x")`,
  'asterisks before a credit': (n) => `![a](b "a${'*'.repeat(n)}.Photo: x")`,
  'pasted posts': (n) => '<blockquote class="twitter-tweet">\n'.repeat(n / 4),
  'links in a pasted post': (n) => `<blockquote class="twitter-tweet">${'<a href="x'.repeat(n)}</blockquote>`,
  'attributes of a player': (n) => `<iframe ${'src="a" '.repeat(n)}`,
};

/** The shortest of three runs, in milliseconds: what the machine does besides only ever adds. */
function timeOf(markdown: string, html: 'sanitize' | 'trust'): number {
  const runs = [0, 1, 2].map(() => {
    const start = performance.now();
    render(markdown, { language: 'uk', html });
    return performance.now() - start;
  });
  return Math.min(...runs);
}

// A neighbour on the same machine can slow one measurement and not the other; quadratic time fails every time.
const RETRY = { retry: 3 };

test.each(Object.entries(repeated))(
  'four times as many %s take no more than about four times as long',
  RETRY,
  (_, make) => {
    for (const html of ['sanitize', 'trust'] as const) {
      timeOf(make(400), html);
      const [some, more] = [timeOf(make(4000), html), timeOf(make(16_000), html)];
      // Quadratic time would be sixteen times as long; what takes a few milliseconds says nothing.
      expect(more).toBeLessThan(Math.max(some * 9, 60));
    }
  },
);

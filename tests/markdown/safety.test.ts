import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { print, render } from './body-workshop.ts';

const PIECES = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '!',
    '|',
    '-',
    '#',
    ':',
    '&',
    '\\',
    '^',
    '~',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '> ',
    '- ',
    '1. ',
    '    ',
  ],
  ...[
    'a',
    'ж',
    '漢',
    '\u0000',
    '\u00a0',
    '\u2028',
    '\ud800',
    '\ue000',
    '\ue001',
    '😀',
    '5 km',
    'в ',
    "'",
    '--',
    '---',
    '...',
  ],
  ...[
    '<script>',
    '</script>',
    '<script',
    '<SCRIPT SRC=x>',
    '<style>',
    '</style>',
    '<b onclick=x>',
    '</b>',
    '<div>',
    '</div>',
    '<div onload="a" class=b>',
    '<p>',
    '</p>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<img src=https://a.b>',
    '<a href=javascript:x>',
    '<a href="/b" onfocus=c>',
    '</a>',
    '<svg/onload=x>',
    '<iframe src=x>',
    '<table><tr><td>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<noscript>',
    '<textarea>',
    '<xmp>',
    '<plaintext>',
    '<math>',
    '<details>',
    '<summary>',
    '</details>',
  ],
  ...[
    'javascript:alert(1)',
    '&#106;avascript:x',
    'java\tscript:',
    'data:text/html,x',
    'https://a.b/c',
    'https://x.com/a/status/1',
    'https://youtu.be/abcdefghijk',
  ],
  ...[
    '[a](javascript:x)',
    '[a](b.md)',
    '![a](b.jpg "c. Photo: d")',
    '![a](data:x)',
    '[^1]',
    '[^1]: ',
    '^[',
    '[a]: b',
    '<javascript:x>',
    '"onmouseover="x',
  ],
  ...[
    '::: factbox ',
    '::: pullquote\n',
    '::: update 14:05 ',
    ':::\n',
    '::: x\n',
    '— ',
    '| a | b |\n|---|---|\n',
    '```\n',
    '# ',
    '## ',
  ],
  ...[
    '<blockquote class="twitter-tweet">',
    '</blockquote>',
    '<p lang=en>',
    '&mdash; a (@b) <a href="https://twitter.com/b/status/1">May 1, 2015</a>',
  ],
];

const markdown = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 40,
  })
  .map((p) => p.join(''));
const language = fc.constantFrom('en', 'uk', 'de');
const guarded = fc.constantFrom('sanitize', 'escape');

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)(?: \/)?>/g;
const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);
const ALLOWED_ADDRESS = /^(?:https?:|mailto:|tel:|sms:|geo:|xmpp:|matrix:|\/\/|[^:]*$|[^:]*[/?#])/i;

/** Every tag of markup, and what is left without them; tags are read by the strictest grammar there is. */
function tagsOf(markup: string): {
  readonly tags: readonly (readonly [close: string, name: string, attributes: string])[];
  readonly rest: string;
} {
  const tags = Array.from(
    markup.matchAll(TAG),
    ([, close = '', name = '', attributes = '']) => [close, name, attributes] as const,
  );
  return { tags, rest: markup.replace(TAG, '') };
}

describe('whatever is written', () => {
  test('renders without throwing, and twice to the same', () => {
    fc.assert(
      fc.property(markdown, language, fc.constantFrom('sanitize', 'escape', 'trust'), (text, lang, html) => {
        const first = render(text, { language: lang, html });
        expect(render(text, { language: lang, html })).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
      { numRuns: 1500 },
    );
  });

  test('leaves nothing that runs, loads or breaks out of its place', () => {
    fc.assert(
      fc.property(markdown, language, guarded, (text, lang, html) => {
        const { parts } = render(text, { language: lang, html }).body;
        const { tags, rest } = tagsOf(parts.filter((part) => typeof part === 'string').join(''));
        expect(rest).not.toMatch(/[<>]/);
        for (const [, name, attributes] of tags) {
          expect(name).not.toMatch(
            /^(?:script|style|iframe|object|embed|form|input|svg|math|textarea|noscript|xmp|plaintext|link|meta|base)$/,
          );
          for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
            expect(key).not.toMatch(/^(?:on|style$|src$|srcset$)/);
            if (key === 'href') expect(value).toMatch(ALLOWED_ADDRESS);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('closes what it opens, links among it, and puts no link into another', () => {
    fc.assert(
      fc.property(markdown, language, guarded, (text, lang, html) => {
        const { body } = render(text, { language: lang, html });
        const open: string[] = [];
        for (const [close, name] of tagsOf(print(body.parts)).tags) {
          if (VOID.has(name)) continue;
          if (close === '/') expect(open.pop()).toBe(name);
          else {
            if (name === 'a') expect(open).not.toContain('a');
            open.push(name);
          }
        }
        expect(open).toEqual([]);
        for (const part of body.parts) if (typeof part === 'string') expect(part).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  test('has every id once', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { body } = render(text, { html: 'escape' });
        const ids = Array.from(print(body.parts).matchAll(/ id="([^"]*)"/g), (match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(body.anchors).toContain(id);
        for (const heading of body.headings) expect(ids).toContain(heading.id);
      }),
      { numRuns: 1000 },
    );
  });

  test('is reported within its file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const lines = text.split(/\r\n?|\n/);
        for (const { place } of render(text).problems) {
          if (place.at !== 'point' && place.at !== 'text') throw new Error(`a body has no ${place.at}`);
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(lines.length);
          if (place.at === 'point') expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

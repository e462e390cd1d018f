import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSource } from '../../src/content/read-source.ts';
import type { ReadingSettings } from '../../src/content/settings.ts';
import { lines, withKeys } from './invalid-sites/invalid-site.ts';

const SETTINGS: ReadingSettings = { language: 'en', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true };

function read(text: string | Uint8Array, file = 'articles/a.md') {
  return readSource('article', file, typeof text === 'string' ? Buffer.from(text) : text, SETTINGS);
}

test.each(['js', 'javascript', 'coffee', 'coffeescript', 'json', 'toml', 'constructor', '__proto__'])(
  'front matter in %s is refused and never run',
  (language) => {
    const witness = `/tmp/dateline-ran-${process.pid}-${language}`;
    const code = `require('node:fs').writeFileSync(${JSON.stringify(witness)}, '')`;
    const { diagnostics, document } = read(lines(`---${language}`, code, '---', '', 'Text.'));
    expect(diagnostics.map((d) => d.code)).toEqual(['front-matter-language']);
    expect(document).toBeUndefined();
    expect(existsSync(witness)).toBe(false);
  },
);

test('the same broken text is broken every time it is read', () => {
  const text = lines('---', 'title: "Unclosed', '---');
  const first = read(text).diagnostics;
  expect(first).toHaveLength(1);
  expect(read(text).diagnostics).toEqual(first);
});

test('Windows line ends and a byte-order mark change nothing, positions neither', () => {
  const text = withKeys('standfrist: Twelve crossings', 'tags: [river]');
  const windows = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`);
  expect(read(windows)).toEqual(read(text));
  expect(read(windows).diagnostics.map((d) => `${d.line}:${d.column}`)).toEqual(['4:1']);
  const right = withKeys('tags: [river]');
  expect(read(`\ufeff${right.replaceAll('\n', '\r\n')}`)).toEqual(read(right));
});

test('a quoted headline may hold what YAML would take for something else', () => {
  for (const title of ['1984', 'Storm: ferries wait', '# one', '- dash', '*star*', '@home', 'true', 'null', '{ }']) {
    expect(read(lines('---', `title: ${JSON.stringify(title)}`, 'date: 2026-07-01', '---')).diagnostics).toEqual([]);
  }
});

test.each([
  ['lists within lists', '['.repeat(20_000)],
  ['maps within maps', '{a: '.repeat(20_000)],
  ['dashes within dashes', '- '.repeat(20_000)],
  ['an anchor that holds itself', '&a [*a]'],
  ['a map that holds itself', '&a {b: *a}'],
  ['an alias of nothing', '*nothing'],
])('%s are refused quickly', (_, value) => {
  const began = performance.now();
  const { diagnostics, document } = read(withKeys(`standfirst: ${value}`));
  expect(performance.now() - began).toBeLessThan(2000);
  expect(document).toBeUndefined();
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { line } of diagnostics) expect(line).toBe(4);
});

test('a thousand faults in one file take no more than a moment', () => {
  const keys = Array.from({ length: 1000 }, (_, i) => `unknown-${i}: 1`);
  const began = performance.now();
  const { diagnostics } = read(withKeys(...keys));
  expect(diagnostics).toHaveLength(1000);
  expect(performance.now() - began).toBeLessThan(3000);
});

test('nothing that front matter says reaches the prototype of objects', () => {
  const { document } = read(withKeys('images:', '  __proto__: {alt: polluted}', '  constructor: {alt: polluted}'));
  expect(document).toBeDefined();
  expect(({} as Record<string, unknown>)['alt']).toBeUndefined();
});

test('a text of NULs, of every byte, and of half a character is never more than a diagnostic', () => {
  const odd = [
    new Uint8Array(100),
    Uint8Array.from({ length: 256 }, (_, i) => i),
    Buffer.from('---\ntitle: Кияни', 'utf8').subarray(0, 12),
    Buffer.from('\ufeff---\ntitle: A\n---\n', 'utf16le'),
  ];
  for (const bytes of odd) expect(read(bytes).diagnostics.map((d) => d.code)).toEqual(['file-not-utf8']);
});

test('three dashes with nothing between them are an article that lacks everything', () => {
  expect(read('---\n---\n').diagnostics.map((d) => d.code)).toEqual(['title-missing', 'date-missing']);
  expect(read('---\n\n---').diagnostics.map((d) => d.code)).toEqual(['title-missing', 'date-missing']);
});

test('where YAML breaks, one message says so, and not what follows from it', () => {
  const text = lines('---', 'title: "It begins', 'and goes on: here', '"ends" [', '* x', '- {', '---');
  expect(read(text).diagnostics.map((d) => `${d.line}:${d.column} ${d.code}`)).toEqual(['2:8 yaml-invalid']);
});

test('a quoted text may go on for several lines that are indented; otherwise the help says so', () => {
  const goesOn = (indent: string) => read(withKeys('standfirst: "The ferries are back,', `${indent}and full."`));
  expect(goesOn('  ').diagnostics).toEqual([]);
  expect(goesOn('').diagnostics.map((d) => `${d.line}:${d.column} ${d.help}`)).toEqual([
    '4:13 close the quote or the bracket that is opened here; if it is closed further down, indent the lines between with two spaces',
  ]);
});

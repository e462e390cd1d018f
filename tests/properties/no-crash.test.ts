import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContentKind, kindOf } from '../../src/content/content-files.ts';
import { readSource } from '../../src/content/read-source.ts';
import type { ReadingSettings } from '../../src/content/settings.ts';
import { DIAGNOSTIC_CODES, severityOf } from '../../src/diagnostics/codes.ts';
import { articleSchema } from '../../src/schema/article.ts';
import { authorSchema, pageSchema, seriesSchema, tagSchema } from '../../src/schema/records.ts';
import { tweetSchema } from '../../src/schema/tweet.ts';
import { SHARP } from '../fuzz/sharp-text.ts';
import { SEED } from './random-site.ts';

const FILES: Readonly<Record<ContentKind, string>> = {
  article: 'articles/2026/07/a.md',
  page: 'pages/about.md',
  author: 'authors/olha.md',
  tag: 'tags/river.md',
  series: 'series/winter.md',
  tweet: 'embeds/tweets/20.json',
};
const KINDS = Object.keys(FILES) as ContentKind[];

const KEYS = [articleSchema, pageSchema, authorSchema, tagSchema, seriesSchema, tweetSchema].flatMap((schema) =>
  Object.keys(schema.shape),
);

const settings: fc.Arbitrary<ReadingSettings> = fc.record({
  language: fc.constantFrom('en', 'uk', 'ar', 'zh-Hant'),
  timeZone: fc.constantFrom('Europe/Kyiv', 'Pacific/Chatham', 'UTC'),
  html: fc.constantFrom('sanitize', 'escape', 'trust'),
  requireCredit: fc.boolean(),
});

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

const sharpText = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SHARP) }, fc.string({ maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

const anyValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyText,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, '', ' ', '2026-07-01', '1'),
    sharpText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS, '__proto__', 'src', 'alt'), fc.string()), tie('value'), {
      maxKeys: 5,
    }),
  ),
})).value;

const anyMatter = fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom('__proto__', 'titel')), anyValue, {
  maxKeys: 12,
});

function mustBeRead(kind: ContentKind, text: string, given: ReadingSettings): void {
  const source = FILES[kind];
  const bytes = Buffer.from(text);
  const read = readSource(kind, source, bytes, given);
  // A result is cached and sent between threads, so it has to be plain JSON.
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  const lines = bytes
    .toString()
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/);
  for (const diagnostic of read.diagnostics) {
    expect(DIAGNOSTIC_CODES).toContain(diagnostic.code);
    expect(diagnostic.severity).toBe(severityOf(diagnostic.code));
    expect(diagnostic.file).toBe(source);
    expect(diagnostic.line).toBeGreaterThanOrEqual(1);
    expect(diagnostic.line).toBeLessThanOrEqual(lines.length);
    expect(diagnostic.column).toBeGreaterThanOrEqual(1);
    expect(diagnostic.column).toBeLessThanOrEqual((lines[diagnostic.line - 1]?.length ?? 0) + 1);
    if (diagnostic.endColumn !== undefined) expect(diagnostic.endColumn).toBeGreaterThan(diagnostic.column);
    expect(diagnostic.message).not.toMatch(/undefined|\[object|function /);
    expect(diagnostic.help).not.toBe('');
  }
  expect(read.document !== undefined || read.diagnostics.length > 0).toBe(true);
}

test('every file name of the property belongs to its kind', () => {
  for (const kind of KINDS) expect(kindOf(FILES[kind])).toBe(kind);
});

test('any front matter is read or refused with a place, never with a crash', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), anyMatter, sharpText, settings, (kind, matter, body, given) => {
      const json = JSON.stringify(matter);
      mustBeRead(kind, kind === 'tweet' ? json : `---\n${json}\n---\n${body}`, given);
    }),
    { numRuns: 1500, seed: SEED },
  );
});

test('front matter line by line, right keys with any text behind them, is read or refused', () => {
  const line = fc
    .tuple(fc.constantFrom(...KEYS, 'titel', '- x', ''), sharpText)
    .map(([key, text]) => `${key}: ${text}`);
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.array(line, { maxLength: 8 }),
      sharpText,
      settings,
      (kind, all, body, given) => {
        mustBeRead(kind, `---\n${all.join('\n')}\n---\n${body}`, given);
      },
    ),
    { numRuns: 1500, seed: SEED },
  );
});

test('any text at all, in place of a file, is read or refused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KINDS),
      fc.oneof(sharpText, anyText),
      fc.constantFrom('', '---\n', '\ufeff---\r\n'),
      settings,
      (kind, text, start, given) => {
        mustBeRead(kind, start + text, given);
      },
    ),
    { numRuns: 1500, seed: SEED },
  );
});

test('any Markdown under right front matter is read, and its faults are located', () => {
  fc.assert(
    fc.property(fc.array(sharpText, { maxLength: 4 }), settings, (paragraphs, given) => {
      mustBeRead('article', `---\ntitle: A\ndate: 2026-07-01\n---\n\n${paragraphs.join('\n\n')}`, given);
    }),
    { numRuns: 1500, seed: SEED },
  );
});

test('any bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.uint8Array({ maxLength: 200 }), settings, (kind, bytes, given) => {
      const { diagnostics } = readSource(kind, FILES[kind], bytes, given);
      for (const { line, column } of diagnostics) expect(line >= 1 && column >= 1).toBe(true);
    }),
    { numRuns: 500, seed: SEED },
  );
});

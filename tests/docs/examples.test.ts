import { expect, test } from 'vitest';
import type { ContentKind } from '../../src/content/content-files.ts';
import { readSource } from '../../src/content/read-source.ts';
import type { ReadingSettings } from '../../src/content/settings.ts';
import { codeBlocks, readDocument } from './markdown-file.ts';

const SETTINGS: ReadingSettings = { language: 'en', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true };

/** Each kind of file with a key that no other kind has. */
const KINDS: readonly (readonly [RegExp, ContentKind, string])[] = [
  [/^date:/m, 'article', 'articles/2025/07/example.md'],
  [/^name:/m, 'author', 'authors/example.md'],
  [/^label:/m, 'tag', 'tags/example.md'],
];

const blocks = codeBlocks(await readDocument('docs/writing.md'));
const examples = blocks.filter(({ language }) => language === 'markdown');

test('there are examples to read', () => {
  expect(examples.length).toBeGreaterThan(15);
});

test.each(examples)('the example on line $line of docs/writing.md has no fault', ({ code }) => {
  const [, kind, source] = KINDS.find(([key]) => code.startsWith('---') && key.test(code)) ?? [
    0,
    'article',
    'articles/2025/07/example.md',
  ];
  const text = code.startsWith('---') ? code : `---\ntitle: Example\ndate: 2025-07-04\n---\n${code}`;
  const { diagnostics, document } = readSource(kind as ContentKind, String(source), Buffer.from(text), SETTINGS);
  expect(diagnostics).toEqual([]);
  expect(document).toBeDefined();
});

test.each(blocks.filter(({ language }) => language === 'json'))(
  'the snapshot on line $line can be read',
  ({ code }) => {
    const id = /"id": "(\d+)"/.exec(code)?.[1];
    const { diagnostics } = readSource('tweet', `embeds/tweets/${id}.json`, Buffer.from(code), SETTINGS);
    expect(diagnostics).toEqual([]);
  },
);

import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlainYaml } from '../../src/content/plain-yaml.ts';
import { parseYamlDocument } from '../../src/content/yaml.ts';

/** What the whole parser makes of it; undefined when it finds a fault. */
function whole(text: string): unknown {
  const { document } = parseYamlDocument(text);
  return document.errors.length + document.warnings.length > 0 ? undefined : (document.toJS() ?? {});
}

function expectAgreement(text: string): boolean {
  const plain = parsePlainYaml(text);
  if (plain !== undefined) expect({ text, data: plain }).toEqual({ text, data: whole(text) });
  return plain !== undefined;
}

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('title', 'a', 'Ferries', 'яблуко', '12', '007', '1e3', '2026-07-04', '~', 'no'),
  },
  { weight: 3, arbitrary: fc.constantFrom(':', ': ', ' ', '\n', '\n  ', '\n- ', '\n  - ', '- ', ' #', '#', ', ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('[', ']', '{', '}', '"', "'", '|', '>', '&a ', '*a', '!', '\\', '...', '?', '%'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);
const anyText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const likelyText = fc
  .array(
    fc.tuple(fc.constantFrom('title', 'tags', 'image', 'a-b'), fc.constantFrom(': ', ':', ':\n  ', ':\n- '), anyText),
  )
  .map((entries) => entries.map((entry) => entry.join('')).join('\n'));

test('what the quick reader reads, it reads as the whole parser does', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, likelyText), (text) => void expectAgreement(text)),
    { numRuns: 5000 },
  );
});

test('the front matter of other publications is read alike, and most of it quickly', () => {
  const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
  const folders = [fileURLToPath(new URL('../../content', import.meta.url)), ...(existsSync(corpora) ? [corpora] : [])];
  const files = folders.flatMap((folder) =>
    globSync('**/*.md', { cwd: folder }).map((file) => path.join(folder, file)),
  );
  const matters = files.flatMap((file) => /^---\n(.*?)^---/ms.exec(readFileSync(file, 'utf8'))?.[1] ?? []);
  const quick = matters.filter(expectAgreement).length;
  expect(quick / matters.length).toBeGreaterThan(0.3);
});

test.each([
  ['a: 1\nb: text here\nc:\n  - x\n  - 2\nd:\n  src: a.jpg\n  alt: "A: b"\ne: [x, y]\nf:\n', true],
  ['a: &x 1\nb: *x\n', false],
  ['a: >\n  folded\n', false],
  ['a: b: c\n', false],
  ['a: b\n  goes on\n', false],
  ['a: 1\na: 2\n', false],
  ['a: {b: c}\n', false],
])('%j is read quickly: %s', (text, quickly) => {
  expect(parsePlainYaml(text) !== undefined).toBe(quickly);
});

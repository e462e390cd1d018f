import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS, wrapLines, wrapText } from '../../src/diagnostics/wrap-text.ts';

test('a command stays on one line, so that it can be copied', () => {
  const sentence = `${'x'.repeat(70)} has errors: \`npm run check\` lists them`;
  expect(wrapText(sentence, '  ')).toBe(`${'x'.repeat(70)} has\n  errors: \`npm run check\` lists them`);
  const tight = `${'x'.repeat(66)} \`npm run check\` lists them`;
  expect(wrapText(tight, '')).toBe(`${'x'.repeat(66)}\n\`npm run check\` lists them`);
});

test('a line that is set in stays whole', () => {
  const name = `  ${'a '.repeat(60)}.md`;
  expect(wrapLines(`The files are:\n${name}`)).toBe(`The files are:\n${name}`);
});

test('no word is lost, and no line is longer than the terminal unless one word is', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const wrapped = wrapText(words.join(' '), '    ');
      expect(wrapped.split(/\s+/)).toEqual(words);
      for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(COLUMNS);
    }),
  );
});

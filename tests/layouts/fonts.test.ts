import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FONTS, makeFont } from '../../tools/fonts.ts';

const ASSETS = path.join(import.meta.dirname, '../../assets');

test.each(FONTS)('assets/fonts/$file is what `npm run fonts` makes of the package', async (font) => {
  const made = await makeFont(font);
  expect(Buffer.compare(made, readFileSync(path.join(ASSETS, 'fonts', font.file)))).toBe(0);
});

test('every typeface in assets/ is made, and every one is used by the style sheet', () => {
  const files = readdirSync(path.join(ASSETS, 'fonts')).filter((name) => name.endsWith('.woff2'));
  expect(files.toSorted()).toEqual(FONTS.map(({ file }) => file).toSorted());
  const css = readFileSync(path.join(ASSETS, 'styles/fonts.css'), 'utf8');
  for (const file of files) expect(css).toContain(`../fonts/${file}`);
});

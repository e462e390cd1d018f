import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compress, decompress } from 'wawoff2';
import { subsetFont } from './subset-font.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SERIF = 'node_modules/@fontsource-variable/stix-two-text/files/stix-two-text';
const SANS = 'node_modules/@fontsource-variable/source-sans-3/files/source-sans-3';
const SERIF_HEBREW = 'node_modules/@fontsource-variable/frank-ruhl-libre/files/frank-ruhl-libre';
// Source Sans with Hebrew letters.
const SANS_HEBREW = 'node_modules/@fontsource-variable/assistant/files/assistant';

// What the style sheets use; the sans comes with lighter and heavier weights, which would double its outlines.
const WEIGHTS = { from: 400, to: 700 };
// Bold italics are a word in a hundred articles: a browser slants them from what it has, and every other page saves half.
const REGULAR = { from: 400, to: 400 };

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const LATIN = [
  ...range(0x20, 0xff),
  ...[0x131, 0x152, 0x153, 0x2bb, 0x2bc, 0x2c6, 0x2da, 0x2dc, 0x304, 0x308, 0x329],
  ...range(0x2000, 0x206f),
  ...[0x20ac, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215, 0xfeff, 0xfffd],
];
/** Latin of the other languages of Europe: a name in a headline should not cost the 55 KB of the package's file. */
const LATIN_EXT = [
  ...range(0x100, 0x130),
  ...range(0x132, 0x151),
  ...range(0x154, 0x17f),
  ...range(0x218, 0x21b),
  0x1e9e,
];
const CYRILLIC = [0x20, 0xa0, 0x301, ...range(0x400, 0x45f), 0x490, 0x491, 0x4b0, 0x4b1, 0x2116];
const HEBREW = [0x20, 0xa0, ...range(0x5b0, 0x5ea), ...range(0x5f0, 0x5f4), 0x20aa];
/** Digits, punctuation and plain letters: all that a text in Cyrillic or Hebrew needs of the Latin file. */
const SIGNS = [
  ...range(0x20, 0x7e),
  ...[0xa0, 0xa7, 0xa9, 0xab, 0xb0, 0xb7, 0xbb, 0xd7, 0x2bc, 0x2009, 0x202f, 0x2011, 0x20ac, 0x2212],
  ...range(0x2012, 0x2026),
];

interface Font {
  /** Below assets/fonts/. */
  readonly file: string;
  readonly source: string;
  readonly characters: readonly number[];
  readonly weights?: { readonly from: number; readonly to: number };
  /** What is not read as running text can do without. */
  readonly kerning?: boolean;
}

export const FONTS: readonly Font[] = [
  { file: 'serif-latin.woff2', source: `${SERIF}-latin-wght-normal.woff2`, characters: LATIN },
  { file: 'serif-latin-italic.woff2', source: `${SERIF}-latin-wght-italic.woff2`, characters: LATIN, weights: REGULAR },
  { file: 'serif-latin-ext.woff2', source: `${SERIF}-latin-ext-wght-normal.woff2`, characters: LATIN_EXT },
  { file: 'serif-signs.woff2', source: `${SERIF}-latin-wght-normal.woff2`, characters: SIGNS, kerning: false },
  { file: 'serif-cyrillic.woff2', source: `${SERIF}-cyrillic-wght-normal.woff2`, characters: CYRILLIC },
  {
    file: 'serif-cyrillic-italic.woff2',
    source: `${SERIF}-cyrillic-wght-italic.woff2`,
    characters: CYRILLIC,
    weights: REGULAR,
  },
  { file: 'sans-latin.woff2', source: `${SANS}-latin-wght-normal.woff2`, characters: LATIN },
  { file: 'sans-signs.woff2', source: `${SANS}-latin-wght-normal.woff2`, characters: SIGNS, kerning: false },
  { file: 'sans-cyrillic.woff2', source: `${SANS}-cyrillic-wght-normal.woff2`, characters: CYRILLIC },
  { file: 'serif-hebrew.woff2', source: `${SERIF_HEBREW}-hebrew-wght-normal.woff2`, characters: HEBREW },
  { file: 'sans-hebrew.woff2', source: `${SANS_HEBREW}-hebrew-wght-normal.woff2`, characters: HEBREW },
];

/** The bytes of a file of assets/fonts, made anew from the package. */
export async function makeFont({ source, characters, weights = WEIGHTS, kerning = true }: Font): Promise<Uint8Array> {
  const whole = await decompress(await readFile(path.join(ROOT, source)));
  return compress(await subsetFont(whole, { characters: new Set(characters), weights, kerning }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const font of FONTS) {
    const bytes = await makeFont(font);
    await writeFile(path.join(ROOT, 'assets/fonts', font.file), bytes);
    console.log(`${font.file}  ${(bytes.length / 1000).toFixed(1)} KB`);
  }
}

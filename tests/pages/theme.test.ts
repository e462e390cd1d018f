import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { themeStyleSheet } from '../../src/pages/theme.ts';
import { contrastOf, LEGIBLE, longHex } from '../../src/schema/contrast.ts';
import { designSchema, paletteOf, SCHEMES, STANDARD } from '../../src/schema/design.ts';
import { PIXEL, SITE_YAML, SmallSite } from '../small-site.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const colours = fc.option(fc.oneof(colour, fc.record({ light: colour, dark: colour })), { nil: undefined });

test('contrast is that of WCAG 2', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('whatever colours pass, text and accent can be read on paper and on tinted boxes, light and dark', () => {
  fc.assert(
    fc.property(fc.record({ accent: colours, paper: colours, ink: colours }), (written) => {
      const { data: design } = designSchema.safeParse(
        Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)),
      );
      fc.pre(design !== undefined);
      for (const scheme of SCHEMES) {
        const { paper, ink, accent, tint } = paletteOf(design ?? {}, scheme);
        for (const text of [ink, accent])
          for (const background of [paper, tint]) expect(contrastOf(text, background)).toBeGreaterThanOrEqual(LEGIBLE);
      }
    }),
    { seed: 20260704 },
  );
});

test('the colour that the help names passes', () => {
  const { error } = designSchema.safeParse({ accent: '#e08a00' });
  const [issue] = error?.issues ?? [];
  const better = /"(#[0-9a-f]{6})"/.exec(issue?.code === 'custom' ? String(issue.params?.['help']) : '')?.[1];
  expect(designSchema.safeParse({ accent: better }).success).toBe(true);
});

test('the standard colours are those of the style sheet', async () => {
  const tokens = await readFile(path.join(import.meta.dirname, '../../assets/styles/tokens.css'), 'utf8');
  for (const [name, light] of Object.entries(STANDARD.light)) {
    const written = new RegExp(`--${name}: var\\(--light, (#\\w+)\\) var\\(--dark, (#\\w+)\\);`).exec(tokens);
    expect(written?.slice(1).map(longHex)).toEqual([
      light,
      Object.entries(STANDARD.dark).find(([key]) => key === name)?.[1],
    ]);
  }
});

test('one colour alone is that of the light page and leaves the dark page as it is', () => {
  const sheet = themeStyleSheet(designSchema.parse({ paper: '#fff6ea', ink: '#20170d' })) ?? '';
  const dark = [...sheet.matchAll(/--(\w+): var\(--light, #\w+\) var\(--dark, (#\w+)\);/g)].map(([, ...pair]) => pair);
  expect(sheet).toContain('--paper: var(--light, #fff6ea)');
  const { accent, ...standard } = STANDARD.dark;
  expect(Object.fromEntries(dark)).toEqual(standard);
  expect(sheet).not.toContain(accent);
});

test('without settings there is no style sheet', () => {
  expect(themeStyleSheet(undefined)).toBeUndefined();
  expect(themeStyleSheet({ typefaces: 'newspaper', density: 'comfortable' })).toBeUndefined();
});

test('what is set reaches every page as one more style sheet, and the logo stands for the name', async () => {
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}design: {accent: "#00529b", typefaces: system, logo: {src: /logo.png}}\n`,
    'logo.png': PIXEL,
  });
  const { site: prepared } = await site.prepare();
  const theme = prepared?.files.find(({ address }) => /^\/assets\/theme\.[0-9a-f]+\.css$/.test(address));
  expect(theme && 'bytes' in theme ? String(theme.bytes) : '').toMatch(
    /--accent: var\(--light, #00529b\) var\(--dark, #[0-9a-f]{6}\);/,
  );
  for (const { site: view, view: make } of prepared?.pages ?? []) {
    const page = renderView(make(), view);
    expect(page.indexOf(`href="${theme?.address}"`)).toBeGreaterThan(page.indexOf('/styles/site.'));
    expect(page).toMatch(/class="nameplate"[^>]*><span class="logo">.*alt="The Test Post"/);
    expect(page).not.toContain('rel="preload" as="font"');
  }
});

test('a logo that does not exist is reported at its key', async () => {
  const site = await SmallSite.write({ 'site.yaml': `${SITE_YAML}design: {logo: {src: /logo.png}}\n` });
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`)).toEqual(['site.yaml:8:22 image-missing']);
});

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fitText } from '../../src/images/break-lines.ts';
import { cropForSharing, MOST_BYTES, renderCard, visiblePart } from '../../src/images/make-share-image.ts';
import { drawShareCard, loadCardTypefaces } from '../../src/images/share-card.ts';
import { article, SmallSite } from '../small-site.ts';
import { photo } from './picture-workshop.ts';

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url));
const LOOKS = {
  host: 'test.example',
  direction: 'ltr',
  typeface: 'serif',
  colours: { paper: '#ffffff', ink: '#15181d', accent: '#a4161a' },
} as const;
const IMAGE = { src: '/images/quay.jpg', alt: 'The quay', credit: 'Ada', focus: '20% 50%' };

const picture = async (): Promise<Buffer> => photo(1600, 900).jpeg({ quality: 90 }).toBuffer();

const metaOf = (page: Buffer | undefined, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(String(page))?.[1];

describe('a site', () => {
  test('has a share image for each article, from its lead picture or drawn, and one for all other pages', async () => {
    const site = await SmallSite.write({
      'images/quay.jpg': await picture(),
      'articles/lead.md': article({ title: 'With a picture', image: IMAGE }),
      'articles/bare.md': article({ title: 'Without & bare', section: 'news' }),
    });
    const tree = await site.build();
    const seen = [];
    for (const [page, alt] of [
      ['2026/07/01/lead/index.html', 'The quay'],
      ['2026/07/01/bare/index.html', 'Without &amp; bare'],
      ['index.html', 'The Test Post'],
    ] as const) {
      const html = tree.get(page);
      const address = metaOf(html, 'og:image') ?? '';
      expect(metaOf(html, 'twitter:image')).toBe(address);
      expect(metaOf(html, 'og:image:alt')).toBe(alt);
      expect(metaOf(html, 'twitter:card')).toBe('summary_large_image');
      expect([metaOf(html, 'og:image:width'), metaOf(html, 'og:image:height')]).toEqual(['1200', '630']);
      const bytes = tree.get(address.replace('https://test.example/', ''));
      const { width, height, format } = await sharp(bytes).metadata();
      expect([width, height, `image/${format}`]).toEqual([1200, 630, metaOf(html, 'og:image:type')]);
      expect(bytes?.length).toBeLessThan(MOST_BYTES);
      seen.push(address);
    }
    expect(new Set(seen).size).toBe(3);
    expect(metaOf(tree.get('tags/index.html'), 'og:image')).toBe(seen[2]);
    expect(String(tree.get('2026/07/01/bare/index.html'))).toContain(`"thumbnailUrl":"${seen[1]}"`);
  });

  test('tells search engines of the lead picture in three ratios, each with its credit and none enlarged', async () => {
    const site = await SmallSite.write({
      'images/quay.jpg': await picture(),
      'articles/lead.md': article({ image: IMAGE }),
    });
    const tree = await site.build();
    const data =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
        String(tree.get('2026/07/01/lead/index.html')),
      )?.[1] ?? '';
    const images: readonly { url: string; width: string; height: string; creditText: string }[] =
      JSON.parse(data)['@graph'][0].image;
    const crops = images.filter(({ url }) => /-\d+x\d+\.jpg$/.test(url));
    expect(crops).toHaveLength(3);
    for (const [i, ratio] of [16 / 9, 4 / 3, 1].entries()) {
      const { url = '', width, height, creditText } = crops[i] ?? {};
      const made = await sharp(tree.get(new URL(url).pathname.slice(1))).metadata();
      expect([made.width, made.height]).toEqual([Number(width), Number(height)]);
      expect(Math.abs(Number(width) / Number(height) - ratio)).toBeLessThan(0.01);
      expect(creditText).toBe(images.at(-1)?.creditText);
    }
  });

  test('makes each share image once', async () => {
    const site = await SmallSite.write({
      'images/quay.jpg': await picture(),
      'articles/lead.md': article({ image: IMAGE }),
      'articles/bare.md': article(),
    });
    const folder = path.join(site.folder, 'cache/images/share');
    const made = async () =>
      Promise.all(
        (await readdir(folder)).sort().map(async (name) => [name, (await stat(path.join(folder, name))).mtimeMs]),
      );
    await site.build();
    const before = await made();
    // Two articles and the publication, and the lead picture in three more ratios.
    expect(before.map(([name]) => String(name).replace(/^.*-/, '')).sort()).toEqual([
      '16x9.jpg',
      '1x1.jpg',
      '4x3.jpg',
      'share.jpg',
      'share.png',
      'share.png',
    ]);
    await site.put({ 'articles/more.md': article({ title: 'One more' }) });
    await site.build();
    const after = await made();
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('draws a card where the lead picture is too small to be enlarged', async () => {
    const site = await SmallSite.write({
      'images/quay.jpg': await photo(300, 200).jpeg().toBuffer(),
      'articles/small.md': article({ title: 'Small', image: IMAGE }),
    });
    const view = await site.view('article', '/2026/07/01/small/');
    expect(view.shareImage).toMatchObject({ href: expect.stringMatching(/-share\.png$/), alt: 'Small' });
  });

  test('in the preview makes them when they are asked for', async () => {
    const site = await SmallSite.write({ 'articles/bare.md': article() });
    const { site: prepared } = await site.prepare({ purpose: 'preview' });
    const folder = path.join(site.folder, 'cache/images/share');
    await expect(readdir(folder)).rejects.toThrow();
    const { address = '' } = prepared?.files.find((file) => file.address.includes('-share.')) ?? {};
    expect((await sharp(await prepared?.share.makeOnRequest(address)).metadata()).width).toBe(1200);
    expect(await prepared?.share.makeOnRequest('/img/none-share.png')).toBeUndefined();
  });
});

describe('a card', () => {
  test('is the same bytes each time, and set in outlines', async () => {
    const typefaces = await loadCardTypefaces(FONTS);
    const card = { name: 'The Kyiv Lantern', headline: 'Пороми повертаються — the ferries return', ...LOOKS };
    const [one, two] = [await renderCard(card, typefaces), await renderCard(card, await loadCardTypefaces(FONTS))];
    expect(one).toEqual(two);
    expect(drawShareCard(card, typefaces)).not.toContain('<text');
  });

  test('in a script that the typeface lacks shows the publication alone', async () => {
    const typefaces = await loadCardTypefaces(FONTS);
    const own = drawShareCard({ name: 'Post', ...LOOKS }, typefaces);
    expect(drawShareCard({ name: 'Post', headline: 'წიგნი', section: 'News', ...LOOKS }, typefaces)).toBe(own);
    expect(drawShareCard({ name: 'Post', headline: 'Tea ☕ time', ...LOOKS }, typefaces)).not.toBe(own);
    const named = drawShareCard({ name: 'test.example', ...LOOKS }, typefaces);
    expect(drawShareCard({ name: 'წიგნი', ...LOOKS }, typefaces)).toBe(named);
  });

  test('in Hebrew begins at the right, and numbers in it run from left to right', async () => {
    const { serif } = await loadCardTypefaces(FONTS);
    const shapesOf = (text: string, direction: 'ltr' | 'rtl') =>
      [...serif.outlines(text, 10, direction).matchAll(/d="([^"]*)"/g)].map(([, shape]) => shape);
    const [alef] = shapesOf('א', 'rtl');
    const [bet] = shapesOf('ב', 'rtl');
    const [one, two] = shapesOf('12', 'rtl');
    expect(shapesOf('אב 12', 'rtl').filter((shape) => shape !== '')).toEqual([one, two, bet, alef]);
    const x = (direction: 'ltr' | 'rtl') =>
      Number(/translate\((\d+)/.exec(drawShareCard({ name: 'אב', ...LOOKS, direction }, { serif, sans: serif }))?.[1]);
    expect(x('ltr')).toBe(72);
    expect(x('rtl')).toBeGreaterThan(900);
  });
});

describe('a crop', () => {
  test('keeps the focus in view', () => {
    expect(visiblePart(2400, 1260)).toEqual({ left: 0, top: 0, width: 2400, height: 1260 });
    expect(visiblePart(1200, 1000, '50% 0%')).toEqual({ left: 0, top: 0, width: 1200, height: 630 });
    expect(visiblePart(1200, 1000, '50% 100%')).toMatchObject({ top: 370 });
    expect(visiblePart(3000, 630, '100% 50%')).toMatchObject({ left: 1800, width: 1200 });
  });

  test('of noise, which compresses badly, is small enough all the same', async () => {
    const noise = Buffer.from(Array.from({ length: 1300 * 700 * 3 }, (_, i) => Math.imul(i, 2654435761) >>> 24));
    const original = await sharp(noise, { raw: { width: 1300, height: 700, channels: 3 } })
      .png()
      .toBuffer();
    expect((await cropForSharing(original)).length).toBeLessThan(MOST_BYTES);
  });
});

describe('a headline', () => {
  const widthOf = (text: string, size: number): number => text.length * size;
  const room = { width: 100, height: 30, leading: 1, sizes: [10, 5] };

  test('is as large as its room allows', () => {
    expect(fitText('Short one', room, widthOf)).toEqual({ size: 10, lines: ['Short one'] });
    expect(fitText('one two three four five six seven', room, widthOf).size).toBe(5);
  });

  test('that does not fit ends in an ellipsis', () => {
    const { lines } = fitText('word '.repeat(99), room, widthOf);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(fitText('x'.repeat(500), room, widthOf).lines).toEqual([`${'x'.repeat(19)}…`]);
  });
});

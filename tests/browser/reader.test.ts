import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor } from '../../src/metadata/response-headers.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { buildDemoSite, PAGES } from './demo-site.ts';
import { DESK, openTree, PHONE } from './open-tree.ts';
import { readHeaders } from './tree-server.ts';

declare const axe: {
  run(options: object): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
};
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ADDRESSES = Object.entries(PAGES);

describe.skipIf(CHROMIUM === undefined)('a reader of the demonstration site', () => {
  let browser: Browser;
  let tree: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    [browser, tree] = await Promise.all([launch(), buildDemoSite()]);
  });
  afterAll(() => browser?.close());

  test.each([
    ['390 px', PHONE],
    ['1280 px', DESK],
  ])(
    'at %s, light and dark, meets no barrier, no foreign address and no fault on any kind of page',
    async (_, look) => {
      const { page, url, faults, missed } = await open({ ...look, reducedMotion: 'reduce', bypassCSP: true });
      for (const [kind, address] of ADDRESSES) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(url + address);
        await page.evaluate(AXE);
        expect(await barriers(page), `${kind}, light`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await barriers(page), `${kind}, dark`).toEqual([]);
      }
      expect(faults).toEqual([]);
      expect(missed).toEqual([]);
    },
    120_000,
  );

  test('reads every kind of page under its own security policy, and nothing moves while it loads, late typefaces included', async () => {
    const { page, url, faults } = await open(PHONE);
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.addInitScript(() => {
      const seen = { shift: 0, largest: '' };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
      new PerformanceObserver((list) => {
        const { element } = list.getEntries().at(-1) as unknown as { element: Element | null };
        seen.largest = element?.closest('.figure-lead, .teaser-lead, .headline')?.className ?? String(element?.tagName);
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    const LARGEST: Readonly<Record<string, RegExp>> = {
      front: /teaser-lead/,
      article: /figure-lead|headline/,
      'article in Ukrainian': /figure-lead|headline/,
      'live report': /figure-lead|headline/,
    };
    for (const [kind, address] of ADDRESSES) {
      await page.goto(url + address, { waitUntil: 'networkidle' });
      const { shift, largest } = await page.evaluate(
        () => (globalThis as unknown as { seen: { shift: number; largest: string } }).seen,
      );
      expect(shift, kind).toBe(0);
      expect(largest, kind).toMatch(LARGEST[kind] ?? /./);
    }
    expect(faults).toEqual([]);
  });

  test('is sent ahead of a page only what the page itself names', () => {
    const rules = readHeaders(String(tree.get('_headers')));
    let announced = 0;
    for (const [name, bytes] of tree) {
      if (!name.endsWith('index.html')) continue;
      const link = headersFor(`/${name.slice(0, -'index.html'.length)}`, rules)['Link'] ?? '';
      const html = String(bytes);
      for (const [, address, seal = ''] of link.matchAll(/<([^>]+)>; rel=preload; as=\w+(?:;( integrity="[^"]+"))?/g)) {
        // With another hash than the page’s the browser would fetch it twice.
        expect(html, name).toContain(`"${address}"${seal}`);
        if (!address?.endsWith('.woff2')) expect(seal).not.toBe('');
        announced++;
      }
    }
    expect(announced).toBeGreaterThan(100);
  });

  test('never has to scroll sideways, from 320 px on', async () => {
    const { page, url } = await open({});
    for (const [kind, address] of ADDRESSES) {
      await page.goto(url + address, { waitUntil: 'domcontentloaded' });
      for (const width of [320, 360, 768, 1024]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, `${kind} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });

  test('can read and go on without JavaScript', async () => {
    const { page, url } = await open({ ...PHONE, javaScriptEnabled: false });
    await page.goto(url + PAGES.article);
    expect(await page.locator('.prose > p').count()).toBeGreaterThan(5);
    expect(await page.locator('button:visible').count()).toBe(0);
    await page.locator('.footnote-ref a').first().click();
    expect(page.url()).toContain('#fn-1');
    await page.locator('.related a').first().click();
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('walks by keyboard: first past the masthead, and always sees where the focus is', async () => {
    const { page, url } = await open({ ...DESK, reducedMotion: 'reduce' });
    await page.goto(url + PAGES.article);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
    for (let i = 0; i < 30; i++) {
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        const box = element?.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        const isIn = box !== undefined && box.bottom > 0 && box.top < innerHeight && box.width > 0;
        return {
          what: element?.outerHTML.slice(0, 80),
          isIn,
          outline: outlineStyle !== 'none' && outlineWidth !== '0px',
        };
      });
      expect(seen).toMatchObject({ isIn: true, outline: true });
      await page.keyboard.press('Tab');
    }
    await page.goto(url + PAGES.article);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test.each([
    ['article', 140_000, 8],
    ['article in Ukrainian', 140_000, 10],
  ] as const)('loads an %s with its lead picture in %i bytes and %i requests', async (kind, bytes, requests) => {
    const { page, url, asked } = await open(PHONE);
    await page.goto(url + PAGES[kind], { waitUntil: 'networkidle' });
    expect(asked.map(wireSize).reduce((sum, size) => sum + size)).toBeLessThan(bytes);
    expect(asked.length).toBeLessThanOrEqual(requests);
    const total = (type: string) =>
      asked.filter((address) => address.endsWith(type)).reduce((sum, address) => sum + wireSize(address), 0);
    expect(total('.css')).toBeLessThan(20_000);
    expect(total('.js')).toBeLessThan(10_000);
  });

  function wireSize(address: string): number {
    const bytes = tree.get(address.slice(1) + (address.endsWith('/') ? 'index.html' : '')) ?? Buffer.alloc(0);
    return /(?:\/|\.(?:css|js|svg))$/.test(address) ? brotliCompressSync(bytes).length : bytes.length;
  }

  const open = (options: BrowserContextOptions) => openTree(browser, tree, options);
});

/** What axe finds, the size of targets included. */
function barriers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CHROMIUM, launch } from './chromium.ts';
import { buildDemoSite, PAGES } from './demo-site.ts';
import { serveTree } from './serve-tree.ts';

declare const axe: {
  run(options: object): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
};
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } as const;
const DESK = { viewport: { width: 1280, height: 900 } } as const;
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
  );

  test('reads every kind of page under its own security policy, and nothing moves while it loads', async () => {
    const { page, url, faults } = await open(PHONE);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          document.documentElement.dataset['shift'] = String(
            Number(document.documentElement.dataset['shift'] ?? 0) + (entry as unknown as { value: number }).value,
          );
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [kind, address] of ADDRESSES) {
      await page.goto(url + address, { waitUntil: 'networkidle' });
      // A line of fallback type may differ by less than a pixel; reports round to the third place.
      expect(Number(await page.evaluate(() => document.documentElement.dataset['shift'] ?? 0)), kind).toBeLessThan(
        0.0005,
      );
    }
    expect(faults).toEqual([]);
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

  test('opens a footnote in place, and is back in the text when it closes', async () => {
    const { page, url } = await open(DESK);
    await page.goto(url + PAGES.article);
    const call = page.locator('.footnote-ref a').first();
    await call.focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog');
    expect(await note.textContent()).toContain('Geneva');
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.keyboard.press('Escape');
    expect(await note.count()).toBe(0);
    expect(await call.evaluate((link) => link === document.activeElement)).toBe(true);
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
    ['article', 150_000, 10],
    ['article in Ukrainian', 150_000, 12],
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

  async function open(options: BrowserContextOptions) {
    const { url, asked, missed } = await serveTree(tree);
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page: Page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(request.url());
    });
    return { page, url, asked, missed, faults };
  }
});

/** What axe finds, the size of targets included. */
function barriers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { readAssets } from '../../src/eleventy/assets.ts';
import { CHROMIUM, launch } from '../browser/chromium.ts';
import { everyView } from './fixtures.ts';
import { site } from './site.ts';

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
declare const axe: { run(options: object): Promise<{ violations: readonly AxeViolation[] }> };

const ROOT = path.join(import.meta.dirname, '../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};
const assets = await readAssets(path.join(ROOT, 'assets'));
const ASSETS = new Map(
  assets.flatMap(({ name, address, bytes }) => [[`/assets/${name}`, bytes] as const, [address, bytes] as const]),
);
const plain = (text: string): string => text;

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  describe.each([
    { width: 390, colorScheme: 'light', language: 'en' },
    { width: 1280, colorScheme: 'dark', language: 'uk' },
  ] as const)('$width px, $colorScheme, $language', ({ width, colorScheme, language }) => {
    let page: Page;
    beforeAll(async () => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      page = await context.newPage();
    });
    afterAll(() => page.context().close());

    it.each(everyView(plain, language))('$layout has no barrier and does not scroll sideways', async (view) => {
      await show(page, renderView(view, site(plain, language)));
      const found = await page.evaluate(async () => {
        const { violations } = await axe.run({
          resultTypes: ['violations'],
          rules: { 'target-size': { enabled: true } },
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
        );
      });
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    });
  });

  it('shows nothing that only script could do when there is none', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const [article] = everyView(plain);
    if (article !== undefined) await show(page, renderView(article, site(plain, 'en')));
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('.video-play:visible').count()).toBe(1);
    await context.close();
  });
});

async function show(page: Page, markup: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page') return route.fulfill({ contentType: 'text/html', body: markup });
    const body = ASSETS.get(pathname);
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ contentType: TYPES[path.extname(pathname)] ?? 'text/plain', body });
  });
  await page.goto('http://lantern.test/page');
  await page.evaluate(AXE);
}

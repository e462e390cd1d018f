import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { article, type Files, SITE_YAML, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { serveTree } from './serve-tree.ts';

const ARTICLES: Files = Object.fromEntries(
  Array.from({ length: 3 }, (_, i) => [`articles/a${i}.md`, article({ title: `Story ${i}` })]),
);
const withOffline = (value: boolean): Files => ({ ...ARTICLES, 'site.yaml': `${SITE_YAML}offline: ${value}\n` });

test('there is no worker unless the publication asks for one', async () => {
  const tree = await (await SmallSite.write(ARTICLES)).build();
  expect(tree.has('sw.js')).toBe(false);
  expect(String(tree.get('index.html'))).not.toContain('data-worker');
});

describe.skipIf(CHROMIUM === undefined)('without a network', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('what was read can be read again, with its styles, and what was not cannot', async () => {
    const { page, url, faults } = await open(withOffline(true));
    await page.goto(`${url}/2026/07/01/a0/`);
    await kept(page, `${url}/2026/07/01/a0/`);
    await page.goto(`${url}/2026/07/01/a1/`);
    await kept(page, `${url}/2026/07/01/a1/`);
    expect(faults).toEqual([]);
    await page.context().setOffline(true);
    // The worker hears of it a moment later than the page.
    const isCutOff = () =>
      page.evaluate(() =>
        fetch('/assets/nothing')
          .then(() => false)
          .catch(() => true),
      );
    await expect.poll(isCutOff).toBe(true);
    for (const i of [0, 1]) {
      await page.goto(`${url}/2026/07/01/a${i}/`);
      expect(await page.textContent('h1')).toBe(`Story ${i}`);
      expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    }
    await expect(page.goto(`${url}/2026/07/01/a2/`)).rejects.toThrow();
  });

  test('no more than fifty pages are kept, the last ones', async () => {
    const { page, url } = await open(withOffline(true));
    await page.goto(`${url}/`);
    await kept(page, `${url}/`);
    await page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((one) => one.endsWith('pages'));
      const cache = await caches.open(name);
      for (let i = 0; i < 60; i++) await cache.put(`/old-${i}/`, new Response('old'));
    });
    await page.goto(`${url}/2026/07/01/a0/`);
    await kept(page, `${url}/2026/07/01/a0/`);
    const addresses = () =>
      page.evaluate(async () => {
        const [name = ''] = (await caches.keys()).filter((one) => one.endsWith('pages'));
        return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
      });
    await expect.poll(addresses).toHaveLength(50);
    expect(await addresses()).toContain('/2026/07/01/a0/');
    expect(await addresses()).not.toContain('/old-0/');
  });

  async function open(files: Files) {
    const { url } = await serveTree(await (await SmallSite.write(files)).build());
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    return { page, url, faults };
  }
});

function kept(page: Page, address: string): Promise<void> {
  const isKept = () =>
    page.evaluate(async (wanted) => {
      const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href);
      const found = await Promise.all([wanted, ...links].map((one) => caches.match(one)));
      return found.every(Boolean) && navigator.serviceWorker.controller !== null;
    }, address);
  return expect.poll(isKept).toBe(true);
}

import { request } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { article, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { openPreview } from './open-preview.ts';

describe.skipIf(CHROMIUM === undefined)('the preview', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a save shows in the open page without its being loaded anew, and wherever else the article stands', async () => {
    const site = await SmallSite.write({ 'articles/ferries.md': article({ title: 'Ferries return' }) });
    const { page, url } = await open(site);
    await page.goto(`${url}2026/07/01/ferries/`);
    expect(await page.textContent('h1')).toContain('Ferries return');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
    await site.put({ 'articles/ferries.md': article({ title: 'Ferries stay away' }, 'More words than before.\n') });
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Ferries stay away'));
    expect(await page.textContent('.prose')).toContain('More words than before.');
    expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
    await expect.poll(async () => (await fetch(url)).text(), { timeout: 10_000 }).toContain('Ferries stay away');
  });

  test('drafts and scheduled articles are shown and marked', async () => {
    const site = await SmallSite.write({
      'articles/draft.md': article({ title: 'Not ready yet', draft: true }),
      'articles/later.md': article({ title: 'For tomorrow', date: '2099-01-01 09:00' }),
    });
    const { page, url } = await open(site);
    await page.goto(`${url}2026/07/01/draft/`);
    expect(await page.textContent('main')).toMatch(/draft/i);
    await page.goto(`${url}2099/01/01/later/`);
    expect(await page.textContent('main')).toMatch(/scheduled/i);
  });

  test('a mistake is laid over the last good page, and goes when it is mended', async () => {
    const site = await SmallSite.write({ 'articles/ferries.md': article({ title: 'Ferries return' }) });
    const { page, url } = await open(site);
    await page.goto(`${url}2026/07/01/ferries/`);
    await site.put({ 'articles/ferries.md': article({ title: 'Ferries return', sektion: 'news' }) });
    await page.waitForSelector('#dateline-overlay.errors');
    const overlay = page.locator('#dateline-overlay');
    expect(await overlay.textContent()).toContain('articles/ferries.md:4:1');
    expect(await overlay.textContent()).toContain('did you mean `section`?');
    expect(await overlay.locator('a').first().getAttribute('href')).toMatch(/^vscode:\/\/file\/.*ferries\.md:4:1$/);
    expect(await page.textContent('h1')).toContain('Ferries return');
    await site.put({ 'articles/ferries.md': article({ title: 'Ferries return', section: 'news' }) });
    await page.waitForFunction(() => !document.querySelector('#dateline-overlay'));
  });

  test('content that is wrong from the start still gets a page that says why', async () => {
    const site = await SmallSite.write({ 'articles/ferries.md': article({ title: '' }) });
    const { page, url } = await open(site);
    await page.goto(url);
    expect(await page.textContent('#dateline-overlay')).toContain('title-missing');
  });

  test('a request under a foreign name is refused', async () => {
    const { url } = await open(await SmallSite.write({ 'articles/ferries.md': article() }));
    expect(await statusOf(url, { Host: 'evil.example' })).toBe(403);
    expect(await statusOf(url, { Origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf(url, {})).toBe(200);
  });

  async function open(site: SmallSite): Promise<{ page: Page; url: string }> {
    const url = await openPreview(site);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    return { page, url };
  }
});

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

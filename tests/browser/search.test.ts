import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { article, type Files, SITE_YAML, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { serveTree } from './serve-tree.ts';

const FILES: Files = {
  'site.yaml': `${SITE_YAML}languages: [en, uk]\n`,
  'articles/ferries.md': article(
    { title: 'Ferries return', section: 'news', tags: ['Sea'] },
    'The zephyrine boat & <code>&lt;img src=x onerror=alert(1)&gt;</code> stays text. All harbours are open.\n',
  ),
  'articles/older.md': article(
    { title: 'Harbours of old', section: 'opinion', date: '2024-03-01' },
    'Every harbours-to-be began as a beach.\n',
  ),
  'articles/uk.md': article({ title: 'Пороми повернулися', language: 'uk' }, 'Перший човен був повний.\n'),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `articles/n${i}.md`,
      article({ title: `Note ${i}`, section: 'news', date: `2025-0${1 + (i % 9)}-11` }, 'About lighthouses.\n'),
    ]),
  ),
};

describe.skipIf(CHROMIUM === undefined)('the search', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a word that is in one article leads to it, and nothing is loaded before the reader types', async () => {
    const { page, url, asked, faults } = await open();
    await page.goto(`${url}/search/`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((address) => address.startsWith('/pagefind/'))).toEqual([]);

    await page.getByLabel('Words to look for').fill('zephyrine');
    const found = page.locator('[data-results] a');
    await found.waitFor();
    expect(await found.allTextContents()).toEqual(['Ferries return']);
    expect(await page.getByRole('status').textContent()).toMatch(/^1.article$/);
    expect(await page.locator('[data-results] mark').allTextContents()).toEqual(['zephyrine']);
    expect(await page.locator('[data-results]').textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('[data-results] time').getAttribute('datetime')).toBe('2026-07-01');
    expect(await page.locator('[data-results] time').textContent()).toBe('1 July 2026');
    expect(page.url()).toContain('?q=zephyrine');
    expect(asked.some((address) => address.startsWith('/pagefind/en/2024/'))).toBe(true);
    expect(asked.filter((address) => /^\/pagefind\/uk|\.css$/.test(address) && address.includes('pagefind'))).toEqual(
      [],
    );

    await found.click();
    expect(await page.textContent('h1')).toBe('Ferries return');
    expect(faults).toEqual([]);
  });

  test('an address with a question answers it; filters narrow it, years can be in order, and more comes on demand', async () => {
    const { page, url } = await open();
    await page.goto(`${url}/search/?q=harbours`);
    const titles = page.locator('[data-results] a');
    await expect.poll(() => titles.count()).toBe(2);
    await page.getByLabel('Order').selectOption('newest');
    await expect.poll(() => titles.allTextContents()).toEqual(['Ferries return', 'Harbours of old']);
    await page.getByLabel('Year').selectOption('2024');
    await expect.poll(() => titles.allTextContents()).toEqual(['Harbours of old']);
    expect(page.url()).toContain('year=2024');
    await page.reload();
    await expect.poll(() => titles.allTextContents()).toEqual(['Harbours of old']);

    await page.goto(`${url}/search/?q=lighthouses&order=newest`);
    await expect.poll(() => titles.count()).toBe(10);
    expect(await page.locator('[data-results] time').first().getAttribute('datetime')).toBe('2025-09-11');
    await page.getByRole('button', { name: 'More results' }).click();
    await expect.poll(() => titles.count()).toBe(12);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/^\/2025\//);
    expect(await page.getByRole('button', { name: 'More results' }).isVisible()).toBe(false);

    await page.getByLabel('Words to look for').fill('nowhereatall');
    await expect.poll(() => page.getByRole('status').textContent()).toContain('No article was found');
  });

  test('a year whose newest month is indexed apart is one year to readers, in order', async () => {
    const ofMonth = (month: number, day: number) =>
      article(
        { title: `On ${day}.${month}.`, date: `2026-0${month}-${String(day).padStart(2, '0')}` },
        day > 18 ? 'About lanterns.\n' : 'About ferries.\n',
      );
    const days = Array.from({ length: 20 }, (_, i) => i + 1);
    const { page, url } = await open(
      {},
      Object.fromEntries([
        ['site.yaml', SITE_YAML],
        ['articles/old.md', article({ title: 'Long ago', date: '2025-12-24' }, 'About lanterns.\n')],
        ...[1, 2, 3, 4, 5].flatMap((month) => days.map((day) => [`articles/${month}-${day}.md`, ofMonth(month, day)])),
      ]),
    );
    await page.goto(`${url}/search/?q=lanterns&order=newest`);
    const titles = page.locator('[data-results] a');
    const newest = ['On 20.5.', 'On 19.5.', 'On 20.4.', 'On 19.4.'];
    await expect.poll(async () => (await titles.allTextContents()).slice(0, 4)).toEqual(newest);
    // What is in the year before is asked for when it is wanted, and shown once.
    expect(await titles.count()).toBe(10);
    await page.getByRole('button', { name: 'More results' }).dblclick();
    await expect.poll(() => titles.count()).toBe(11);
    expect(await titles.last().textContent()).toBe('Long ago');
    expect(await page.getByRole('button', { name: 'More results' }).isVisible()).toBe(false);
    const years = page.getByLabel('Year').locator('option');
    expect(await years.allTextContents()).toEqual(['All', '2026 (10)', '2025 (1)']);
    await page.getByLabel('Year').selectOption('2026');
    await expect.poll(async () => (await titles.allTextContents()).slice(0, 4)).toEqual(newest);
    expect(await page.getByRole('status').textContent()).toMatch(/^10.articles$/);
  });

  test('each edition searches its own articles, in its own words', async () => {
    const { page, url } = await open();
    await page.goto(`${url}/uk/search/?q=човен`);
    const titles = page.locator('[data-results] a');
    await expect.poll(() => titles.allTextContents()).toEqual(['Пороми повернулися']);
    expect(await page.getByRole('status').textContent()).toMatch(/^1.матеріал$/);
  });

  test('without JavaScript it leads to the archive, the topics and the sections', async () => {
    const { page, url } = await open({ javaScriptEnabled: false });
    await page.goto(`${url}/`);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words to look for').fill('ferries');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(page.url()).toContain('/search/?q=ferries');
    expect(await page.textContent('main')).toContain('The search needs JavaScript');
    const ways = page.getByRole('main').getByRole('link');
    expect(await ways.allTextContents()).toEqual(['Archive', 'All topics', 'Our authors', 'News', 'Opinion']);
  });

  test('when the index cannot be reached it says so', async () => {
    const { page, url } = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${url}/search/?q=ferries`);
    await expect.poll(() => page.getByRole('status').textContent()).toContain('cannot be reached');
  });

  async function open(options: BrowserContextOptions = {}, files: Files = FILES) {
    const site = await SmallSite.write(files);
    const { url, asked } = await serveTree(await site.build());
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page: Page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    return { page, url, asked, faults };
  }
});

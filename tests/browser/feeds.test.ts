import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { author, IN_TWO_LANGUAGES } from '../feeds/machine-workshop.ts';
import { article, type Files, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { serveTree } from './serve-tree.ts';

const FILES: Files = {
  'site.yaml': `${IN_TWO_LANGUAGES}description: A paper for tests.\n`,
  'authors/olha.md': author('Olha Petrenko'),
  'articles/ferries.md': article(
    { title: 'Ferries <return> & stay', standfirst: 'At last.', authors: ['olha'] },
    'The body is for feed readers.\n',
  ),
  'articles/uk.md': article({ title: 'Пороми повернулися', language: 'uk' }),
};

describe.skipIf(CHROMIUM === undefined)('a feed that is opened in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each(['/feed.xml', '/atom.xml'])('%s can be read, and its headlines lead to the articles', async (address) => {
    const { page, url } = await open();
    await page.goto(url + address);
    // What is selected is what is shown; only HTML elements have innerText.
    const text = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.documentElement);
      return String(getSelection());
    });
    expect(text.match(/Ferries <return> & stay/g)).toHaveLength(1);
    for (const part of [
      'This is a web feed',
      `https://test.example${address}`,
      '1 July 2026',
      'Olha Petrenko',
      'At last.',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/for feed readers|tag:test\.example|GMT|application\//);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await page.route('https://test.example/**', (route) => route.fulfill({ body: 'arrived' }));
    await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Ferries <return> & stay' }).click();
    await page.waitForURL('https://test.example/2026/07/01/ferries/');
  });

  test('the feed of an edition speaks its language', async () => {
    const { page, url } = await open();
    await page.goto(`${url}/uk/feed.xml`);
    expect(await page.getByRole('link', { name: 'Пороми повернулися' }).count()).toBe(1);
    expect(await page.locator('time').textContent()).toBe('1 липня 2026 року');
  });

  async function open() {
    const { url } = await serveTree(await (await SmallSite.write(FILES)).build());
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    onTestFinished(() => context.close());
    return { page: await context.newPage(), url };
  }
});

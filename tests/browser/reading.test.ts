import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from './chromium.ts';
import { buildDemoSite, PAGES } from './demo-site.ts';
import { DESK, openTree, PHONE } from './open-tree.ts';

describe.skipIf(CHROMIUM === undefined)('while reading, a reader', () => {
  let browser: Browser;
  let tree: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    [browser, tree] = await Promise.all([launch(), buildDemoSite()]);
  });
  afterAll(() => browser?.close());
  const open = (options: BrowserContextOptions) => openTree(browser, tree, options);

  test('sees a cropped picture where its subject is', async () => {
    const { page, url } = await open(PHONE);
    await page.setContent(
      `<link rel="stylesheet" href="${url}/${[...tree.keys()].find((name) => /listing\..+css$/.test(name))}"><img class="fx3 fy8" alt="" src="data:,">`,
    );
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.images[0] as Element).objectPosition))
      .toBe('30% 80%');
  });

  test('who chose dark colours gets no other ones first, and may ask for more contrast or colours of their own', async () => {
    const { page, url } = await open(PHONE);
    await page.goto(url + PAGES.article);
    const switcher = page.locator('.colour-switch');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await switcher.click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    // What stands in the page before its body is known when the first paint comes.
    await page.goto(url + PAGES.section, { waitUntil: 'commit' });
    await page.waitForSelector('body', { state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.dataset['colours'])).toBe('dark');
    await page.waitForLoadState();
    expect(await paper()).toBe(dark);
    expect(await switcher.getAttribute('aria-pressed')).toBe('true');
    await page.emulateMedia({ contrast: 'more' });
    const [ink, muted] = await page.evaluate(() =>
      ['--ink', '--muted'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)),
    );
    expect(muted).toBe(ink);
    await page.emulateMedia({ contrast: null, forcedColors: 'active' });
    expect(await switcher.isVisible()).toBe(false);
    expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: no-preference)').matches)).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('smooth');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  test('prints an article with its addresses and credits, and without what paper cannot do', async () => {
    const { page, url } = await open(DESK);
    await page.goto(url + PAGES.article);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const printed = await page.evaluate(() => ({
      address: getComputedStyle(document.querySelector('.prose p a[href^="http"]') as Element, '::after').content,
      credit: document.querySelector('.figure-lead .credit')?.checkVisibility(),
      gone: ['.masthead-top', '.sections', '.share', '.support', '.related', '.tags', '.footer-links'].filter((name) =>
        document.querySelector(name)?.checkVisibility(),
      ),
      paper: getComputedStyle(document.body).backgroundColor,
      // What is drawn for dark pages, a logo of light letters above all, would be lost on it.
      scheme: getComputedStyle(document.documentElement).colorScheme,
      // About 90 letters a line, however wide the sheet.
      line: document.querySelector('.prose p')?.getBoundingClientRect().width,
    }));
    expect(printed.line).toBeLessThan(540);
    expect(printed).toMatchObject({ credit: true, gone: [], paper: 'rgb(255, 255, 255)', scheme: 'light' });
    expect(printed.address).toContain('http');
    // Of a link within the site the path without script, the whole address with it.
    const within = page.locator('.prose p a[href^="/"]').first();
    const shown = () => within.evaluate((link) => getComputedStyle(link, '::after').content);
    const path = await within.getAttribute('href');
    expect(await shown()).toContain(` (${path})`);
    await page.pdf();
    expect(await shown()).toContain(` (https://lantern.example${path})`);
  });

  test('turns a live report round, and finds its corrections from its head', async () => {
    const { page, url } = await open(DESK);
    await page.goto(url + PAGES['live report']);
    const times = () =>
      page.locator('.update-time time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    const newestFirst = await times();
    await page.getByRole('button', { name: 'Oldest first' }).click();
    expect(await times()).toEqual(newestFirst.toReversed());
    await page.getByRole('link', { name: 'Corrected' }).click();
    await expect
      .poll(() => page.locator('.corrections').evaluate((box) => box.getBoundingClientRect().top < innerHeight))
      .toBe(true);
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
});

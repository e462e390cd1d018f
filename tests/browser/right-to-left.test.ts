import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { hebrewSite } from './hebrew-site.ts';
import { serveTree } from './serve-tree.ts';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = ['/', '/2026/07/01/gesher/', '/2026/07/01/live/', '/section/news/', '/2026/06/', '/search/', '/about/'];
const SCREENS = [
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 1280, height: 900, colorScheme: 'light' },
] as const;

describe.skipIf(CHROMIUM === undefined)('a site that is read from right to left', () => {
  let browser: Browser;
  let tree: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each(SCREENS)('at $width px has no page that scrolls sideways, and axe finds nothing', async (screen) => {
    const { page, url } = await open(screen);
    const found: string[] = [];
    for (const address of PAGES) {
      await page.goto(url + address);
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      await page.addScriptTag({ content: AXE });
      const { faults, wide } = await page.evaluate(async () => {
        const { violations } = await Reflect.get(window, 'axe').run();
        return {
          faults: violations.map(
            ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id} ${nodes[0]?.html}`,
          ),
          wide: document.documentElement.scrollWidth > innerWidth,
        };
      });
      found.push(...faults.map((fault: string) => `${address} ${fault}`), ...(wide ? [`${address} scrolls`] : []));
    }
    expect(found).toEqual([]);
  });

  test('what begins a line stands at its right, and what is in other letters keeps its own direction', async () => {
    const { page, url } = await open(SCREENS[1]);
    await page.goto(`${url}/2026/07/01/gesher/`);
    const right = (selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().right);
    const left = (selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().left);
    const measure = await right('.prose > p');
    for (const start of ['h1', '.standfirst', '.byline', '.prose > h2', '.prose .factbox', '.corrections', '.tags'])
      expect.soft({ start, at: await right(start) }).toEqual({ start, at: expect.closeTo(measure, 0) });
    // The rule of a quotation, the numbers of a list and the columns of a table begin at the right.
    expect(
      await page.$eval('.prose > blockquote, .prose .quote blockquote', (quote) => getComputedStyle(quote).direction),
    ).toBe('rtl');
    expect(await left('th:first-child')).toBeGreaterThan(await left('th:last-child'));
    expect(await left('.neighbour-prev')).toBeGreaterThan(
      (await page.$('.neighbour-next')) ? await left('.neighbour-next') : 0,
    );
    const arrow = await page.$eval('.neighbour-prev .label', (label) => getComputedStyle(label, '::before').content);
    expect(arrow).toBe('"→ "');

    // The red tab of a pull quote, and the numbers of a table's last column, which end where its rules end.
    const tab = await page.$eval('.pullquote', (quote) => getComputedStyle(quote, '::before').right);
    expect(tab).toBe('0px');
    expect(await page.$eval('th:first-child', (cell) => getComputedStyle(cell).paddingRight)).toBe('0px');
    expect(await page.$eval('th:last-child', (cell) => getComputedStyle(cell).paddingLeft)).toBe('0px');
    // The sign of a player points to the right all the same.
    const sign = await page.$eval('.video-mark', (mark) => getComputedStyle(mark, '::before').borderLeftColor);
    expect(sign).toBe('rgb(21, 24, 29)');

    expect(await page.$eval('.post-text', (text) => getComputedStyle(text).direction)).toBe('ltr');
    // What comes first in the text stands further to the right: the network, then the day.
    const [network = 0, day = 0] = await placesOf(page, '.post-where a', ['X', '1']);
    expect(network).toBeGreaterThan(day);
  });

  test('the first section is not faded on a phone, and the name stands in the middle of a wide front page', async () => {
    const phone = await open(SCREENS[0]);
    await phone.page.goto(`${phone.url}/`);
    expect(await phone.page.$eval('.sections ul', (list) => getComputedStyle(list).maskImage)).toMatch(/\(270deg/);
    const wide = await open(SCREENS[1]);
    for (const front of ['/', '/en/']) {
      await wide.page.goto(wide.url + front);
      const middle = await wide.page.$eval('.nameplate', (name) => {
        const { left, right } = name.getBoundingClientRect();
        return (left + right) / 2;
      });
      expect(middle).toBeCloseTo(640, -1);
    }
  });

  test('nothing lies beyond the right edge of paper, which would push the page out of its place', async () => {
    const { page, url } = await open(SCREENS[0]);
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${url}/2026/07/01/gesher/`);
    const beyond = await page.$$eval('.main *', (elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().right > innerWidth)
        .map(({ className }) => className),
    );
    expect(beyond).toEqual([]);
  });

  test('the search finds a word in Hebrew and says how many there are', async () => {
    const { page, url } = await open(SCREENS[0]);
    await page.goto(`${url}/search/?q=${encodeURIComponent('ראשית')}`);
    const titles = page.locator('[data-results] a');
    await expect.poll(() => titles.count()).toBe(1);
    expect(await page.getByRole('status').textContent()).toBe('כתבה אחת');
    await titles.click();
    expect(await page.textContent('h1')).toContain('הגשר נפתח');
  });

  async function open(screen: (typeof SCREENS)[number]) {
    tree ??= await (await SmallSite.write(await hebrewSite())).build();
    const { url } = await serveTree(tree);
    const { width, height, colorScheme } = screen;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true });
    onTestFinished(() => context.close());
    return { page: await context.newPage(), url };
  }
});

/** Where the first of each text within an element begins, in pixels from the left. */
async function placesOf(page: Page, selector: string, texts: readonly string[]): Promise<readonly number[]> {
  return page.$eval(
    selector,
    (element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places: number[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const [i, text] of wanted.entries()) {
          const at = node.textContent?.indexOf(text) ?? -1;
          if (at < 0 || places[i] !== undefined) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          places[i] = range.getBoundingClientRect().left;
        }
      return places;
    },
    texts,
  );
}

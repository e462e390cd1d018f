import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { article, SITE_YAML, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { openPreview } from './open-preview.ts';

const BODY = `See [the talks](talks.md) and [the tides](http://tides.example/).

![A quay](quay.jpg)
`;

async function ferries(keys: Readonly<Record<string, unknown>> = {}, body = BODY): Promise<string> {
  return article({ title: 'Ferries return', authors: ['olha'], date: '2099-01-01 09:00', ...keys }, body);
}

describe.skipIf(CHROMIUM === undefined)('the panel of the preview', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('tells state, length, pictures, links, notes, share card and search result, and goes on doing so', async () => {
    const site = await SmallSite.write({
      'site.yaml': `${SITE_YAML}images: {requireCredit: false}\n`,
      'authors/olha.md': '---\nname: Olha\nrole: Reporter\n---\n',
      'articles/quay.jpg': await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#456' } })
        .jpeg()
        .toBuffer(),
      'articles/talks.md': article(),
      'articles/ferries.md': await ferries(),
    });
    const { page, url } = await open(site);
    await page.goto(`${url}2099/01/01/ferries/`);
    const panel = page.frameLocator('#dateline-panel > iframe');
    await page.click('#dateline-panel > summary');
    await panel.locator('.card').waitFor();
    const told = await panel.locator('main').innerText();
    expect(told).toContain('Scheduled for 2099-01-01 09:00 (Europe/Kyiv)');
    expect(told).toContain('6 words, 1 min to read');
    expect(told).toContain('1, 1 without a credit: articles/quay.jpg');
    expect(told).toContain('1 within the site, 1 elsewhere');
    expect(told).toContain('standfirst-missing');
    expect(told).toContain('test.example › 2099 › 01 › 01 › ferries');
    expect(await panel.locator('li a').first().getAttribute('href')).toMatch(/^vscode:\/\/file\/.*ferries\.md:2:1$/);
    await panel.locator('.card img').evaluate(async (image) => (image as HTMLImageElement).decode());

    // A save keeps it unfolded, and it tells what is new.
    await site.put({ 'articles/ferries.md': await ferries({ title: 'Ferries stay', standfirst: 'Two a day.' }) });
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Ferries stay'));
    await panel.getByText('Two a day.').first().waitFor();
    expect(await panel.locator('main').innerText()).not.toContain('standfirst-missing');
    expect(await page.locator('#dateline-panel').getAttribute('open')).not.toBeNull();

    await panel.locator('.phone summary').click();
    const phone = panel.frameLocator('.phone iframe');
    await phone.getByRole('heading', { name: 'Ferries stay' }).first().waitFor();
    expect(await phone.locator('html').evaluate((root) => root.clientWidth)).toBe(390);
    expect(await phone.locator('#dateline-panel').isVisible()).toBe(false);
    await page.click('#dateline-panel > summary');
    expect(await panel.locator('main').isVisible()).toBe(false);
  });

  test('all that is wrong is copied and explained at a click', async () => {
    const site = await SmallSite.write({ 'articles/ferries.md': article({ sektion: 'news' }) });
    const { page, url } = await open(site);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(url);
    await page.locator('#dateline-overlay button').first().click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.content}/articles/ferries.md:4:1`);
    await page.locator('#dateline-overlay a.code').first().click();
    await page.waitForURL(/\/_help\/errors\/#key-unknown$/);
    expect(await page.locator('#key-unknown').innerText()).toBe('key-unknown');
  });

  test('the cheat sheet shows the examples of the guide, and the guide is at hand', async () => {
    const { page, url } = await open(await SmallSite.write({ 'articles/ferries.md': article() }));
    await page.goto(`${url}_help/`);
    expect(await page.locator('.sheet section').count()).toBeGreaterThan(12);
    expect(await page.locator('.sheet').innerText()).toContain('::: factbox');
    await page.getByRole('link', { name: 'Pictures' }).click();
    await page.waitForURL(/\/_help\/writing\/#pictures$/);
    expect(await page.locator('#pictures').innerText()).toBe('Pictures');
    for (const image of await page.locator('img').all())
      expect(await image.evaluate(async (one) => (one as HTMLImageElement).decode().then(() => true))).toBe(true);
    for (const href of await page
      .locator('main a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? '')))
      expect(href).toMatch(/^(?:https?:|#|\/_help\/)/);
  });

  test('readers get nothing of it', async () => {
    const site = await SmallSite.write({ 'articles/ferries.md': article() });
    for (const [name, bytes] of await site.build())
      expect(`${name} ${bytes.toString('latin1')}`).not.toMatch(/dateline-panel|\.dateline\/companion/);
  });

  /** A page whose console has no complaint, of the security policy least of all. */
  async function open(site: SmallSite): Promise<{ page: Page; url: string }> {
    const url = await openPreview(site);
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Where a save adds a line to the head, the client gives one link the address of its neighbour for a moment.
      const isPassing = message.text().startsWith("Loading the stylesheet 'http://localhost:0/");
      if (!isPassing && /Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
    });
    onTestFinished(async () => {
      await context.close();
      expect(complaints).toEqual([]);
    });
    return { page, url };
  }
});

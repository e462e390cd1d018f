import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { article, readTree, SITE_YAML, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { openPreview } from './open-preview.ts';
import { serveTree } from './serve-tree.ts';

const AUTHOR = '---\nname: Olha Petrenko\n---\nWrites about rivers.\n';
const PICTURE = path.join(ROOT, 'content/images/courtyard.jpg');

const FERRIES = `---
# Agreed with the desk on Monday.
title: "Ferries return"   # not final
date: 2026-07-01 09:00
author: olha
tags: [ river,   ferries ]
---

*First*, with a note.[^1]

::: factbox Ferries
- one
- two
:::

|a|b|
|:--|--:|
|1|2|

[^1]: The note.
`;

// Sveltia CMS is two megabytes of script, which a busy machine takes its time over.
describe.skipIf(CHROMIUM === undefined)('the desk at /admin/', { timeout: 90_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('an article that is written there passes the check, and the preview shows it', async () => {
    const site = await SmallSite.write({ 'authors/olha.md': AUTHOR, 'articles/2026/07/old.md': article() });
    const { page, url, foreign } = await open(site);
    await page.goto(`${url}admin/#/collections/articles/new`);
    const field = fieldOf(page);
    await field('title').locator('input').fill('Ferries: back on the estuary');
    await field('standfirst').locator('textarea').fill('Twelve crossings a day.');
    await choose(page, 'section', 'Opinion');
    await choose(page, 'authors', 'Olha Petrenko');
    await field('tags').locator('input').first().fill('river');
    const source = field('image.src').locator('input[type=file]').first();
    // A click that comes while the form is still being put together is lost.
    while ((await source.count()) === 0) {
      await field('image').getByRole('checkbox').click();
      await source.waitFor({ state: 'attached', timeout: 5000 }).catch(() => undefined);
    }
    await source.setInputFiles(PICTURE);
    await field('image.alt').locator('input').fill('A ferry at a wooden pier');
    await field('image.credit').locator('input').fill('Olena Hrytsak/The Test Post');
    await field('body').locator('[contenteditable=true]').first().click();
    await page.keyboard.type('The first ferry left at seven.');
    // The pane beside the form shows it as readers would see it.
    await page.frameLocator('iframe').getByText('The first ferry left at seven.').waitFor();
    expect(await page.frameLocator('iframe').locator('h1.headline').textContent()).toBe('Ferries: back on the estuary');
    await save(page);

    const written = [...(await readTree(site.content))].filter(([name]) => /ferries|courtyard/.test(name));
    const [name, text] = written.find(([file]) => file.endsWith('.md')) ?? [];
    expect(name).toMatch(/^articles\/\d{4}\/\d\d\/ferries-back-on-the-estuary\.md$/);
    const picture = path.posix.join(path.posix.dirname(name ?? ''), 'courtyard.jpg');
    expect(written.map(([file]) => file).sort()).toEqual([picture, name].sort());
    expect(text?.toString().replace(/date: .*/, 'date: …')).toBe(`---
title: "Ferries: back on the estuary"
standfirst: Twelve crossings a day.
section: opinion
authors: [olha]
tags: [river]
date: …
image:
  src: /${picture}
  alt: A ferry at a wooden pier
  credit: Olena Hrytsak/The Test Post
draft: true
---

The first ferry left at seven.
`);
    const { status, stdout } = await runDateline(['check', '--content', site.content, '--no-cache']);
    expect(stdout).not.toContain('error');
    expect(status).toBe(0);
    const day = /date: (\S+)/.exec(text?.toString() ?? '')?.[1]?.replaceAll('-', '/');
    await page.goto(`${url}${day}/ferries-back-on-the-estuary/`);
    expect(await page.textContent('h1')).toBe('Ferries: back on the estuary');
    expect(foreign).toEqual([]);
  });

  test('a headline that is changed there changes nothing else in the file', async () => {
    const site = await SmallSite.write({ 'authors/olha.md': AUTHOR, 'articles/2026/07/ferries.md': FERRIES });
    const { page, url } = await open(site);
    await page.goto(`${url}admin/#/collections/articles/entries/2026/07/ferries`);
    const title = fieldOf(page)('title').locator('input');
    await title.waitFor();
    // Once the text is in the editor, it has been read into its own form.
    await page.locator('[contenteditable=true]').first().getByText('factbox').waitFor();
    await title.fill('Ferries are back');
    await save(page);
    expect(await readFile(path.join(site.content, 'articles/2026/07/ferries.md'), 'utf8')).toBe(
      FERRIES.replace('"Ferries return"', 'Ferries are back'),
    );
  });

  test('what somebody else has written to the file meanwhile is not lost', async () => {
    const site = await SmallSite.write({ 'authors/olha.md': AUTHOR, 'articles/2026/07/ferries.md': FERRIES });
    const file = path.join(site.content, 'articles/2026/07/ferries.md');
    const { page, url } = await open(site);
    await page.goto(`${url}admin/#/collections/articles/entries/2026/07/ferries`);
    const title = fieldOf(page)('title').locator('input');
    await title.fill('Ferries are back');
    const other = FERRIES.replace('*First*', 'Third');
    await writeFile(file, other);
    const refused = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('button', { name: 'Save' }).click();
    expect((await refused).status()).toBe(412);
    expect(await readFile(file, 'utf8')).toBe(other);
    expect(await title.inputValue()).toBe('Ferries are back');
  });

  test('of a published site it starts under its policy, and asks nobody but the site before one signs in', async () => {
    const site = await SmallSite.write({
      'site.yaml': `${SITE_YAML}desk: {backend: github, repo: test-post/website}\n`,
    });
    const tree = new Map(await site.build());
    const { url } = await serveTree(tree);
    const { page, foreign, refused } = await watched();
    await page.goto(`${url}/admin/`);
    await page.getByRole('button', { name: /Sign In with .*GitHub/ }).waitFor();
    expect(foreign).toEqual([]);
    expect(refused).toEqual([]);
  });

  async function open(site: SmallSite) {
    return { url: await openPreview(site), ...(await watched()) };
  }

  /** A page, with every request that left for another host and everything that its policy refused. */
  async function watched() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const foreign: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:data|blob):|^http:\/\/(?:localhost|127\.0\.0\.1):/.test(request.url())) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    return { page, foreign, refused };
  }
});

function fieldOf(page: Page) {
  return (key: string) => page.locator(`[data-key-path="${key}"]`);
}

/** Of few choices Sveltia CMS shows all. */
async function choose(page: Page, key: string, name: string): Promise<void> {
  await fieldOf(page)(key).getByText(name).click();
}

/** Saves, and waits until every file is written. */
async function save(page: Page): Promise<void> {
  const written = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('.md'),
  );
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await written).status()).toBe(200);
}

import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { article, readTree, SmallSite } from '../small-site.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { serveTree } from './serve-tree.ts';

const SAMPLE = 3;

describe.skipIf(CHROMIUM === undefined)('the security policy', () => {
  let browser: Browser;
  let tree: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    browser = await launch();
    const folder = await mkdtemp(path.join(tmpdir(), 'dateline-security-'));
    try {
      const output = path.join(folder, 'site');
      const args = ['build', '--content', path.join(ROOT, 'content'), '--output', output, '--no-ledger'];
      expect(await runDateline(args)).toMatchObject({ status: 0 });
      tree = await readTree(output);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
  afterAll(() => browser?.close());

  test('every page says what its scripts and style sheets hash to, and they do', () => {
    const seen = new Set<string>();
    for (const [name, bytes] of tree) {
      if (!name.endsWith('.html')) continue;
      for (const { address, integrity } of loadedBy(String(bytes))) {
        const file = new URL(address, `https://test.example/${name}`).pathname.slice(1);
        const hash = createHash('sha384')
          .update(tree.get(file) ?? '')
          .digest('base64');
        expect([name, address, integrity]).toEqual([name, address, `sha384-${hash}`]);
        seen.add(file.replace(/\.\w{10}\./, '.'));
      }
    }
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining([
        'assets/scripts/search.js',
        'assets/scripts/site.js',
        'assets/styles/article.css',
        'assets/styles/front.css',
        'assets/styles/listing.css',
      ]),
    );
  });

  test('a script or a style sheet that somebody has changed is refused', async () => {
    const changed = new Map(
      [...tree].map(([name, bytes]) => {
        if (/^assets\/scripts\/.*\.js$/.test(name))
          return [name, Buffer.concat([bytes, Buffer.from('\nran = true;\n')])];
        if (/^assets\/styles\/.*\.css$/.test(name))
          return [name, Buffer.concat([bytes, Buffer.from('\nbody{opacity:0}')])];
        return [name, bytes];
      }),
    );
    for (const [served, refused] of [
      [tree, 0],
      [changed, 2],
    ] as const) {
      const { url } = await serveTree(served);
      const { page } = await open();
      const told: string[] = [];
      page.on('console', (message) => {
        if (/digest/.test(message.text())) told.push(message.text());
      });
      await page.goto(`${url}/`, { waitUntil: 'load' });
      expect(told.length >= refused && (refused > 0 || told.length === 0)).toBe(true);
      expect(
        await page.evaluate(() => [
          'ran' in window,
          getComputedStyle(document.body).opacity,
          document.styleSheets.length,
        ]),
      ).toEqual([false, '1', refused > 0 ? 0 : expect.toSatisfy((count: number) => count > 0)]);
    }
  });

  test('no page of the demonstration newspaper breaks it, whatever its layout', async () => {
    const { url } = await serveTree(tree);
    const { page, faults } = await open();
    for (const address of sampleOf(tree)) {
      await page.goto(`${url}/${address}`, { waitUntil: 'load' });
      await page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>(
          'button[data-colours-switch], .share button, [data-order-updates]',
        ))
          button.click();
      });
      expect([address, ...faults]).toEqual([address]);
    }
    await page.goto(`${url}/search/?q=a`);
    await expect.poll(() => page.locator('[data-results] a').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  }, 120_000);

  test('a player may be shown only where the site has a video of its kind', async () => {
    const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ\n';
    for (const [body, player, allowed] of [
      [video, 'https://www.youtube-nocookie.com', true],
      [video, 'https://player.vimeo.com', false],
      ['Text.\n', 'https://www.youtube-nocookie.com', false],
    ] as const) {
      const site = await SmallSite.write({ 'articles/ferries.md': article({}, body) });
      const { url } = await serveTree(await site.build());
      const { page, faults } = await open();
      await page.route('https://**', (route) => route.fulfill({ body: 'player' }));
      await page.goto(`${url}/2026/07/01/ferries/`);
      await page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        document.body.append(frame);
      }, `${player}/embed/x`);
      await page.waitForTimeout(200);
      expect(faults.filter((fault) => fault.startsWith('frame-src')).length).toBe(allowed ? 0 : 1);
    }
  });

  test('script and style within a page, script from markup and addresses elsewhere are held back', async () => {
    const site = await SmallSite.write({ 'articles/ferries.md': article() });
    const { url } = await serveTree(await site.build());
    const { page, faults } = await open();
    await page.goto(`${url}/2026/07/01/ferries/`);
    const thrown = await page.evaluate(() => {
      const [script, style, picture] = ['script', 'style', 'img'].map((name) => document.createElement(name));
      style?.append('p{color:red}');
      picture?.setAttribute('src', 'https://elsewhere.example/pixel.gif');
      document.body.append(style ?? '', picture ?? '');
      const attempts = [
        () => script?.append('window.ran = true'),
        () => document.body.append(script ?? ''),
        () => {
          document.body.innerHTML = '<p>';
        },
        () => document.body.setAttribute('onclick', 'window.ran = true'),
      ];
      return attempts.flatMap((attempt) => {
        try {
          attempt();
          return [];
        } catch (error) {
          return [String(error).includes('TrustedHTML') || String(error).includes('TrustedScript')];
        }
      });
    });
    expect(thrown.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    const directives = new Set(faults.map((fault) => fault.split(' ')[0]));
    expect([...directives].toSorted()).toEqual(
      expect.arrayContaining(['img-src', 'require-trusted-types-for', 'style-src-elem']),
    );
  });

  async function open(): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const faults: string[] = [];
    await page.exposeFunction('tellViolation', (violation: string) => faults.push(violation));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
        Reflect.get(window, 'tellViolation')(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
      ),
    );
    page.on('pageerror', (error) => faults.push(String(error)));
    return { page, faults };
  }
});

function loadedBy(page: string): readonly { address: string; integrity: string | undefined }[] {
  const found: { address: string; integrity: string | undefined }[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const { src, rel, href, integrity } = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      const address = node.tagName === 'script' ? src : rel === 'stylesheet' ? href : undefined;
      if (address !== undefined) found.push({ address, integrity });
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return found;
}

// A few of each kind of address: the same first part and the same depth.
function sampleOf(tree: ReadonlyMap<string, Buffer>): readonly string[] {
  const kinds = Map.groupBy(
    [...tree]
      .filter(([name, bytes]) => name.endsWith('.html') && !bytes.includes('http-equiv="refresh"'))
      .map(([name]) => name),
    (name) => `${name.split('/')[0]?.replace(/\d{4}/, 'year')} ${name.split('/').length}`,
  );
  return [...kinds.values()].flatMap((names) =>
    names.slice(0, SAMPLE).map((name) => name.replace(/(^|\/)index\.html$/, '$1')),
  );
}

import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readOutput } from '../../src/deploy/read-output.ts';
import { MANIFEST } from '../../src/eleventy/manifest.ts';
import { writeMirror } from '../../src/mirror/write-mirror.ts';
import { writeZip } from '../../src/mirror/write-zip.ts';
import { CHROMIUM, launch } from '../browser/chromium.ts';
import { PAGES, writeDemoSite } from '../browser/demo-site.ts';
import { serveTree } from '../browser/serve-tree.ts';
import { runDateline } from '../cli/run-dateline.ts';
import { readTree } from '../small-site.ts';
import { factsOf } from './page-facts.ts';

const BASE = '/a/b/';
const ORIGIN = 'https://example.org';
// Pages that Chromium opens beside one of each kind: every so many.
const STEP = 12;

type Tree = ReadonlyMap<string, Buffer>;
let folder: string;
let site: Tree;
let mirror: Tree;
const at = (name: string): string => path.join(folder, name);
const textOf = (tree: Tree, file: string): string => tree.get(file)?.toString() ?? '';
const digests = (tree: Tree) => [...tree].map(([file, bytes]) => [file, hash('sha256', bytes)]);
const pagesOf = (tree: Tree): string[] => [...tree.keys()].filter((file) => file.endsWith('.html'));
const fileAt = (address: string): string =>
  decodeURI(address.replace(/[?#].*$/s, '')).replace(/(^|\/)$/, '$1index.html');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-anywhere-'));
  await writeDemoSite(at('_site'), { baseUrl: `${ORIGIN}${BASE}` });
  site = await readTree(at('_site'));
  await writeMirror(await readOutput(at('_site')), at('mirror'));
  mirror = await readTree(at('mirror'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the demonstration site below a path of another site', () => {
  test('every address of every page, style and file for machines leads to a file below that path', () => {
    const broken: string[] = [];
    let followed = 0;
    const follow = (file: string, address: string): void => {
      const own = address.startsWith(`${ORIGIN}${BASE}`) ? address.slice(ORIGIN.length) : address;
      if (/^(?:[a-z]+:|#|$)/i.test(own)) {
        if (own.startsWith(ORIGIN)) broken.push(`${file} → ${address}`);
        return;
      }
      followed++;
      if (!own.startsWith(BASE) || !site.has(fileAt(own.slice(BASE.length)))) broken.push(`${file} → ${address}`);
    };
    for (const file of pagesOf(site)) for (const one of factsOf(textOf(site, file)).addresses) follow(file, one);
    for (const file of site.keys()) {
      const text = /\.(?:xml|json|webmanifest)$|^_redirects$/.test(file) ? textOf(site, file) : '';
      for (const [, one = ''] of text.matchAll(
        /(?:href="|<loc>|<link>|url": ?"|(?:src|start_url)":")((?:https:\/\/example\.org)?\/[^"<]*)/g,
      ))
        follow(file, one.replaceAll('&amp;', '&'));
      if (file === '_redirects')
        for (const line of text.trim().split('\n')) for (const one of line.split(' ').slice(0, 2)) follow(file, one);
      if (file.endsWith('.css'))
        for (const [, one = ''] of textOf(site, file).matchAll(/url\("?((?!http)[^")]+)/g))
          follow(file, new URL(one, `${ORIGIN}${BASE}${file}`).pathname);
    }
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(10_000);
  });

  test('served there, each page that a reader can reach from the front page answers, and nothing above is asked for', async () => {
    const { url, missed } = await serveTree(site, BASE.slice(0, -1));
    const waiting: string[] = [BASE];
    const seen = new Set(waiting);
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const answer = await fetch(url + address);
      const body = await answer.text();
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const next of factsOf(body).addresses) {
        const place = next.replace(/[?#].*$/s, '');
        if (!place.startsWith('/') || seen.has(place)) continue;
        seen.add(place);
        waiting.push(place);
      }
    }
    expect(missed).toEqual([]);
    expect(seen.size).toBeGreaterThan(800);
    // What no link leads to are redirects, withdrawn pages and the page for what is not found.
    const unseen = pagesOf(site).filter(
      (file) => !seen.has(BASE + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'))),
    );
    expect(unseen.filter((file) => !/noindex/.test(textOf(site, file)))).toEqual([]);
  });
});

describe('a mirror', () => {
  test('names no address from a root, and each leads to a file in it', () => {
    const broken: string[] = [];
    for (const file of pagesOf(mirror)) {
      for (const address of factsOf(textOf(mirror, file)).addresses) {
        if (/^(?:[a-z]+:|#|$)/i.test(address)) continue;
        const target = path.posix.join(path.posix.dirname(file), decodeURI(address.replace(/[?#].*$/s, '')));
        if (address.startsWith('/') || !mirror.has(target)) broken.push(`${file} → ${address}`);
      }
    }
    expect(broken).toEqual([]);
    const manifest = JSON.parse(textOf(mirror, 'manifest.webmanifest')) as { start_url: string; scope?: string };
    expect(manifest.start_url).toBe('index.html');
    expect(textOf(mirror, 'section/ukraine/feed.xml')).toContain('href="../../feed.css"');
  });

  test('has the pages of the site with the same text', () => {
    expect(pagesOf(mirror)).toEqual(pagesOf(site));
    const different = pagesOf(site).filter(
      (file) => factsOf(textOf(mirror, file)).text !== factsOf(textOf(site, file)).text,
    );
    expect(different).toEqual([]);
  });

  test('is the same bytes whenever and wherever it is made, folder and ZIP', async () => {
    const copy = at('elsewhere/mirror');
    const { stdout } = await runDateline(['mirror', '--output', at('_site'), '--to', copy], {
      TZ: 'America/Anchorage',
    });
    expect(stdout).toMatch(/^Mirrored \d+ files: .*mirror\/index\.html\nPacked: .*mirror\.zip, [\d.]+ MB\n$/);
    expect(digests(await readTree(copy))).toEqual(digests(mirror));
    await writeZip(at('mirror'), [...mirror.keys()].filter((file) => file !== MANIFEST).reverse(), at('own.zip'));
    const [zip, other] = await Promise.all([readFile(`${copy}.zip`), readFile(at('own.zip'))]);
    expect(zip.equals(other)).toBe(true);
  }, 60_000);
});

describe.skipIf(CHROMIUM === undefined)('a mirror in Chromium', () => {
  test('pages open from the disk without a fault, a failed request or a foreign one, and say what the site says', async () => {
    const browser = await launch();
    onTestFinished(() => browser.close());
    const kinds = Object.values(PAGES).map((address) => fileAt(address.slice(1)));
    const shown = pagesOf(mirror).filter((file) => !factsOf(textOf(mirror, file)).leadsOn);
    const wanted = [...new Set([...kinds, ...shown.filter((_, i) => i % STEP === 0)])];
    const faults: string[] = [];
    const queue = wanted.values();
    const lane = async (): Promise<void> => {
      const page = await browser.newPage();
      let file = '';
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(`${file}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`${file}: ${error}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(`file://${folder}/`)) faults.push(`${file}: asked for ${request.url()}`);
      });
      page.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText;
        // Pictures further down are still on their way when the next page is opened.
        if (reason !== 'net::ERR_ABORTED') faults.push(`${file}: ${request.url()} ${reason}`);
      });
      for (file of queue) {
        await page.goto(`file://${at('mirror')}/${encodeURI(file)}`);
        const heading = await page.locator('h1').first().textContent();
        expect(factsOf(textOf(site, file)).text).toContain(heading?.replace(/\s+/g, ' ').trim());
      }
    };
    await Promise.all([lane(), lane()]);
    expect(faults).toEqual([]);
    expect(wanted.length).toBeGreaterThan(30);
  }, 120_000);

  test('a reader goes from page to page; the search says why it cannot search, and leads to the archive', async () => {
    const browser = await launch();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`file://${at('mirror')}/index.html`);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(() => [...document.fonts].some((one) => one.status === 'loaded'));
    await page.locator('article a, .teaser a').first().click();
    await page.waitForURL(/^file:.*\/20\d\d\/.*\/index\.html$/);
    await page.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
    await page.goto(`file://${at('mirror')}/search/index.html?q=storm`);
    await page.getByRole('status').getByText('cannot be searched').waitFor();
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.locator('.search-ways a').first().click();
    await page.locator('h1', { hasText: /^Archive$/ }).waitFor();
  });

  test('on a host under any path the search finds, as on the site', async () => {
    const browser = await launch();
    onTestFinished(() => browser.close());
    const place = '/ipfs/bafy';
    const { url, missed } = await serveTree(mirror, place);
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${url}${place}/search/index.html?q=storks`);
    const found = page.locator('[data-results] a').first();
    await found.waitFor();
    await found.click();
    await page.waitForURL((address) => address.pathname.startsWith(`${place}/20`));
    expect(await page.locator('h1').count()).toBe(1);
    expect([missed, faults]).toEqual([[], []]);
  });
});

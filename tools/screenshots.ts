import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launch } from '../tests/browser/chromium.ts';
import { buildDemoSite, PAGES } from '../tests/browser/demo-site.ts';
import { startTreeServer } from '../tests/browser/tree-server.ts';

// Pictures of every kind of page of the demonstration site, to be looked at: `npm run screenshots -- front article`.

const FOLDER = path.join(import.meta.dirname, '../screenshots');
const WIDTHS = [390, 1280] as const;
const COLOURS = ['light', 'dark'] as const;

const named = new Set(process.argv.slice(2));
const unknown = [...named].filter((name) => !Object.hasOwn(PAGES, name));
if (unknown.length > 0) {
  console.error(`There is no kind of page called ${unknown.join(', ')}. There are: ${Object.keys(PAGES).join(', ')}.`);
  process.exit(2);
}

await mkdir(FOLDER, { recursive: true });
const [browser, tree] = await Promise.all([launch(), buildDemoSite()]);
const server = await startTreeServer(tree);
for (const width of WIDTHS) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Type that comes late is kept for the next page: readers who stay see it.
  for (const address of [PAGES.article, PAGES['article in Ukrainian'], PAGES.front])
    await page.goto(server.url + address, { waitUntil: 'networkidle' });
  for (const [kind, address] of Object.entries(PAGES)) {
    if (named.size > 0 && !named.has(kind)) continue;
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme });
      await page.goto(server.url + address, { waitUntil: 'load' });
      // What waits until a reader comes near it is on the picture as well.
      await page.evaluate(async () => {
        const pictures = [...document.images];
        for (const picture of pictures) picture.loading = 'eager';
        await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode().catch(() => {}))]);
      });
      const file = path.join(FOLDER, `${kind.replaceAll(' ', '-')}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(path.relative(process.cwd(), file));
    }
  }
  await context.close();
}
await server.close();
await browser.close();

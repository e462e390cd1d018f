import type { Browser, BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { serveTree } from './serve-tree.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } as const;
export const DESK = { viewport: { width: 1280, height: 900 } } as const;

/** A reader before a built site, until the test has finished: what the browser says and whom else it asks is in `faults`. */
export async function openTree(browser: Browser, tree: ReadonlyMap<string, Buffer>, options: BrowserContextOptions) {
  const { url, asked, missed } = await serveTree(tree);
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  return { page, url, asked, missed, faults };
}

import type { BrowserContext } from 'playwright-core';
import { headersFor } from '../../src/metadata/response-headers.ts';
import { launch } from '../browser/chromium.ts';
import type { RenderedSite } from './attacked-site.ts';

const HOME = 'https://test.example';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  png: 'image/png',
};

export interface Looked {
  readonly pages: number;
  readonly faults: readonly string[];
}

/**
 * Opens pages of a site in Chromium and does what a reader's hands do, with nothing held back: the policy only reports.
 * What runs, asks elsewhere or would break the policy is a fault. Trusted Types are part of it, so that every place
 * where text becomes code or markup is watched.
 */
export async function lookAt(site: RenderedSite, addresses: readonly string[]): Promise<Looked> {
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const faults: string[] = [];
    await serve(context, site, faults);
    const page = await context.newPage();
    let at = '';
    const tell = (fault: string): void => void faults.push(`${at}: ${fault}`);
    page.on('dialog', (dialog) => {
      tell(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => {
      tell(`a window: ${popup.url()}`);
      void popup.close();
    });
    page.on('pageerror', (error) => tell(String(error)));
    await page.exposeFunction('tellFault', tell);
    await page.addInitScript(setTraps);
    for (const address of addresses) {
      at = address;
      await page.goto(`${HOME}${address}`, { waitUntil: 'load', timeout: 20_000 });
      await page.evaluate(useEverything);
      await page.waitForTimeout(20);
      if (page.url() !== `${HOME}${address}`) tell(`left for ${page.url()}`);
    }
    return { pages: addresses.length, faults };
  } finally {
    await browser.close();
  }
}

async function serve(context: BrowserContext, { pages, site }: RenderedSite, faults: string[]): Promise<void> {
  const files = new Map<string, string | Uint8Array>(pages);
  for (const file of site.files) if ('bytes' in file) files.set(file.address, file.bytes);
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const name = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
    const body = url.origin === HOME ? files.get(decodeURI(name)) : undefined;
    if (url.origin !== HOME && !/^(?:data|blob):/.test(url.protocol)) faults.push(`a request to ${url.href}`);
    if (body === undefined) return route.fulfill({ status: 404, body: '' });
    const { 'Content-Security-Policy': policy = '', ...headers } = headersFor(url.pathname, site.headers);
    return route.fulfill({
      body: typeof body === 'string' ? body : Buffer.from(body),
      headers: {
        ...headers,
        'Content-Security-Policy-Report-Only': policy,
        'Content-Type': TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      },
    });
  });
}

function setTraps(): void {
  const tell = (what: string): unknown => Reflect.get(window, 'tellFault')(what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    Reflect.set(window, name, (...given: unknown[]) => tell(`${name}(${given.join(', ')})`));
  for (const name of ['write', 'writeln']) Reflect.set(document, name, () => tell(`document.${name}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    tell(`policy: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
}

function useEverything(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a, button[type=submit]') : null;
      // A link to elsewhere is no fault, and nobody follows it here.
      if (link && !/^\s*(?:javascript|data|vbscript):/i.test(link.getAttribute('href') ?? '')) event.preventDefault();
    },
    true,
  );
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    for (const type of [
      'mouseover',
      'mouseenter',
      'pointerover',
      'pointerenter',
      'wheel',
      'keydown',
      'error',
      'toggle',
    ])
      element.dispatchEvent(new Event(type, { bubbles: type === 'mouseover' }));
    if (element.tabIndex >= 0) element.focus();
    if (element.matches('a, summary, [onclick]')) element.click();
  }
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { html } from '../../html/safe-html.ts';
import type { PreviewSite } from '../preview-site.ts';
import { helpPage, helpPicture } from './help-pages.ts';
import { COMPANION, companionPage, panelPage } from './panel.ts';

export interface CompanionAnswer {
  readonly type: string;
  readonly body: string | Buffer;
}

const FILES: Readonly<Record<string, string>> = {
  'companion.css': 'text/css; charset=utf-8',
  'companion.js': 'text/javascript; charset=utf-8',
};

const PAGE = 'text/html; charset=utf-8';

/** Nothing but this machine's preview, and its word of what has changed. */
export const COMPANION_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self' ws://localhost:* ws://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** What the preview adds to the site for editors: the panel about a page, and the help. Undefined for an address of the site itself. */
export async function companionAnswer(address: string, site: PreviewSite): Promise<CompanionAnswer | undefined> {
  if (address.startsWith('/_help')) {
    const picture = await helpPicture(address);
    if (picture) return { type: 'image/webp', body: picture };
    const page = await helpPage(address);
    return page === undefined ? undefined : { type: PAGE, body: page };
  }
  if (!address.startsWith(COMPANION)) return undefined;
  const name = address.slice(COMPANION.length);
  const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (type !== undefined) return { type, body: await readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8') };
  if (!name.startsWith('panel/')) return undefined;
  const page = name.slice('panel'.length);
  const facts = await site.factsOf(page);
  const nothing = html`<p>There is no page here yet.</p>`;
  return { type: PAGE, body: facts ? panelPage(facts, page) : companionPage('No page', nothing) };
}

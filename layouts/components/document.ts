import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SafeUrl } from '../../src/html/safe-url.ts';
import { directionOf } from '../../src/language/language.ts';
import { firstFaces } from '../../src/pages/first-faces.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { PageView } from '../../src/pages/views.ts';
import { footer } from './footer.ts';
import type { Locale } from './locale.ts';
import { masthead } from './masthead.ts';

export interface DocumentParts {
  readonly content: SafeHtml;
  /** Style sheets, by their paths in assets/. Each holds what every page shares: a page loads one file. */
  readonly styles: readonly string[];
  /** Modules beside the shared script, by their paths in assets/. */
  readonly scripts?: readonly string[];
  /** Section that the page belongs to, marked in the masthead. */
  readonly section?: SafeUrl;
  /** What else machines are told: structured data, Open Graph, feeds. */
  readonly head?: SafeHtml | undefined;
  /** The publication's name is the headline of the page. */
  readonly front?: boolean;
}

/** A whole page, from the doctype on. */
export function document(view: PageView, site: SiteView, parts: DocumentParts, locale: Locale): SafeHtml {
  const { words } = locale;
  return html`<!doctype html>
<html lang="${view.language}" dir="${directionOf(view.language)}">
<head>
<meta charset="utf-8">
<title>${documentTitle(view, site)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${
  view.description !== '' &&
  html`<meta name="description" content="${view.description}">
`
}<link rel="canonical" href="${view.canonical}">
<meta name="robots" content="${view.noindex ? 'noindex' : 'max-image-preview:large'}">
${view.alternates.map(
  ({ language, address }) => html`<link rel="alternate" hreflang="${language}" href="${address}">
`,
)}<meta name="color-scheme" content="light dark">
${[...parts.styles, 'theme.css'].map((name) => styleSheet(site, name))}${script(site, 'scripts/site.js', false)}${fontPreloads(view, site)}${(parts.scripts ?? []).map((name) => script(site, name, true))}${worker(site)}${icon(site)}${parts.head}</head>
<body>
<a class="skip-link" href="#content"${locale.wordsMark}>${words.skipToContent}</a>
${masthead({ site, locale, section: parts.section, front: parts.front === true })}
<main class="main" id="content" tabindex="-1">
${parts.content}</main>
${footer(site, view.feeds[0]?.href, locale)}
</body>
</html>
`;
}

function documentTitle({ title }: PageView, { name, tagline }: SiteView): string {
  if (title === '' || title === name) return tagline === '' ? name : `${name} – ${tagline}`;
  return title.includes(name) ? title : `${title} – ${name}`;
}

function styleSheet({ assets, integrity }: SiteView, name: string): SafeHtml | undefined {
  const address = assets[name];
  return address === undefined
    ? undefined
    : html`<link rel="stylesheet" href="${address}"${sealed(integrity[name])}>
`;
}

// The colours a reader chose have to be known before the first paint, so that the one shared script blocks. It stands
// after the style sheet, so that what it measures is laid out.
function script({ assets, integrity }: SiteView, name: string, deferred: boolean): SafeHtml | undefined {
  const address = assets[name];
  if (address === undefined) return undefined;
  return html`<script src="${address}"${sealed(integrity[name])}${deferred && html` type="module"`}></script>
`;
}

function sealed(integrity: string | undefined): SafeHtml | false {
  return integrity !== undefined && html` integrity="${integrity}"`;
}

function fontPreloads({ language }: PageView, { assets, typefaces }: SiteView): readonly SafeHtml[] {
  return firstFaces(language, typefaces)
    .map((name) => assets[name])
    .filter((address) => address !== undefined)
    .map(
      (address) => html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${address}">
`,
    );
}

function worker({ worker: address, assets, integrity }: SiteView): SafeHtml | undefined {
  const name = 'scripts/offline.js';
  const src = assets[name];
  return address === undefined || src === undefined
    ? undefined
    : html`<script src="${src}"${sealed(integrity[name])} type="module" data-worker="${address}"></script>
`;
}

function icon({ assets }: SiteView): SafeHtml | undefined {
  const address = assets['icons/favicon.svg'];
  return address === undefined
    ? undefined
    : html`<link rel="icon" type="image/svg+xml" href="${address}">
`;
}

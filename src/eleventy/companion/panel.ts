import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { html, type SafeHtml } from '../../html/safe-html.ts';
import type { DocumentFacts, PageFacts } from './page-facts.ts';

// What results of search engines show, roughly: they measure pixels.
const TITLE_SHOWN = 60;
const DESCRIPTION_SHOWN = 155;

/** Address below which the preview keeps what is its own. */
export const COMPANION = '/.dateline/';

/** A small button on every page of the preview, which unfolds what there is to know of the page. Loaded only when it is unfolded. */
export function withCompanion(page: string, address: string): string {
  const head = `<link rel="stylesheet" href="${COMPANION}companion.css"><script src="${COMPANION}companion.js" defer></script></head>`;
  const frame = html`<details id="dateline-panel"><summary>Desk</summary><iframe src="${COMPANION}panel${encodeURI(address)}" loading="lazy" title="About this page, for editors"></iframe></details>`;
  return page.replace('</head>', () => head).replace('</body>', () => `${frame}</body>`);
}

/** The page within the panel. */
export function panelPage(facts: PageFacts, address: string): string {
  return companionPage(
    facts.title,
    html`${facts.document ? documentSection(facts.document) : html`<p>This page is made from many files.</p>`}
${diagnosticsSection(facts)}
<section><h2>When it is shared</h2>${shareCard(facts)}</section>
<section><h2>In search results</h2>${searchResult(facts)}</section>
<section><details class="phone"><summary>On a telephone</summary><iframe src="${encodeURI(address)}" loading="lazy" width="390" height="720" title="The page, 390 pixels wide"></iframe></details></section>
<p class="foot"><a href="/_help/" target="_top">How to write it: the cheat sheet</a></p>`,
  );
}

/** A page of the preview's own. */
export function companionPage(title: string, body: SafeHtml, kind = 'panel'): string {
  return `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="${COMPANION}companion.css"><script src="${COMPANION}companion.js" defer></script></head>
<body class="dateline-${kind}"><main>${body}</main></body></html>`}`;
}

function documentSection(facts: DocumentFacts): SafeHtml {
  const { links, withoutCredit } = facts;
  return html`<section><p class="state">${facts.state}</p>
<dl>
<dt>Length</dt><dd>${facts.words} words${facts.minutes > 0 ? `, ${facts.minutes} min to read` : ''}</dd>
<dt>Pictures</dt><dd>${facts.pictures}${withoutCredit.length > 0 ? html`, <b>${withoutCredit.length} without a credit</b>: ${withoutCredit.join(', ')}` : ''}</dd>
<dt>Links</dt><dd>${links.internal} within the site, ${links.external} elsewhere${links.broken > 0 ? html`, <b>${links.broken} broken</b>` : ''}</dd>
</dl>
<p class="tools"><a href="${editorAddress(facts.file, 1, 1)}" target="_top">Open in editor</a> ${copyButton(facts.file)}</p></section>`;
}

function diagnosticsSection({ diagnostics, document }: PageFacts): SafeHtml {
  if (diagnostics.length === 0)
    return html`<section><h2>Check</h2><p class="fine">Nothing to mend${document ? ' in this file' : ''}.</p></section>`;
  const items = diagnostics.map((one) => diagnosticItem(one, document));
  return html`<section><h2>Check (${diagnostics.length})</h2><ol>${items}</ol></section>`;
}

function diagnosticItem(
  { file, line, column, severity, code, message, help }: Diagnostic,
  document?: DocumentFacts,
): SafeHtml {
  const place = document
    ? html`<a href="${editorAddress(document.file, line, column)}" target="_top">line ${line}</a>`
    : html`${file}:${line}:${column}`;
  return html`<li class="${severity}"><p>${place} <a class="code" href="/_help/errors/#${code}" target="_top">${code}</a></p><p>${message}</p><p class="help">${help}</p></li>`;
}

/** Opens a file of this machine at a place in Visual Studio Code and what is built from it. */
export function editorAddress(file: string, line: number, column: number): string {
  return `vscode://file${encodeURI(file.replaceAll('\\', '/').replace(/^(?!\/)/, '/'))}:${line}:${column}`;
}

export function copyButton(text: string): SafeHtml {
  return html`<button type="button" data-copy="${text}">Copy path</button>`;
}

function shareCard({ shareImage, host, title, standfirst }: PageFacts): SafeHtml {
  const picture = shareImage
    ? html`<img src="${shareImage.href}" alt="${shareImage.alt}" width="${shareImage.width}" height="${shareImage.height}" loading="lazy">`
    : '';
  return html`<div class="card">${picture}<div><p class="host">${host}</p><p class="title">${title}</p><p>${cut(standfirst, 110)}</p></div></div>`;
}

function searchResult({ trail, title, standfirst }: PageFacts): SafeHtml {
  const description =
    standfirst === ''
      ? html`<i>no standfirst: search engines pick a sentence themselves</i>`
      : cut(standfirst, DESCRIPTION_SHOWN);
  return html`<div class="result"><p class="host">${trail}</p><p class="title">${cut(title, TITLE_SHOWN)}</p><p>${description}</p></div>`;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const shown = text.slice(0, most);
  return `${shown.slice(0, Math.max(shown.lastIndexOf(' '), most / 2))} …`;
}

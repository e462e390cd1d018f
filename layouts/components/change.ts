import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { ChangeView, VersionsView } from '../../src/pages/views.ts';
import { corrections } from './corrections.ts';
import type { Locale } from './locale.ts';
import { fullTime } from './times.ts';

/** One change of an article: when, why where a correction says so, and what. */
export function change(view: ChangeView, number: number, locale: Locale): SafeHtml {
  const { words, wordsMark } = locale;
  return html`<section class="change" aria-labelledby="change-${number}">
<header class="change-head"><h2 class="change-title" id="change-${number}"${wordsMark}>${words.versions.change(number)}</h2>
<p class="change-when">${fullTime(view.date, locale)}</p></header>
<div class="change-body">
${explained(view, number, locale)}${view.parts.map(
  ({ part, paragraphs }) => html`<h3 class="label"${wordsMark}>${words.versions.parts[part]}</h3>
<div class="compared compared-${part}">
${paragraphs.map((compared) => paragraph(compared, locale))}</div>
`,
)}</div>
</section>
`;
}

function explained(view: ChangeView, number: number, locale: Locale): SafeHtml | undefined {
  return corrections(view.corrections, locale, `corrections-${number}`);
}

type Compared = VersionsView['changes'][number]['parts'][number]['paragraphs'][number];

function paragraph(compared: Compared, { words, wordsMark }: Locale): SafeHtml {
  if ('unchanged' in compared)
    return html`<p class="unchanged"${wordsMark}>${words.versions.unchanged(compared.unchanged)}</p>
`;
  return html`<p>${compared.pieces.map(({ change, text }) => {
    if (change === 'same') return text;
    // Few screen readers say where these elements begin.
    return change === 'added'
      ? html`<ins><span class="unseen"${wordsMark}>${words.versions.added} </span>${text}</ins>`
      : html`<del><span class="unseen"${wordsMark}>${words.versions.removed} </span>${text}</del>`;
  })}</p>
`;
}

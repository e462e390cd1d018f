import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { CorrectionsView } from '../../src/pages/views.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';
import { dayTime } from '../components/times.ts';

/** What the newsroom got wrong and put right, newest first. */
export function correctionsPage(view: CorrectionsView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, wordsMark, say } = locale;
  const policy =
    view.policy === undefined
      ? {}
      : { aside: html`<a href="${view.policy}"${wordsMark}>${words.correctionsPolicy}</a>` };
  const content = html`<div class="index">
${pageHead(say(words.corrections), { standfirst: say(words.correctionsIntroduction), ...policy })}${
  view.corrections.length === 0
    ? html`<p class="nothing"${wordsMark}>${words.noCorrections}</p>`
    : html`<ul class="corrections-list">
${view.corrections.map(
  ({
    date,
    text,
    article,
  }) => html`<li><p class="correction-when">${dayTime(date, locale)}</p><div><h2 class="correction-article"><a href="${article.href}">${article.label}</a></h2><p>${text}</p></div></li>
`,
)}</ul>
`
}</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}

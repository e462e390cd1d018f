import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { VersionsView } from '../../src/pages/views.ts';
import { change } from '../components/change.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';
import { fullTime } from '../components/times.ts';

/** How an article has changed since it was published, the latest change first. */
export function versionsPage(view: VersionsView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, wordsMark, say } = locale;
  const label = html`<a href="${view.article.href}">${view.article.label}</a>`;
  const content = html`<div class="index versions">
${pageHead(say(words.versions.title), { label, standfirst: say(words.versions.introduction) })}${view.changes.map((one, i) => change(one, view.changes.length - i, locale))}<section class="change change-first">
<header class="change-head"><h2 class="change-title"${wordsMark}>${words.versions.firstPublished}</h2>
<p class="change-when">${fullTime(view.published, locale)}</p></header>
<p class="change-body"><a href="${view.article.href}"${wordsMark}>${words.versions.back}</a></p>
</section>
</div>
`;
  return document(view, site, { content, styles: ['styles/versions.css'], head }, locale);
}

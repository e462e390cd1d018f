import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ArchiveView } from '../../src/pages/views.ts';
import { count as countOf } from '../components/count.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** Every year with its months. */
export function archivePage(view: ArchiveView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, wordsMark, say, dates } = locale;
  const content = html`<div class="archive">
${pageHead(say(words.archive), { standfirst: say(words.archiveIntroduction) })}${view.years.map(
  ({ year, href, count, months }) => html`<section class="archive-year">
<h2 class="section-title"><a href="${href}">${year}</a> <span class="count"${wordsMark}>${words.articles(count)}</span></h2>
<ul class="months">
${months.map(
  (month) => html`<li><a href="${month.href}">${dates.monthNameOf(month.month)}</a> ${countOf(month.count, locale)}</li>
`,
)}</ul>
</section>
`,
)}</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}

import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ArchiveYearView } from '../../src/pages/views.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { calendar } from '../components/calendar.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** A year as twelve sheets of a calendar. */
export function archiveYearPage(view: ArchiveYearView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, wordsMark, say, dates } = locale;
  const content = html`<div class="archive">
${breadcrumbs([{ label: say(words.archive), href: view.archive }], locale)}${pageHead(view.year, { aside: say(words.articles(view.count)) })}<div class="calendars">
${view.months.map(
  ({ month, href, count, days }) => html`<section class="calendar-month">
<h2 class="calendar-title"><a href="${href}">${dates.monthNameOf(month)}</a> <span class="count"${wordsMark}>${words.articles(count)}</span></h2>
${calendar(month, days, locale)}</section>
`,
)}</div>
</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}

import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ArchiveDaysView } from '../../src/pages/views.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { calendar } from '../components/calendar.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';
import { pager } from '../components/pager.ts';
import { teaser } from '../components/teaser.ts';

/** A month or a day: articles by day, newest first. */
export function archiveDaysPage(view: ArchiveDaysView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, say, dates } = locale;
  const isMonth = view.period.length === 7;
  const above = [
    { label: say(words.archive), href: site.places.archive },
    view.year,
    ...(view.month === undefined ? [] : [view.month]),
  ];
  const { newer, older } = view;
  const content = html`<div class="archive${isMonth && ' archive-month'}">
${breadcrumbs(above, locale)}${pageHead(isMonth ? dates.monthOf(view.period) : dates.weekdayOf(view.period), { aside: say(words.articles(view.count)) })}${isMonth && html`<div class="month-calendar">${calendar(view.period, view.days, locale)}</div>`}${view.days.map(
  ({ day, href, items }) => html`<section class="archive-day">
${isMonth && html`<h2 class="section-title"><a href="${href}">${dates.dayAndMonthOf(day)}</a></h2>`}
<ul class="listing-items">
${items.map(
  (
    item,
  ) => html`<li>${teaser(item, { size: 'row', level: isMonth ? 3 : 2, picture: { place: 'row', priority: 'later' }, section: true, standfirst: true, authors: true, time: 'clock' }, locale)}</li>
`,
)}</ul>
</section>
`,
)}${pager(
  {
    ...(newer ? { newer: newer.href, newerName: newer.label } : {}),
    ...(older ? { older: older.href, olderName: older.label } : {}),
  },
  locale,
)}</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}

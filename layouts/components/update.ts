import { html, type SafeHtml, trustedHtml } from '../../src/html/safe-html.ts';
import type { UpdateOpen } from '../../src/markdown/body.ts';
import type { Moment } from '../../src/schema/moment.ts';
import type { Locale } from './locale.ts';
import { clockTime, fullTime } from './times.ts';

/** Start of a timed entry of a live report; its time is the link to it. The day is said where it is not the article's. */
export function updateStart(
  { id, time, title }: UpdateOpen,
  articleDate: Moment | undefined,
  locale: Locale,
): SafeHtml {
  return html`<section class="update" id="${id}">
<p class="update-time"><a href="#${id}">${entryTime(time, articleDate, locale)}</a></p>
<div class="update-body">
${title !== undefined && html`<h2 class="update-title">${title}</h2>`}
`;
}

function entryTime(time: Moment, articleDate: Moment | undefined, locale: Locale): SafeHtml {
  const { dates } = locale;
  const day = dates.calendarDay(time);
  const start = articleDate === undefined ? '' : dates.calendarDay(articleDate);
  if (day === start) return clockTime(time, locale);
  if (time.dateOnly || day.slice(0, 4) !== start.slice(0, 4)) return fullTime(time, locale);
  return html`<time datetime="${time.iso}"><span class="update-day">${dates.dayAndMonthOf(day)}<span class="update-comma">,</span></span> ${dates.time(time)}</time>`;
}

export function updateEnd(): SafeHtml {
  return trustedHtml('</div>\n</section>\n');
}

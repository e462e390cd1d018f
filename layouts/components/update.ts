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
  const sameDay = articleDate !== undefined && locale.dates.calendarDay(articleDate) === locale.dates.calendarDay(time);
  return html`<section class="update" id="${id}">
<p class="update-time"><a href="#${id}">${(sameDay ? clockTime : fullTime)(time, locale)}</a></p>
<div class="update-body">
${title !== undefined && html`<h2 class="update-title">${title}</h2>`}
`;
}

export function updateEnd(): SafeHtml {
  return trustedHtml('</div>\n</section>\n');
}

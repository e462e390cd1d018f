import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Moment } from '../../src/schema/moment.ts';
import type { Locale } from './locale.ts';

/** Day and time; the day alone where only a day was written. */
export function fullTime(moment: Moment, { dates }: Locale): SafeHtml {
  return html`<time datetime="${machineTime(moment)}">${dates.dateTime(moment)}</time>`;
}

/** The day alone. */
export function dayTime(moment: Moment, { dates }: Locale): SafeHtml {
  return html`<time datetime="${machineTime(moment)}">${dates.day(moment)}</time>`;
}

/** The day without its year, for narrow columns. */
export function shortDayTime(moment: Moment, { dates }: Locale): SafeHtml {
  return html`<time datetime="${machineTime(moment)}">${dates.shortDayOf(dates.calendarDay(moment))}</time>`;
}

/** The hour alone, where the day is clear from the place. */
export function clockTime(moment: Moment, { dates }: Locale): SafeHtml {
  return html`<time datetime="${moment.iso}">${dates.time(moment)}</time>`;
}

/** When it was published and, where it has changed since, when that was. */
export function articleTimes(date: Moment, updated: Moment | undefined, locale: Locale): SafeHtml {
  const { words, wordsMark, say, dates } = locale;
  return html`<p class="times"><span class="time-published"><span class="unseen"${wordsMark}>${words.published} </span>${fullTime(date, locale)}</span>${
    updated !== undefined &&
    html`
<span class="time-updated">${say(words.updated)} ${
      // The day is not said twice where it is the same.
      dates.calendarDay(updated) === dates.calendarDay(date) && !updated.dateOnly
        ? clockTime(updated, locale)
        : fullTime(updated, locale)
    }</span>`
  }</p>`;
}

// A day has no hour, so the machine is told none either.
function machineTime(moment: Moment): string {
  return moment.dateOnly ? moment.iso.slice(0, 10) : moment.iso;
}

import { DateTime } from 'luxon';
import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { DayView } from '../../src/pages/views.ts';
import type { Locale } from './locale.ts';

/** A month, `2025-07`, as a sheet of a calendar; days with articles lead to them. */
export function calendar(month: string, days: readonly DayView[], { words, dates }: Locale): SafeHtml {
  const first = DateTime.fromISO(month, { zone: 'utc' });
  const byDay = new Map(days.map((day) => [day.day, day]));
  const cells: (SafeHtml | undefined)[] = Array.from(
    { length: (first.weekday - dates.firstWeekday + 7) % 7 },
    () => undefined,
  );
  for (let n = 1; n <= (first.daysInMonth ?? 0); n++) {
    const day = byDay.get(`${month}-${String(n).padStart(2, '0')}`);
    cells.push(
      day === undefined
        ? html`${n}`
        : html`<a href="${day.href}" aria-label="${dates.dayAndMonthOf(day.day)}: ${words.articles(day.count)}">${n}</a>`,
    );
  }
  return html`<table class="calendar">
<thead><tr>${dates.weekdays.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${weeksOf(cells).map((week) => html`<tr>${week.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table>
`;
}

function weeksOf<Cell>(cells: readonly Cell[]): (Cell | undefined)[][] {
  const weeks: (Cell | undefined)[][] = [];
  for (let i = 0; i < cells.length; i += 7) {
    const week: (Cell | undefined)[] = cells.slice(i, i + 7);
    while (week.length < 7) week.push(undefined);
    weeks.push(week);
  }
  return weeks;
}

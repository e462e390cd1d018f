import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Teaser } from '../../src/pages/part-views.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { FrontView } from '../../src/pages/views.ts';
import { document } from '../components/document.ts';
import { type Locale, localeOf } from '../components/locale.ts';
import { picture } from '../components/picture.ts';
import { type RailWeight, rail } from '../components/rail.ts';
import { teaser } from '../components/teaser.ts';

/** The front page: one lead, what comes second, what came last, opinion apart, then the sections by weight. */
export function frontPage(view: FrontView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const weights = weigh(view.rails.map(({ items }) => items.length));
  const content = html`<div class="front">
<div class="front-top">
${view.lead !== undefined && lead(view.lead, locale)}${secondary(view.secondary, locale)}${opinion(view.opinion, locale)}${latest(view.latest, locale)}</div>
<div class="rails">
${view.rails.map((one, i) => rail(one, weights[i] ?? 'half', locale))}</div>
</div>
`;
  return document(view, site, { content, styles: ['styles/front.css'], head, front: true }, locale);
}

function lead(item: Teaser, locale: Locale): SafeHtml {
  const picture = { place: 'frontLead', priority: 'first' } as const;
  return html`<div class="front-lead">
${teaser(item, { size: 'lead', level: 2, picture, section: true, standfirst: true, authors: true, time: 'day' }, locale)}</div>
`;
}

function secondary(items: readonly Teaser[], locale: Locale): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  const pictureAt = (i: number) => ({ place: i === 0 ? 'card' : 'row', priority: 'later' }) as const;
  return html`<ul class="front-secondary">
${items.map(
  (
    item,
    i,
  ) => html`<li>${teaser(item, { size: i === 0 ? 'card' : 'row', level: 2, picture: pictureAt(i), section: true, standfirst: i === 0 }, locale)}</li>
`,
)}</ul>
`;
}

function latest(items: readonly Teaser[], locale: Locale): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  const { words, dates } = locale;
  const dayAt = (list: readonly Teaser[], i: number): string | undefined => {
    const item = list[i];
    return item && dates.calendarDay(item.date);
  };
  return html`<section class="front-latest">
<h2 class="section-title"${locale.wordsMark}>${words.latest}</h2>
<ol>
${items.map((item, i) => {
  const day = dayAt(items, i);
  const single = day !== dayAt(items, i - 1) && day !== dayAt(items, i + 1);
  // A day with several stories is named once, over their hours; a single one has its day in the hours' place.
  const heading = !single && day !== dayAt(items, i - 1) && day !== undefined;
  return html`<li>${heading && html`<p class="latest-day">${dates.dayAndMonthOf(day)}</p>`}${teaser(item, { size: 'line', level: 3, time: single ? 'short' : 'clock' }, locale)}</li>
`;
})}</ol>
</section>
`;
}

function opinion(items: FrontView['opinion'], locale: Locale): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`<section class="front-opinion">
<h2 class="section-title"${locale.wordsMark}>${locale.words.opinion}</h2>
<ul>
${items.map(
  (item) => html`<li>${
    // The name beside it says who it is.
    item.portrait &&
    html`<div class="opinion-portrait">${picture({ ...item.portrait, alt: '' }, 'portrait', 'later')}</div>`
  }${teaser(item, { size: 'opinion', level: 3, standfirst: true, authors: true }, locale)}</li>
`,
)}</ul>
</section>
`;
}

// Stories side by side need three to fill the width; halves come in pairs, or the last of them has the width to itself.
function weigh(counts: readonly number[]): readonly RailWeight[] {
  const row = counts.findIndex((count, i) => i > 0 && count >= 3);
  const weights = counts.map((_, i): RailWeight => (i === 0 ? 'feature' : i === row ? 'row' : 'half'));
  const last = weights.lastIndexOf('half');
  const odd = weights.filter((weight) => weight === 'half').length % 2 === 1;
  if (odd) weights[last] = (counts[last] ?? 0) >= 3 ? 'row' : 'feature';
  return weights;
}

import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticleView } from '../../src/pages/views.ts';
import type { Locale } from './locale.ts';
import { dayTime } from './times.ts';

type Series = NonNullable<ArticleView['series']>;

/** Where this article stands in its series, over the text. */
export function seriesLine(series: Series | undefined, { words, say }: Locale): SafeHtml | undefined {
  if (series === undefined) return undefined;
  return html`<p class="series-line">${say(words.partOfSeries(series.number))} <a href="${series.href}">${series.title}</a></p>
`;
}

/** The parts before this one, oldest first. */
export function seriesBox(series: Series | undefined, locale: Locale): SafeHtml | undefined {
  if (series === undefined || series.earlier.length === 0) return undefined;
  return html`<section class="series-box" aria-labelledby="series-title">
<h2 class="label" id="series-title">${locale.say(`${locale.words.earlierInSeries}:`)} <a href="${series.href}">${series.title}</a></h2>
<ol>
${series.earlier.map(
  ({ href, title, date }) => html`<li><a href="${href}">${title}</a> ${dayTime(date, locale)}</li>
`,
)}</ol>
</section>
`;
}

import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Teaser } from '../../src/pages/part-views.ts';
import type { Locale } from './locale.ts';
import { teaser } from './teaser.ts';

/** What to read next; none of it is newer than the article. */
export function related(items: readonly Teaser[], locale: Locale): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`<section class="related" aria-labelledby="related-title">
<h2 class="section-title" id="related-title"${locale.wordsMark}>${locale.words.related}</h2>
<ul class="cards">
${items.map(
  (
    item,
  ) => html`<li>${teaser(item, { size: 'tile', level: 3, picture: { place: 'tile', priority: 'later' }, section: true, time: 'day' }, locale)}</li>
`,
)}</ul>
</section>
`;
}

import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticleView } from '../../src/pages/views.ts';
import type { Locale } from './locale.ts';
import { dayTime } from './times.ts';

/** What was wrong in this text and has been put right. */
export function corrections(
  list: ArticleView['corrections'],
  locale: Locale,
  id = 'corrections',
): SafeHtml | undefined {
  if (list.length === 0) return undefined;
  return html`<section class="corrections" id="${id}" aria-labelledby="${id}-title">
<h2 class="label" id="${id}-title"${locale.wordsMark}>${locale.words.corrections}</h2>
<ul>
${list.map(
  ({ date, text }) => html`<li><p>${dayTime(date, locale)} ${text}</p></li>
`,
)}</ul>
</section>
`;
}

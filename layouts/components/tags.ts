import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { LinkView } from '../../src/pages/part-views.ts';
import type { Locale } from './locale.ts';

/** The topics of an article. */
export function tags(list: readonly LinkView[], { words, wordsMark }: Locale): SafeHtml | undefined {
  if (list.length === 0) return undefined;
  return html`<nav class="tags" aria-labelledby="tags-title">
<h2 class="label" id="tags-title"${wordsMark}>${words.tags}</h2>
<ul>${list.map(({ label, href }) => html`<li><a rel="tag" href="${href}">${label}</a></li>`)}</ul>
</nav>
`;
}

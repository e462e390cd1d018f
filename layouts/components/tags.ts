import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';
import type { LinkView } from '../../src/pages/part-views.ts';

/** The topics of an article. */
export function tags(list: readonly LinkView[], words: Words): SafeHtml | undefined {
  if (list.length === 0) return undefined;
  return html`<nav class="tags" aria-labelledby="tags-title">
<h2 class="label" id="tags-title">${words.tags}</h2>
<ul>${list.map(({ label, href }) => html`<li><a rel="tag" href="${href}">${label}</a></li>`)}</ul>
</nav>
`;
}

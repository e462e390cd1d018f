import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';
import type { LinkView } from '../../src/pages/part-views.ts';

/** The way from above to this page, which itself is not a link. */
export function breadcrumbs(above: readonly LinkView[], words: Words): SafeHtml | undefined {
  if (above.length === 0) return undefined;
  return html`<nav class="breadcrumbs" aria-label="${words.breadcrumbs}"><ol>${above.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>
`;
}

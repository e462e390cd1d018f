import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';

/** How many articles there are of something: a bare number to the eye, with its noun to the ear. */
export function count(articles: number, words: Words): SafeHtml {
  return html`<span class="count"><span aria-hidden="true">${articles}</span><span class="unseen">(${words.articles(articles)})</span></span>`;
}

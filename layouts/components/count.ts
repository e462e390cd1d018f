import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Locale } from './locale.ts';

/** How many articles there are of something: a bare number to the eye, with its noun to the ear. */
export function count(articles: number, { words, wordsMark }: Locale): SafeHtml {
  return html`<span class="count"><span aria-hidden="true">${articles}</span><span class="unseen"${wordsMark}>(${words.articles(articles)})</span></span>`;
}

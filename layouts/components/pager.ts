import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SafeUrl } from '../../src/html/safe-url.ts';
import type { Locale } from './locale.ts';

export interface PagerView {
  readonly newer?: SafeUrl;
  readonly older?: SafeUrl;
  /** What stands there, where it has a name. */
  readonly newerName?: string | undefined;
  readonly olderName?: string | undefined;
  /** Number of this page, counted from the oldest; absent on the newest. */
  readonly number?: number;
}

/** To the pages of newer and older articles. */
export function pager(
  { newer, older, newerName, olderName, number }: PagerView,
  { words, wordsMark, say }: Locale,
): SafeHtml | undefined {
  if (newer === undefined && older === undefined) return undefined;
  return html`<nav class="pager" aria-label="${words.pages}">
${
  newer !== undefined &&
  html`<a class="pager-newer" rel="prev" href="${newer}">${newerName ?? say(words.newer)}</a>
`
}${
  number !== undefined &&
  html`<span class="pager-here"${wordsMark}>${words.page(number)}</span>
`
}${
  older !== undefined &&
  html`<a class="pager-older" rel="next" href="${older}">${olderName ?? say(words.older)}</a>
`
}</nav>
`;
}

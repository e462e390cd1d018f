import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';
import type { LinkView } from '../../src/pages/part-views.ts';
import type { Kind } from '../../src/schema/article.ts';

/** Section and kind over a headline. News has no label: it is what readers expect. */
export function kicker(section: LinkView | undefined, kind: Kind, words: Words, over = false): SafeHtml | undefined {
  const label = kindLabel(kind, words, over);
  if (section === undefined && label === undefined) return undefined;
  return html`<p class="kicker">${section !== undefined && html`<a href="${section.href}">${section.label}</a>`}${
    section !== undefined && label !== undefined && html` `
  }${label}</p>`;
}

/** The kind of an article. A live report that is `over` is one to read from the beginning, and is marked as such. */
export function kindLabel(kind: Kind, words: Words, over = false): SafeHtml | undefined {
  if (kind === 'news') return undefined;
  if (over) return html`<span class="kind kind-over">${words.over}</span>`;
  return html`<span class="kind kind-${kind}">${words.kinds[kind]}</span>`;
}

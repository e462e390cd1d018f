import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { LinkView } from '../../src/pages/part-views.ts';
import type { Kind } from '../../src/schema/kinds.ts';
import type { Locale } from './locale.ts';

/** Section and kind over a headline. News has no label: it is what readers expect. */
export function kicker(section: LinkView | undefined, kind: Kind, locale: Locale, over = false): SafeHtml | undefined {
  const label = kindLabel(kind, locale, over);
  if (section === undefined && label === undefined) return undefined;
  return html`<p class="kicker">${section !== undefined && html`<a href="${section.href}">${section.label}</a>`}${
    section !== undefined && label !== undefined && html` `
  }${label}</p>`;
}

/** The kind of an article. A live report that is `over` is one to read from the beginning, and is marked as such. */
export function kindLabel(kind: Kind, { words, wordsMark }: Locale, over = false): SafeHtml | undefined {
  if (kind === 'news') return undefined;
  if (over) return html`<span class="kind kind-over"${wordsMark}>${words.over}</span>`;
  return html`<span class="kind kind-${kind}"${wordsMark}>${words.kinds[kind]}</span>`;
}

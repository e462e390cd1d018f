import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SafeUrl } from '../../src/html/safe-url.ts';
import type { Words } from '../../src/language/words.ts';

interface Named {
  readonly name: string;
  readonly href: SafeUrl;
}

/** Who wrote it, each with a link to their page. */
export function byline(authors: readonly Named[], words: Words): SafeHtml | undefined {
  if (authors.length === 0) return undefined;
  return html`<p class="byline">${words.by !== '' && `${words.by} `}${joined(
    authors.map(({ name, href }) => html`<a rel="author" href="${href}">${name}</a>`),
    words,
  )}</p>`;
}

/** `A, B and C` */
export function joined(items: readonly SafeHtml[], words: Words): SafeHtml {
  return html`${items.map((item, i) => [i === 0 ? '' : i === items.length - 1 ? words.and : ', ', item])}`;
}

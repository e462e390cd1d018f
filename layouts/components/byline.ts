import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SafeUrl } from '../../src/html/safe-url.ts';
import type { Locale } from './locale.ts';

interface Named {
  readonly name: string;
  readonly href: SafeUrl;
}

/** Who wrote it, each with a link to their page. */
export function byline(authors: readonly Named[], locale: Locale): SafeHtml | undefined {
  if (authors.length === 0) return undefined;
  const { words, say } = locale;
  return html`<p class="byline">${words.by !== '' && html`${say(words.by)} `}${joined(
    authors.map(({ name, href }) => html`<a rel="author" href="${href}">${name}</a>`),
    locale,
  )}</p>`;
}

/** `A, B and C` */
export function joined(items: readonly SafeHtml[], { words, say }: Locale): SafeHtml {
  return html`${items.map((item, i) => [i === 0 ? '' : i === items.length - 1 ? say(words.and) : ', ', item])}`;
}

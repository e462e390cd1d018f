import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Teaser } from '../../src/pages/part-views.ts';
import type { Locale } from './locale.ts';

/** The articles before and after this one in time. */
export function neighbours(
  previous: Teaser | undefined,
  next: Teaser | undefined,
  locale: Locale,
): SafeHtml | undefined {
  if (previous === undefined && next === undefined) return undefined;
  const { words } = locale;
  return html`<nav class="neighbours" aria-label="${words.neighbours}">
${previous !== undefined && neighbour(previous, 'prev', words.previous, locale)}${next !== undefined && neighbour(next, 'next', words.next, locale)}</nav>
`;
}

function neighbour({ href, title, language }: Teaser, rel: 'prev' | 'next', label: string, locale: Locale): SafeHtml {
  return html`<a class="neighbour neighbour-${rel}" rel="${rel}" href="${href}"><span class="label"${locale.wordsMark}>${label}</span> <span class="neighbour-title"${
    language !== locale.language && html` lang="${language}"`
  }>${title}</span></a>
`;
}

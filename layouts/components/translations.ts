import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { primarySubtag } from '../../src/language/language.ts';
import { wordsOf } from '../../src/language/words.ts';
import type { TranslationView } from '../../src/pages/part-views.ts';

/** The same text in other languages, each offered in its own. */
export function translations(list: readonly TranslationView[], language: string): SafeHtml | undefined {
  const others = list.filter((one) => primarySubtag(one.language) !== primarySubtag(language));
  if (others.length === 0) return undefined;
  return html`<ul class="translations">${others.map(
    ({ language: other, name, href }) =>
      html`<li><a href="${href}" hreflang="${other}" lang="${other}" rel="alternate">${offer(other, name)}</a></li>`,
  )}</ul>
`;
}

// A language without words of its own would be offered in English: its name says more.
function offer(language: string, name: string): string {
  const words = wordsOf(language);
  return primarySubtag(language) !== 'en' && words === wordsOf('en') ? name : words.readHere;
}

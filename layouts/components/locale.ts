import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { type Dates, datesOf } from '../../src/language/dates.ts';
import { hasWords, type Words, wordsOf } from '../../src/language/words.ts';

/** What a component needs to speak: the page's language, its words and its dates. */
export interface Locale {
  readonly language: string;
  readonly words: Words;
  /** Attributes of what holds interface words alone: that they are English, on a page of a language without its own. */
  readonly wordsMark: SafeHtml | false;
  /** Interface words beside other text, with the same mark where they need it. */
  readonly say: (words: string) => string | SafeHtml;
  readonly dates: Dates;
}

export function localeOf(language: string, timeZone: string): Locale {
  const wordsMark = !hasWords(language) && html` lang="en" dir="ltr"`;
  return {
    language,
    words: wordsOf(language),
    wordsMark,
    say: (words) => (wordsMark === false ? words : html`<span${wordsMark}>${words}</span>`),
    dates: datesOf(language, timeZone),
  };
}

import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { type Dates, datesOf } from '../../src/language/dates.ts';
import { hasWords, type Words, wordsOf } from '../../src/language/words.ts';

/** What a component needs to speak: the page's language, its words and its dates. */
export interface Locale {
  readonly language: string;
  readonly words: Words;
  /** Attributes for what holds interface words alone: that they are English, on a page of a language without its own. */
  readonly wordsMark: SafeHtml | false;
  readonly dates: Dates;
}

export function localeOf(language: string, timeZone: string): Locale {
  const wordsMark = !hasWords(language) && html` lang="en" dir="ltr"`;
  return { language, words: wordsOf(language), wordsMark, dates: datesOf(language, timeZone) };
}

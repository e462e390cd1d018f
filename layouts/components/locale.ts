import { type Dates, datesOf } from '../../src/language/dates.ts';
import { type Words, wordsOf } from '../../src/language/words.ts';

/** What a component needs to speak: the page's language, its words and its dates. */
export interface Locale {
  readonly language: string;
  readonly words: Words;
  readonly dates: Dates;
}

export function localeOf(language: string, timeZone: string): Locale {
  return { language, words: wordsOf(language), dates: datesOf(language, timeZone) };
}

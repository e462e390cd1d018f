import { primarySubtag } from '../language/language.ts';

/** The few words that the markup of a body needs itself. */
export interface BodyWords {
  readonly footnotes: string;
  readonly backToText: string;
  readonly table: string;
}

const en: BodyWords = { footnotes: 'Footnotes', backToText: 'Back to text', table: 'Table' };
const he: BodyWords = { footnotes: 'הערות', backToText: 'חזרה לטקסט', table: 'טבלה' };
const uk: BodyWords = { footnotes: 'Примітки', backToText: 'Назад до тексту', table: 'Таблиця' };

const WORDS: Readonly<Record<string, BodyWords>> = { en, he, uk };

/** English where a language has no words of its own yet. */
export function bodyWords(language: string): BodyWords {
  return WORDS[primarySubtag(language)] ?? en;
}

import type { LocalisedText } from './field.ts';

/** The text in a language; where it has none, in the publication's main language, else whichever comes first. */
export function textIn(text: LocalisedText, language: string, mainLanguage: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text[mainLanguage] ?? Object.values(text)[0] ?? '';
}

import type { Language } from './language.ts';

export const he: Language = {
  code: 'he',
  name: 'עברית',
  direction: 'rtl',
  // As CLDR has them: the same mark at both ends.
  quotes: ['”', '”', '’', '’'],
  creditWords: [
    'צילום',
    'צילומים',
    'תמונה',
    'תמונות',
    'איור',
    'איורים',
    'אינפוגרפיקה',
    'וידאו',
    'וידיאו',
    'קרדיט',
    'מקור',
    'מקורות',
  ],
  bindingWords: [],
};

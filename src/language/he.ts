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
  vagueLinks: [
    'כאן',
    'לחצו כאן',
    'קראו כאן',
    'ראו כאן',
    'הקישור',
    'הקישור הזה',
    'קישור',
    'עוד',
    'קראו עוד',
    'המשך קריאה',
    'לקריאה נוספת',
  ],
  linkCalls: ['לחצו כאן', 'הקליקו כאן', 'קראו עוד כאן', 'הורידו כאן', '(כאן)'],
  bindingWords: [],
};

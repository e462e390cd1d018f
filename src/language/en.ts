import type { Language } from './language.ts';

export const en: Language = {
  code: 'en',
  name: 'English',
  direction: 'ltr',
  quotes: ['“', '”', '‘', '’'],
  creditWords: [
    'photo',
    'photos',
    'photograph',
    'picture',
    'pictures',
    'image',
    'images',
    'illustration',
    'graphic',
    'video',
    'credit',
    'credits',
    'source',
    'sources',
  ],
  bindingWords: [],
};

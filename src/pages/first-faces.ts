import type { Typefaces } from '../schema/design.ts';

type Letters = 'cyrillic' | 'hebrew' | 'latin';

/**
 * The files of type that the first screen of a page in a language is set in, by their paths in assets/: what is not there
 * before the first paint is not used on this page.
 */
export function firstFaces(language: string, typefaces: Typefaces): readonly string[] {
  const families = { newspaper: ['serif', 'sans'], sans: ['sans'], system: [] }[typefaces];
  const letters = lettersOf(language);
  const parts = letters === 'latin' ? [letters] : [letters, 'signs'];
  return families.flatMap((family) => parts.map((part) => `fonts/${family}-${part}.woff2`));
}

function lettersOf(language: string): Letters {
  if (/^(?:he|yi)\b/.test(language)) return 'hebrew';
  return /^(?:uk|bg|be|ru|sr|mk)\b/.test(language) ? 'cyrillic' : 'latin';
}

import anyAscii from 'any-ascii';
import { primarySubtag } from './language.ts';

const LONGEST = 80;

// Cabinet of Ministers of Ukraine, resolution 55 of 2010: the first column at the start of a word, the second elsewhere.
const UKRAINIAN: Readonly<Record<string, readonly [string, string]>> = {
  г: ['h', 'h'],
  ґ: ['g', 'g'],
  є: ['ye', 'ie'],
  и: ['y', 'y'],
  і: ['i', 'i'],
  ї: ['yi', 'i'],
  й: ['y', 'i'],
  х: ['kh', 'kh'],
  ц: ['ts', 'ts'],
  щ: ['shch', 'shch'],
  ю: ['yu', 'iu'],
  я: ['ya', 'ia'],
  ь: ['', ''],
};

/**
 * The readable ASCII name of a text in any script, for addresses: lower-case words joined with `-`, at most 80 characters.
 * Ukrainian is romanised by the national system of 2010, which passports and maps use; other scripts by any-ascii.
 * Empty when the text has nothing that can be written so.
 */
export function slugOf(text: string, language: string): string {
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`]/gu, '');
  const latin = primarySubtag(language) === 'uk' || /[їієґ]/u.test(lower) ? romaniseUkrainian(lower) : lower;
  const words = anyAscii(latin)
    .toLowerCase()
    .replace(/['"`]/g, '')
    .match(/[a-z0-9]+/g);
  return shorten((words ?? []).join('-'));
}

function romaniseUkrainian(text: string): string {
  return text
    .replace(/зг/gu, 'zgh')
    .replace(/(?<![\p{L}])([гґєиіїйхцщюяь])|([гґєиіїйхцщюяь])/gu, (letter, first?: string) => {
      const pair = UKRAINIAN[letter];
      return pair === undefined ? letter : first === undefined ? pair[1] : pair[0];
    });
}

function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, cut > 0 ? cut : LONGEST);
}

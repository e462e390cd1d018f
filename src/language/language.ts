import { en } from './en.ts';
import { he } from './he.ts';
import { uk } from './uk.ts';

/** What a language needs for its typography and its words for credits. Interface words stand in `words.ts` files of their own. */
export interface Language {
  /** BCP 47, the primary subtag. */
  readonly code: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Opening and closing marks of the first and second level: `“”‘’`. */
  readonly quotes: readonly [string, string, string, string];
  /** Words that introduce a credit at the end of a caption, lower case, without colon. */
  readonly creditWords: readonly string[];
  /** Texts of links that do not say where these lead, lower case. */
  readonly vagueLinks: readonly string[];
  /** Words that promise a link, lower case: where none follows, it was forgotten. */
  readonly linkCalls: readonly string[];
  /** Short words that a line must not end with: a no-break space follows them. */
  readonly bindingWords: readonly string[];
}

const LANGUAGES: Readonly<Record<string, Language>> = { en, he, uk };

/** The language of a BCP 47 tag; English rules for a language that has none of its own yet. */
export function languageOf(tag: string): Language {
  return (
    LANGUAGES[primarySubtag(tag)] ?? {
      ...en,
      code: primarySubtag(tag),
      name: ownName(tag),
      direction: directionOf(tag),
    }
  );
}

// As its own speakers write it; the tag itself for a language that Unicode's tables do not know.
function ownName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(primarySubtag(tag)) ?? tag;
    const [first = '', ...rest] = name;
    return first.toLocaleUpperCase(tag) + rest.join('');
  } catch {
    return tag;
  }
}

export function primarySubtag(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

const directions = new Map<string, 'ltr' | 'rtl'>();

/** Right to left for the scripts that are written so, as CLDR knows them. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const known = directions.get(tag);
  if (known) return known;
  const direction = findDirection(tag);
  directions.set(tag, direction);
  return direction;
}

function findDirection(tag: string): 'ltr' | 'rtl' {
  try {
    const script = new Intl.Locale(tag).maximize().script ?? '';
    return ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand'].includes(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

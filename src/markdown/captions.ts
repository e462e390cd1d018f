import { en } from '../language/en.ts';
import { languageOf } from '../language/language.ts';

export interface Caption {
  readonly caption?: string;
  readonly credit?: string;
}

const LONGEST_CREDIT = 12;
const LONGEST_LOWER_CASE_CREDIT = 8;
const SENTENCE_END = /[.!?…]["'”’»)\]*_]*\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u;
// Sought from where such a run begins, so that a long one further up takes no quadratic time.
const PARTING_END = /(?<![\s/|·–—-])[\s/|·–—-]+$/u;
const EMPHASIS_END = /(?<![*_])[*_]+$/;
const MATES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '*': '*', _: '_' };

const patterns = new Map<string, RegExp>();

/**
 * Splits the credit off the end of a caption: `… targets. Photo: @Koord_shtab/Telegram`.
 *
 * The credit is what follows the last credit word (of the language or of English, with a colon). The word begins the
 * caption, a sentence or a bracket; after a plain space it has to begin with a capital. What follows is a name rather
 * than running text: at most twelve words (eight, when it begins in lower case), none of them a new sentence. So
 * `In this photo: two men …` stays a caption.
 */
export function splitCredit(text: string, language: string): Caption {
  const whole = text.trim();
  const found = lastCreditWord(whole, language);
  if (found === undefined) return whole === '' ? {} : { caption: whole };
  let before = whole.slice(0, found.start);
  let credit = whole.slice(found.end).trim();
  for (
    let mate = MATES[before.slice(-1)];
    mate !== undefined && credit.endsWith(mate);
    mate = MATES[before.slice(-1)]
  ) {
    before = before.slice(0, -1);
    credit = credit.slice(0, -1).trimEnd();
  }
  before = before.replace(PARTING_END, '');
  if (credit === '' || !startsCredit(whole, found) || !isName(credit)) return { caption: whole };
  return before === '' ? { credit } : { caption: before, credit };
}

interface Found {
  readonly start: number;
  readonly end: number;
}

function lastCreditWord(text: string, language: string): Found | undefined {
  if (!text.includes(':')) return undefined;
  let last: Found | undefined;
  for (const match of text.matchAll(patternOf(language)))
    last = { start: match.index, end: match.index + match[0].length };
  return last;
}

function startsCredit(text: string, { start }: Found): boolean {
  const lead = text.slice(0, start).replace(EMPHASIS_END, '');
  if (lead === '' || /[.!?…:;,()[\]»”"'’/|·–—-]\s*$/u.test(lead)) return true;
  return /^\p{Lu}/u.test(text.slice(start));
}

function isName(credit: string): boolean {
  const words = credit.split(/\s+/).length;
  return words <= (/^\p{Ll}/u.test(credit) ? LONGEST_LOWER_CASE_CREDIT : LONGEST_CREDIT) && !SENTENCE_END.test(credit);
}

function patternOf(tag: string): RegExp {
  const language = languageOf(tag);
  let pattern = patterns.get(language.code);
  if (pattern === undefined) {
    const words = [...new Set([...language.creditWords, ...en.creditWords])].join('|');
    // `Photo credit:` is one credit word.
    pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:(?:${words})\\s+)?(?:${words})\\s?:`, 'giu');
    patterns.set(language.code, pattern);
  }
  return pattern;
}

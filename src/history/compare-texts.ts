import { diffArrays } from 'diff';

/** A run of text that stayed, came or went. */
export interface Piece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph in which something changed, or a number of them in which nothing did. */
export type Compared = { readonly pieces: readonly Piece[] } | { readonly unchanged: number };

// Beyond this many differences a comparison says no more than that all is new, and would take quadratic time to say it.
const MOST_EDITS = 2000;
/** Paragraphs that share less than this part of their words are shown one after the other. */
const LEAST_SHARED = 0.3;
const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

/** What changed between two lists of paragraphs, word by word; empty when nothing did. The same for the same texts. */
export function compareParagraphs(before: readonly string[], after: readonly string[]): readonly Compared[] {
  const chunks = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS }) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], added: true, removed: false },
  ];
  if (chunks.every(({ added, removed }) => !added && !removed)) return [];
  const compared: Compared[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (!chunk) continue;
    if (!chunk.added && !chunk.removed) compared.push({ unchanged: chunk.value.length });
    else if (chunk.removed && chunks[i + 1]?.added) compared.push(...pair(chunk.value, chunks[++i]?.value ?? []));
    else compared.push(...chunk.value.map((text) => whole(text, chunk.added ? 'added' : 'removed')));
  }
  return compared;
}

/** What changed within one line of text, word by word. */
export function compareWords(before: string, after: string): readonly Piece[] {
  const words = diffArrays(before.match(WORDS) ?? [], after.match(WORDS) ?? [], { maxEditLength: MOST_EDITS });
  if (!words) return [whole(before, 'removed'), whole(after, 'added')].flatMap(({ pieces }) => pieces);
  const pieces = words.map(({ value, added, removed }): Piece => {
    return { change: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
  return joinAcrossSpaces(pieces.filter(({ text }) => text !== ''));
}

/** Paragraphs that went and those that came in their place: each beside the one that it became, where it became one. */
function pair(removed: readonly string[], added: readonly string[]): Compared[] {
  const compared: Compared[] = [];
  const rest = [...added];
  for (const text of removed) {
    const at = rest.findIndex((other) => shared(text, other) >= LEAST_SHARED);
    if (at < 0) {
      compared.push(whole(text, 'removed'));
      continue;
    }
    compared.push(...rest.splice(0, at).map((other) => whole(other, 'added')));
    compared.push({ pieces: compareWords(text, rest.shift() ?? '') });
  }
  return [...compared, ...rest.map((text) => whole(text, 'added'))];
}

const whole = (text: string, change: Piece['change']): { pieces: readonly Piece[] } => ({ pieces: [{ change, text }] });

/** The part of the words of the longer text that stands in the other one, too: 0 to 1. */
function shared(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  if (!one || !other || one.length === 0 || other.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  return common / Math.max(one.length, other.length);
}

// `the [old -> new] [red -> blue] boat` reads better than four changes around a space that stayed.
function joinAcrossSpaces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  let went = '';
  let came = '';
  const flush = (): void => {
    // A space at the end of both has stayed.
    const space = /\s+$/.exec(went)?.[0] ?? '';
    const stayed = went !== space && came.endsWith(space) && came !== space ? space : '';
    if (went !== '') joined.push({ change: 'removed', text: went.slice(0, went.length - stayed.length) });
    if (came !== '') joined.push({ change: 'added', text: came.slice(0, came.length - stayed.length) });
    if (stayed !== '') joined.push({ change: 'same', text: stayed });
    went = came = '';
  };
  for (const [i, { change, text }] of pieces.entries()) {
    if (change === 'removed') went += text;
    else if (change === 'added') came += text;
    else if (went !== '' && came !== '' && /^\s+$/.test(text) && i < pieces.length - 1) {
      went += text;
      came += text;
    } else {
      flush();
      joined.push({ change, text });
    }
  }
  flush();
  return joined;
}

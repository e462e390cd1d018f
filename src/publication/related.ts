import type { Edition, Entry } from './edition.ts';

const MOST = 4;
// How far back in each tag one looks: enough for a good match, and no more work for the ten-thousandth article than for the hundredth.
const REACH = 30;

/**
 * Articles to read next: all that the editor chose, then, up to four in all, those that share the most and the rarest
 * tags. None of these is newer than the article itself, and how rare a tag is counts up to that day only, so the choice
 * never changes later.
 */
export function relatedTo(entry: Entry, edition: Edition, chosen: readonly Entry[]): readonly Entry[] {
  const place = edition.position.get(entry) ?? 0;
  const picked = new Set(chosen.filter((other) => other !== entry));
  const scores = new Map<number, number>();
  for (const tag of entry.tags) {
    const tagged = placesOf(tag, edition);
    const before = countBefore(tagged, place);
    const weight = 1 / Math.log2(2 + before);
    for (let i = before - 1; i >= Math.max(0, before - REACH); i--) {
      const other = tagged[i] ?? 0;
      scores.set(other, (scores.get(other) ?? 0) + weight);
    }
  }
  for (const other of picked) scores.delete(edition.position.get(other) ?? -1);
  for (const other of best(scores, MOST - picked.size)) picked.add(edition.entries[other] as Entry);
  return [...picked];
}

// The few that score highest, the newer first of two alike; places are compared and not entries, since this is asked of every article.
function best(scores: ReadonlyMap<number, number>, most: number): readonly number[] {
  const ranked: number[] = [];
  for (const [place, score] of scores) {
    let i = ranked.length;
    while (i > 0 && isBefore(place, score, ranked[i - 1] ?? 0, scores)) i--;
    if (i >= most) continue;
    ranked.splice(i, 0, place);
    if (ranked.length > most) ranked.pop();
  }
  return ranked;
}

function isBefore(place: number, score: number, other: number, scores: ReadonlyMap<number, number>): boolean {
  const theirs = scores.get(other) ?? 0;
  return score > theirs || (score === theirs && place > other);
}

const places = new WeakMap<Edition, Map<string, Int32Array>>();

/** Where the articles of a tag stand in the edition, oldest first. */
function placesOf(tag: string, edition: Edition): Int32Array {
  let known = places.get(edition);
  if (!known) {
    known = new Map();
    places.set(edition, known);
  }
  let own = known.get(tag);
  if (!own) {
    own = Int32Array.from(edition.byTag.get(tag) ?? [], (entry) => edition.position.get(entry) ?? 0);
    known.set(tag, own);
  }
  return own;
}

// The list is in order, so the articles older than this one are found by halving.
function countBefore(tagged: Int32Array, place: number): number {
  let low = 0;
  let high = tagged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tagged[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

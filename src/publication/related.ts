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
  const scores = new Map<Entry, number>();
  for (const tag of entry.tags) {
    const tagged = edition.byTag.get(tag) ?? [];
    const before = countBefore(tagged, place, edition);
    const weight = 1 / Math.log2(2 + before);
    for (let i = before - 1; i >= Math.max(0, before - REACH); i--) {
      const other = tagged[i];
      if (other) scores.set(other, (scores.get(other) ?? 0) + weight);
    }
  }
  const ranked = [...scores].sort(
    ([a, scoreA], [b, scoreB]) => scoreB - scoreA || (edition.position.get(b) ?? 0) - (edition.position.get(a) ?? 0),
  );
  for (const [other] of ranked) {
    if (picked.size >= MOST) break;
    picked.add(other);
  }
  return [...picked];
}

// The list is in order, so the articles older than this one are found by halving.
function countBefore(entries: readonly Entry[], place: number, edition: Edition): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = entries[middle];
    if (at && (edition.position.get(at) ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

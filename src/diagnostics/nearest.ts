/** The candidate closest in spelling to what was written, or undefined where none is close enough to be meant. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Help for a name that does not exist: the nearest one, or what there is to choose from. */
export function didYouMean(written: string, candidates: Iterable<string>, otherwise: string): string {
  const match = nearest(written, candidates);
  return match === undefined ? otherwise : `did you mean \`${match}\`?`;
}

/**
 * The path closest to what was written: the one with the same last part, else one whose last part begins alike. Narrow
 * on purpose, so that ten thousand candidates cost a glance each.
 */
export function nearestPath(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = lastPart(written);
  const alike: string[] = [];
  for (const candidate of candidates) {
    const part = lastPart(candidate);
    if (part === wanted) return candidate;
    if (part.slice(0, 2) === wanted.slice(0, 2)) alike.push(candidate);
  }
  const parts = new Map(alike.map((candidate) => [lastPart(candidate), candidate]));
  const best = nearest(wanted, parts.keys());
  return best === undefined ? undefined : parts.get(best);
}

/** Help for a path that does not exist. */
export function didYouMeanPath(written: string, candidates: Iterable<string>, otherwise: string): string {
  const match = nearestPath(written, candidates);
  return match === undefined ? otherwise : `did you mean \`${match}\`?`;
}

function lastPart(path: string): string {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed.slice(trimmed.lastIndexOf('/') + 1).toLowerCase();
}

// Insertions, deletions, replacements and swaps of neighbours count one each (optimal string alignment).
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? a.length;
}

import { nearest } from './nearest.ts';

/** How many of a sorted list are looked at on each side of where a word would stand. */
const NEIGHBOURS = 8;

/**
 * Paths among which the one that was meant can be found at the cost of a few, however many there are and however often
 * it is asked. A slip of the pen leaves the beginning or the end of a name as it was, so the name that was meant stands
 * beside the written one in the list of all names, or in that of all names spelt backwards.
 */
export class KnownPaths {
  readonly #byName = new Map<string, string[]>();
  readonly #forwards: readonly string[];
  readonly #backwards: readonly (readonly [spelt: string, name: string])[];

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const name = lastPart(path);
      const known = this.#byName.get(name);
      if (known === undefined) this.#byName.set(name, [path]);
      else known.push(path);
    }
    this.#forwards = [...this.#byName.keys()].sort();
    this.#backwards = this.#forwards
      .map((name) => [backwards(name), name] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }

  /** The path with the same last part, else the one whose last part is closest in spelling; never `except`. */
  nearest(written: string, except?: string): string | undefined {
    const wanted = lastPart(written);
    const pathOf = (name: string) => this.#byName.get(name)?.find((path) => path !== except);
    const same = pathOf(wanted);
    if (same !== undefined) return same;
    const near = [
      ...around(this.#forwards, wanted, (name) => name),
      ...around(this.#backwards, backwards(wanted), ([spelt]) => spelt).map(([, name]) => name),
    ];
    const best = nearest(
      wanted,
      near.filter((name) => pathOf(name) !== undefined),
    );
    return best === undefined ? undefined : pathOf(best);
  }

  /** Help for a path that does not exist. */
  didYouMean(written: string, otherwise: string, except?: string): string {
    const match = this.nearest(written, except);
    return match === undefined ? otherwise : `did you mean \`${match}\`?`;
  }
}

/** The path that was meant, where it is asked once. */
export function nearestPath(written: string, candidates: Iterable<string>): string | undefined {
  return new KnownPaths(candidates).nearest(written);
}

/** Help for a path that does not exist, where it is asked once. */
export function didYouMeanPath(written: string, candidates: Iterable<string>, otherwise: string): string {
  return new KnownPaths(candidates).didYouMean(written, otherwise);
}

/** What stands next to the place that a key has, or would have, in a sorted list. */
function around<Item>(sorted: readonly Item[], key: string, keyOf: (item: Item) => string): readonly Item[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && keyOf(item) < key) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS);
}

const backwards = (name: string): string => [...name].reverse().join('');

function lastPart(path: string): string {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed.slice(trimmed.lastIndexOf('/') + 1).toLowerCase();
}

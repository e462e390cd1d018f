/** Where every redirect ends, and the rings that end nowhere. Sources and targets are keys of one kind; a target that is no source is an end. */
export interface Flattened {
  readonly ends: ReadonlyMap<string, string>;
  /** Each ring once, from its smallest member on. */
  readonly loops: readonly (readonly string[])[];
}

/** Follows every chain of redirects to its end, each step once. What leads into a ring has no end and is left out. */
export function flattenRedirects(targets: ReadonlyMap<string, string>): Flattened {
  const ends = new Map<string, string>();
  const lost = new Set<string>();
  const loops: (readonly string[])[] = [];
  for (const source of targets.keys()) {
    const trail: string[] = [];
    const seen = new Map<string, number>();
    let at: string | undefined = source;
    let end: string | undefined;
    while (at !== undefined) {
      const next: string | undefined = targets.get(at);
      if (next === undefined) end = at;
      else if (ends.has(at)) end = ends.get(at);
      if (end !== undefined || lost.has(at)) break;
      const ring = seen.get(at);
      if (ring !== undefined) {
        loops.push(fromSmallest(trail.slice(ring)));
        break;
      }
      seen.set(at, trail.length);
      trail.push(at);
      at = next;
    }
    for (const step of trail) {
      if (end === undefined) lost.add(step);
      else ends.set(step, end);
    }
  }
  return { ends, loops };
}

function fromSmallest(ring: readonly string[]): readonly string[] {
  const smallest = ring.reduce((best, key, i) => (key < (ring[best] ?? '') ? i : best), 0);
  return [...ring.slice(smallest), ...ring.slice(0, smallest)];
}

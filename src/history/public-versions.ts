import type { FileVersion } from './commit-log.ts';
import type { VersionFacts } from './version-text.ts';

/** A version that readers saw, and since when: milliseconds since 1970, UTC. */
export interface PublicVersion {
  readonly from: number;
  readonly blob: string;
}

/**
 * The versions that were public at some moment up to `now`, oldest first, each different to a reader from the one
 * before. What was a draft, was replaced before its `date` came, or has errors was never public.
 */
export function publicVersions(
  versions: readonly Pick<FileVersion, 'time' | 'blob'>[],
  factsOf: (blob: string) => VersionFacts | undefined,
  now: number,
): readonly PublicVersion[] {
  const found: PublicVersion[] = [];
  let seen = '';
  for (const [i, { time, blob }] of versions.entries()) {
    const facts = blob === '' ? undefined : factsOf(blob);
    if (!facts || facts.draft) continue;
    const from = Math.max(time, facts.date);
    const until = versions[i + 1]?.time ?? Number.POSITIVE_INFINITY;
    if (from >= until || from > now || facts.seen === seen) continue;
    found.push({ from, blob });
    seen = facts.seen;
  }
  return found;
}

import { isLasting, isPage, isSame, type Release, type ReleaseFile } from './release.ts';

/** What has to be done to a site so that it becomes a release. */
export interface Change {
  /** Files to put, in groups: all of a group stands before the first of the next is touched. */
  readonly puts: readonly (readonly string[])[];
  /** Files to remove, in groups, after all puts. */
  readonly removals: readonly (readonly string[])[];
}

// What names pages that may be new: it comes when they are there.
const DIRECTORY =
  /^(?:.*\/)?(?:feed\.(?:xml|json)|atom\.xml|sitemap[^/]*\.xml|pagefind-entry\.json|sw\.js|build\.json)$/;

/**
 * The order in which a site that cannot be exchanged at once is changed. At every moment each page has its assets, and no
 * page leads to one that is not there: what pages need, new pages, changed pages, what lists them; then old pages go, and
 * at last what only they needed.
 *
 * `standing` are the releases of which parts may stand there: one as a rule, more after a deploy that was interrupted. A
 * file is left alone only if all of them agree on it.
 */
export function changeTo(target: Release, standing: readonly Release[]): Change {
  const groups: [string[], string[], string[], string[], string[]] = [[], [], [], [], []];
  for (const [file, wanted] of target.files) {
    if (standing.length > 0 && standing.every(({ files }) => isSame(files.get(file), wanted))) continue;
    const isNew = standing.every(({ files }) => !files.has(file));
    groups[isLasting(file) ? 0 : DIRECTORY.test(file) ? 4 : !isPage(file) ? 1 : isNew ? 2 : 3].push(file);
  }
  const old = new Set(standing.flatMap(({ files }) => [...files.keys()]));
  const gone = [...old].filter((file) => !target.files.has(file) && !isLasting(file));
  return {
    puts: groups.filter((group) => group.length > 0).map((group) => group.sort()),
    removals: [gone.filter(isPage), gone.filter((file) => !isPage(file))]
      .filter((group) => group.length > 0)
      .map((group) => group.sort()),
  };
}

/** What a store holds for one release and no other needs: lasting files by path, the bytes of others by hash. */
export function onlyIn(dropped: readonly Release[], kept: readonly Release[]) {
  const files = new Set(kept.flatMap((release) => [...release.files.keys()].filter(isLasting)));
  const hashes = new Set(kept.flatMap((release) => hashesOf(release)));
  const left = dropped.flatMap((release) => [...release.files.keys()]);
  return {
    files: [...new Set(left.filter((file) => isLasting(file) && !files.has(file)))].sort(),
    hashes: [...new Set(dropped.flatMap(hashesOf))].filter((hash) => !hashes.has(hash)).sort(),
  };
}

/** Hashes of what is put in place by copying: all but the lasting files. */
export const hashesOf = ({ files }: Release): string[] =>
  [...files].flatMap(([file, { hash }]: [string, ReleaseFile]) => (isLasting(file) ? [] : [hash]));

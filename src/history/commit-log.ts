import type { ContentPath } from '../content/article.ts';
import { runGit } from './run-git.ts';

/** What a file was from a moment on. */
export interface FileVersion {
  /** When it came to this branch: milliseconds since 1970, UTC. Never before the version that it follows. */
  readonly time: number;
  /** Git's name of its bytes; empty where the file was removed. */
  readonly blob: string;
  readonly commit: string;
  readonly by: string;
  readonly subject: string;
}

/** The versions of each file by the path that it has now, oldest first. */
export type FileVersions = Map<ContentPath, FileVersion[]>;

const COMMIT = '\u001e';

/**
 * Reads how the files below `articles/` came to be what they are, in one pass. A merge counts as one commit, at its own
 * time: that is when readers saw what it brought. `since` is a commit whose versions are known and in `known`.
 * @throws GitFailure
 */
export async function readCommitLog(
  root: string,
  since?: string,
  known: FileVersions = new Map(),
): Promise<FileVersions> {
  const format = `--format=${COMMIT}%H%x1f%ct%x1f%an%x1f%s`;
  const range = since === undefined ? 'HEAD' : `${since}..HEAD`;
  const args = [
    'log',
    '--reverse',
    '--first-parent',
    '-m',
    '--raw',
    '--no-abbrev',
    '-M',
    '-z',
    '--relative',
    '--no-ext-diff',
    format,
  ];
  const printed = await runGit(root, [...args, range, '--', 'articles']);
  return addCommits(printed.toString(), known);
}

/** Adds what `git log --raw -z` says, oldest commit first, to what is known. Files that were moved keep their versions. */
export function addCommits(log: string, known: FileVersions): FileVersions {
  const tokens = log.split('\0');
  let commit = '';
  let by = '';
  let subject = '';
  let time = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = (tokens[i] ?? '').replace(/^\n+/, '');
    if (token.startsWith(COMMIT)) {
      const [hash = '', seconds = '', name = '', line = ''] = token.slice(1).split('\u001f');
      [commit, by, subject, time] = [hash, name, line.trim(), Number(seconds) * 1000];
      continue;
    }
    const [, blob = '', change = ''] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(token) ?? [];
    if (change === '') continue;
    const first = tokens[++i] ?? '';
    const file = change === 'R' || change === 'C' ? (tokens[++i] ?? '') : first;
    const before = known.get(change === 'R' ? first : file) ?? [];
    if (change === 'R') known.delete(first);
    // Clocks of machines differ, and what follows cannot lie before.
    const at = Math.max(time, before.at(-1)?.time ?? 0);
    known.set(file, [...before, { time: at, blob: change === 'D' ? '' : blob, commit, by, subject }]);
  }
  return known;
}

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPath } from '../content/article.ts';

/** An article as it was and as it is. */
export interface ChangedArticle {
  readonly source: ContentPath;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export type ChangedSince =
  | { readonly is: 'known'; readonly changed: readonly ChangedArticle[] }
  /** `reason` is a clause in plain words; `misused` where the revision itself is at fault. */
  | { readonly is: 'unknown'; readonly reason: string; readonly misused?: true };

/** Articles in the working tree that are not what they were where this branch left `revision`. Asks git, and never throws because of it. */
export async function changedSince(revision: string, content: string): Promise<ChangedSince> {
  const git = (args: readonly string[], input?: string) => runGit(['-C', content, ...args], input);
  const place = await git(['rev-parse', '--show-prefix']);
  if (place.missing) return { is: 'unknown', reason: 'git is not installed here' };
  if (place.status !== 0)
    return { is: 'unknown', reason: `${content} is not in a git repository, so there is no history` };
  const found = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (found.status !== 0)
    return { is: 'unknown', reason: `git knows no revision ${revision}: fetch it first`, misused: true };
  const base = await git(['merge-base', found.text.trim(), 'HEAD']);
  if (base.status !== 0)
    return {
      is: 'unknown',
      reason: `nothing here has an ancestor in common with ${revision}: fetch the whole history, not a part of it`,
    };
  const commit = base.text.trim();
  const listed = await git([
    'diff',
    '--name-status',
    '-z',
    '--find-renames',
    '--diff-filter=MR',
    '--relative',
    commit,
    '--',
    'articles/',
  ]);
  if (listed.status !== 0)
    return { is: 'unknown', reason: `git cannot compare with ${revision}: ${listed.error.trim()}` };
  const pairs = pairsIn(listed.text).filter(([, now]) => now.endsWith('.md'));
  const prefix = place.text.trim();
  const befores = await blobs(
    git,
    pairs.map(([before]) => `${commit}:${prefix}${before}`),
  );
  const changed = await Promise.all(
    pairs.map(async ([, source], i): Promise<ChangedArticle[]> => {
      const before = befores[i];
      const after = await readFile(path.join(content, source)).catch(() => undefined);
      return before && after ? [{ source, before, after }] : [];
    }),
  );
  return { is: 'known', changed: changed.flat() };
}

/** `M`, path, `R100`, old path, new path …, each ended by NUL. */
function pairsIn(text: string): readonly (readonly [string, string])[] {
  const words = text.split('\0');
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < words.length; ) {
    const before = words[i + 1] ?? '';
    const isRename = words[i]?.startsWith('R') === true;
    pairs.push([before, isRename ? (words[i + 2] ?? '') : before]);
    i += isRename ? 3 : 2;
  }
  return pairs;
}

type Git = (args: readonly string[], input?: string) => Promise<Ran>;

/** What objects hold, all by one process; undefined for one that is not there. */
async function blobs(git: Git, names: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
  if (names.length === 0) return [];
  const { bytes } = await git(['cat-file', '--batch'], `${names.join('\n')}\n`);
  let at = 0;
  return names.map(() => {
    const end = bytes.indexOf('\n', at);
    const size = / blob (\d+)$/.exec(bytes.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) return undefined;
    const blob = bytes.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return blob;
  });
}

interface Ran {
  readonly status: number | null;
  readonly bytes: Buffer;
  readonly text: string;
  readonly error: string;
  readonly missing: boolean;
}

function runGit(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn('git', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let error = '';
    const end = (status: number | null, missing: boolean) => {
      const bytes = Buffer.concat(chunks);
      resolve({ status, bytes, text: bytes.toString('utf8'), error, missing });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => {
      error += String(chunk);
    });
    child.on('error', () => end(null, true));
    child.on('close', (status) => end(status, false));
    // A git that ends before it has read its input is told of by its status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

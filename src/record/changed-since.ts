import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPath } from '../content/article.ts';
import { asked, readBlobs } from '../history/read-blobs.ts';
import { GitFailure, runGit } from '../history/run-git.ts';

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
  const git = async (...args: readonly string[]) => (await runGit(content, args)).toString('utf8');
  const orElse = (reason: string) => () => Promise.reject(new GitFailure(reason));
  try {
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    const tip = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).catch(
      () => '',
    );
    if (tip === '')
      return { is: 'unknown', reason: `git knows no revision ${revision}: fetch it first`, misused: true };
    const unrelated = `nothing here has an ancestor in common with ${revision}: fetch the whole history, not a part of it`;
    const base = (await git('merge-base', tip.trim(), 'HEAD').catch(orElse(unrelated))).trim();
    const options = ['-z', '--name-status', '--find-renames', '--diff-filter=MR', '--relative'];
    const pairs = pairsIn(await git('diff', ...options, base, '--', 'articles/')).filter(([, now]) =>
      now.endsWith('.md'),
    );
    return { is: 'known', changed: await contentsOf(pairs, base, prefix, content) };
  } catch (error) {
    if (error instanceof GitFailure) return { is: 'unknown', reason: error.message };
    throw error;
  }
}

async function contentsOf(
  pairs: readonly (readonly [string, string])[],
  base: string,
  prefix: string,
  content: string,
): Promise<readonly ChangedArticle[]> {
  if (pairs.length === 0) return [];
  const tree = ['ls-tree', '-r', '-z', '--full-tree', base, '--', `${prefix}articles`];
  const listed = await runGit(content, tree);
  const names = new Map(
    Array.from(listed.toString('utf8').matchAll(/ blob ([0-9a-f]+)\t([^\0]+)/g), ([, blob = '', file = '']) => [
      file,
      blob,
    ]),
  );
  const wanted = pairs.flatMap(([before, source]) => {
    const blob = names.get(prefix + before);
    return blob === undefined ? [] : [{ blob, source }];
  });
  const blobs = readBlobs(await runGit(content, ['cat-file', '--batch'], asked(wanted.map(({ blob }) => blob))));
  const changed = wanted.map(async ({ blob, source }): Promise<ChangedArticle[]> => {
    const before = blobs.get(blob);
    const after = await readFile(path.join(content, source)).catch(() => undefined);
    return before && after ? [{ source, before, after }] : [];
  });
  return (await Promise.all(changed)).flat();
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

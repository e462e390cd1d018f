import type { Content } from '../content/load-content.ts';
import { locateProblems } from '../content/locate-problems.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { weighed } from '../eleventy/check-style.ts';
import { changedSince } from '../record/changed-since.ts';
import { checkChange } from '../record/check-change.ts';
import { UsageError } from './options.ts';

/** Where a pull request begins: as asked for, else as GitHub or GitLab tell; undefined outside of one. */
export function revisionToCompareWith(asked: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const base = env['GITHUB_BASE_REF'];
  return asked ?? (base ? `origin/${base}` : env['CI_MERGE_REQUEST_DIFF_BASE_SHA'] || undefined);
}

/**
 * Notes on published articles that have changed since a revision without a word. Where there is no history to look at,
 * the reason is told and the rest of the check goes on.
 * @throws UsageError when `asked`, and git knows no such revision.
 */
export async function unmarkedChanges(
  revision: string,
  asked: boolean,
  root: string,
  content: Content,
  now: number,
): Promise<readonly Diagnostic[]> {
  const { site } = content;
  if (!site) return [];
  const since = await changedSince(revision, root);
  if (since.is === 'unknown') {
    if (asked && since.misused) throw new UsageError(`--since: ${since.reason}`);
    process.stderr.write(`Changes of published articles were not looked at:\n${since.reason}.\n`);
    return [];
  }
  const problems = since.changed.flatMap((changed) => checkChange(changed, site, now) ?? []);
  return weighed(content, await locateProblems(root, problems));
}

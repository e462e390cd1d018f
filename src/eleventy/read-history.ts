import type { Problem } from '../diagnostics/diagnostic.ts';
import { type History, loadHistory } from '../history/load-history.ts';
import { GitFailure } from '../history/run-git.ts';
import type { Publication } from '../publication/publication.ts';
import type { SiteOptions } from './check-site.ts';

/**
 * The history of what is published, or why there is none: an error for a build, which would take pages away that
 * readers can link to. A preview does without, so that a folder that is in no repository can still be looked at.
 */
export async function readHistory(
  publication: Publication,
  options: SiteOptions,
): Promise<{ readonly history?: History; readonly problems: readonly Problem[] }> {
  if (options.purpose === 'check') return { problems: [] };
  const articles = [...publication.entries.values()]
    .filter(({ state }) => state === undefined)
    .map(({ article }) => article);
  const { content: root, now, cache } = options;
  try {
    return { history: await loadHistory({ root, site: publication.site, articles, now, cache }), problems: [] };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const problem: Problem = {
      code: 'history-missing',
      file: 'site.yaml',
      place: { at: 'value', path: ['history'] },
      message: `the versions of articles cannot be told: ${error.message}`,
      help: 'build in a whole clone: `git fetch --unshallow`, in CI `fetch-depth: 0`; or take `history` out',
    };
    return { problems: options.purpose === 'build' ? [problem] : [] };
  }
}

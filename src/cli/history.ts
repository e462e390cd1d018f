import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listContent } from '../content/content-files.ts';
import { loadSite } from '../content/load-site.ts';
import { momentAt } from '../content/moment.ts';
import { decodeSource } from '../content/source-text.ts';
import { didYouMeanPath } from '../diagnostics/known-paths.ts';
import { type FileVersion, readCommitLog } from '../history/commit-log.ts';
import { asked, readBlobs } from '../history/read-blobs.ts';
import { GitFailure, runGit } from '../history/run-git.ts';
import { historyText, type ToldVersion } from './history-text.ts';
import type { Command } from './main.ts';
import { parse, UsageError } from './options.ts';

export const history: Command = {
  usage:
    'npm run history -- ARTICLE [options]\n\nShows how an article changed, word by word, from git: drafts too, and what is\nnot committed yet.\nARTICLE is a file below articles/, its name, or its address.\n\n  --content DIR    where the content is (content)',
  async run(args) {
    const { values, positionals } = parse(
      args,
      { content: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      true,
    );
    const [wanted] = positionals;
    if (wanted === undefined || positionals.length > 1)
      throw new UsageError('name one article: npm run history -- articles/2026/07/ferries.md');
    const root = values.content ?? 'content';
    const { byKind } = await listContent(root);
    const { value: site } = await loadSite(root);
    try {
      const shallow = (await runGit(root, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
      const log = await readCommitLog(root);
      const source = findArticle(wanted, root, new Set([...byKind.article, ...log.keys()]));
      const versions = [...(await toldVersions(root, log.get(source) ?? [])), ...(await uncommitted(root, source))];
      const zone = site?.timeZone ?? 'UTC';
      const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
      const columns = process.stdout.columns ?? 80;
      process.stdout.write(
        historyText(path.posix.join(root, source), versions, { colour, columns, when: (time) => momentAt(time, zone) }),
      );
      if (shallow)
        process.stdout.write('This clone is shallow: what lies further back comes with `git fetch --unshallow`.\n');
      return 0;
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      process.stderr.write(
        `The history of ${root} cannot be told: ${error.message}.\nArticles have one where content lies in a git repository and each change is a commit.\n`,
      );
      return 1;
    }
  },
};

/** The file that a path, a name or an address means. @throws UsageError for none, or for several. */
export function findArticle(wanted: string, root: string, files: ReadonlySet<string>): string {
  const plain = path.posix.normalize(wanted.replaceAll('\\', '/').replace(/^https?:\/\/[^/]+/, ''));
  const below = path.relative(root, wanted).replaceAll(path.sep, '/');
  for (const file of [plain, below, `articles/${plain}`, plain.replace(/^\/+/, '')]) if (files.has(file)) return file;
  const name = plain.replace(/\/+$/, '').split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  const slugOf = (file: string) => path.posix.basename(file, '.md').replace(/^\d{4}-\d{2}-\d{2}-/, '');
  const named = [...files].filter((file) => path.posix.basename(file, '.md') === name || slugOf(file) === name);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  if (named.length > 1) throw new UsageError(`several articles are called so:\n  ${named.sort().join('\n  ')}`);
  throw new UsageError(
    `there is no article ${wanted}: ${didYouMeanPath(plain, files, 'name its file below articles/')}`,
  );
}

async function toldVersions(root: string, versions: readonly FileVersion[]): Promise<readonly ToldVersion[]> {
  const blobs = new Set(versions.flatMap(({ blob }) => (blob === '' ? [] : [blob])));
  const bytes = readBlobs(await runGit(root, ['cat-file', '--batch'], asked(blobs)));
  return versions.map(({ time, blob, commit, by, subject }) => ({
    time,
    commit: commit.slice(0, 8),
    by,
    subject,
    ...(blob === '' ? {} : { text: decodeSource(bytes.get(blob) ?? Buffer.alloc(0)) ?? '' }),
  }));
}

/** What stands in the file now; where it is what was committed last, nothing is said of it. */
async function uncommitted(root: string, source: string): Promise<readonly ToldVersion[]> {
  const bytes = await readFile(path.join(root, source)).catch(() => undefined);
  return bytes === undefined ? [] : [{ text: decodeSource(bytes) ?? '' }];
}

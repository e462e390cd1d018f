import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadContent } from '../content/load-content.ts';
import { momentAt } from '../content/moment.ts';
import { decodeSource } from '../content/source-text.ts';
import { type FileVersion, readCommitLog } from '../history/commit-log.ts';
import { asked, readBlobs } from '../history/read-blobs.ts';
import { GitFailure, runGit } from '../history/run-git.ts';
import { ARTICLE_HELP, articleMeant } from './article-meant.ts';
import { historyText, type ToldVersion } from './history-text.ts';
import type { Command } from './main.ts';
import { parse, siteArguments, UsageError } from './options.ts';
import { siteOptions } from './site-options.ts';

export const history: Command = {
  usage: `npm run history -- ARTICLE [options]

Shows how an article changed, word by word, from git: drafts too, and what is
not committed yet.

${ARTICLE_HELP}
  --content DIR    where the content is (content)`,
  async run(args) {
    const { values, positionals } = parse(
      args,
      { content: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      true,
    );
    const [wanted] = positionals;
    if (wanted === undefined || positionals.length > 1)
      throw new UsageError('name one article: npm run history -- articles/2026/07/ferries.md');
    const site = siteArguments(values);
    const { content: root } = site;
    const content = await loadContent(root, siteOptions(site, 'check').reader);
    try {
      const shallow = (await runGit(root, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
      const log = await readCommitLog(root);
      const source = articleMeant(wanted, root, content, log.keys());
      const versions = [...(await toldVersions(root, log.get(source) ?? [])), ...(await uncommitted(root, source))];
      const zone = content.site?.timeZone ?? 'UTC';
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

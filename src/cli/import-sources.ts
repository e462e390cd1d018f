import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportPlan } from '../import/import-plan.ts';
import type { Generator } from '../import/markdown-site/file-names.ts';
import { planMarkdownImport } from '../import/markdown-site/plan-import.ts';
import { isSetting } from '../import/markdown-site/site-config.ts';
import { planWordPressImport } from '../import/wordpress/plan-import.ts';
import { NotAnExport, readWxr } from '../import/wordpress/read-wxr.ts';
import type { ImportSource } from './import-arguments.ts';
import type { ImportTarget } from './import-target.ts';
import { UsageError } from './options.ts';

/** What an import would do, and the folder that its pictures and documents come from. */
export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly media: string | undefined;
}

/** What the import of a file or a folder would do. @throws UsageError when it is none of its kind */
export async function planImport(
  { kind, place }: ImportSource,
  target: ImportTarget,
  _dryRun: boolean,
): Promise<PlannedImport> {
  if (kind === 'wordpress' || kind === 'feed') return planExport(place, target);
  if (target.uploads !== undefined)
    throw new UsageError(`--uploads is for wordpress and feed: files of ${kind} lie in its own folder`);
  return { plan: await planFolder(kind, place, target), media: place };
}

async function planExport(place: string, { site, authors, rules, uploads }: ImportTarget): Promise<PlannedImport> {
  if (uploads !== undefined && !existsSync(uploads)) throw new UsageError(`there is no folder ${uploads}`);
  const files = uploads === undefined ? {} : { uploads: await filesBelow(uploads) };
  return { plan: planWordPressImport(await readExport(place), { ...rules, site, authors, ...files }), media: uploads };
}

async function planFolder(generator: Generator, folder: string, target: ImportTarget): Promise<ImportPlan> {
  const files = await filesBelow(folder);
  const texts = new Map<string, string>();
  for (const file of files)
    if (/\.(?:md|markdown)$/i.test(file) || isSetting(file, generator))
      texts.set(file, await readFile(path.join(folder, file), 'utf8'));
  const markdown = [...texts.keys()].filter((file) => /\.(?:md|markdown)$/i.test(file));
  if (markdown.length === 0) throw new UsageError(`there is no Markdown file in ${folder}`);
  const wanted = { hugo: /^content\//, jekyll: /(?:^|\/)_(?:posts|drafts)\//, eleventy: /./ }[generator];
  if (!markdown.some((file) => wanted.test(file)))
    throw new UsageError(
      `${folder} is no site of ${generator}: it has no folder ${generator === 'hugo' ? 'content' : '_posts'} with Markdown files`,
    );
  const { site, authors, addresses, rules } = target;
  return planMarkdownImport(texts, files, {
    ...rules,
    ...{ generator, site, addresses },
    knownAuthors: new Set(authors.map(({ id }) => id)),
  });
}

async function readExport(file: string) {
  try {
    return await readWxr(textOf(file));
  } catch (error) {
    if (error instanceof NotAnExport) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of createReadStream(file)) yield decoder.decode(bytes as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${file}: the file is not UTF-8 text`);
    throw error;
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(?:^|\/)(?:node_modules|\.git)\//.test(file))
    .sort();
}

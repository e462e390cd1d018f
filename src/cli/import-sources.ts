import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportPlan } from '../import/import-plan.ts';
import { planMarkdownImport } from '../import/markdown-site/plan-import.ts';
import type { KnownAuthor } from '../import/wordpress/authors.ts';
import { planWordPressImport } from '../import/wordpress/plan-import.ts';
import { NotAnExport, readWxr } from '../import/wordpress/read-wxr.ts';
import type { Site } from '../schema/site.ts';
import { UsageError } from './options.ts';

export const IMPORT_KINDS = ['wordpress', 'hugo', 'jekyll', 'eleventy'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportOptions {
  readonly site: Site;
  readonly sections: ReadonlyMap<string, string>;
  readonly authors: readonly KnownAuthor[];
  readonly credit?: string;
  readonly uploads?: string;
  readonly permalink?: string;
}

/** What the import of a file or a folder would do. @throws UsageError when it is none of its kind */
export async function planImport(kind: ImportKind, place: string, options: ImportOptions): Promise<ImportPlan> {
  const { uploads, authors, ...shared } = options;
  if (kind === 'wordpress') {
    const files = uploads === undefined ? {} : { uploads: await filesBelow(uploads) };
    return planWordPressImport(await readExport(place), { ...shared, authors, ...files });
  }
  if (uploads !== undefined) throw new UsageError(`--uploads is for wordpress: files of ${kind} lie in its own folder`);
  const files = await filesBelow(place);
  const texts = new Map<string, string>();
  for (const file of files)
    if (/\.(?:md|markdown)$/i.test(file)) texts.set(file, await readFile(path.join(place, file), 'utf8'));
  if (texts.size === 0) throw new UsageError(`there is no Markdown file in ${place}`);
  return planMarkdownImport(texts, files, {
    ...shared,
    generator: kind,
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

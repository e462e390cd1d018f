import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Network } from '../archive/ask.ts';
import type { Feed } from '../import/feed/feed.ts';
import { feedAsExport } from '../import/feed/feed-as-export.ts';
import { readJsonFeed } from '../import/feed/read-json-feed.ts';
import { readXmlFeed } from '../import/feed/read-xml-feed.ts';
import { fetchUploads, uploadsName } from '../import/fetch-uploads.ts';
import type { ImportPlan } from '../import/import-plan.ts';
import type { Generator } from '../import/markdown-site/file-names.ts';
import { planMarkdownImport } from '../import/markdown-site/plan-import.ts';
import { isSetting } from '../import/markdown-site/site-config.ts';
import { planWordPressImport } from '../import/wordpress/plan-import.ts';
import { readWxr } from '../import/wordpress/read-wxr.ts';
import { NotAnExport } from '../import/xml-entries.ts';
import type { ImportSource } from './import-arguments.ts';
import type { ImportTarget } from './import-target.ts';
import { UsageError } from './options.ts';
import { CACHE } from './places.ts';

const network: Network = { fetch, wait: (milliseconds) => setTimeout(milliseconds) };

const showFetched = (done: number, total: number): void => {
  if (done === total || done % 50 === 0) process.stderr.write(`Fetched ${done} of ${total} pictures and documents\n`);
};

/** What an import would do, and the folder that its pictures and documents come from. */
export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly media: string | undefined;
}

/** What the import of a file or a folder would do. @throws UsageError when it is none of its kind */
export async function planImport(
  { kind, place }: ImportSource,
  target: ImportTarget,
  dryRun: boolean,
): Promise<PlannedImport> {
  if (kind === 'wordpress' || kind === 'feed') return planExport({ kind, place }, target, dryRun);
  if (target.uploads !== undefined)
    throw new UsageError(`--uploads is for wordpress and feed: files of ${kind} lie in its own folder`);
  return { plan: await planFolder(kind, place, target), media: place };
}

async function planExport(
  { kind, place }: ImportSource,
  { site, authors, rules, uploads }: ImportTarget,
  dryRun: boolean,
): Promise<PlannedImport> {
  const exported = kind === 'feed' ? feedAsExport(await readFeed(place), site) : await readExport(place, readWxr);
  const planned = (files?: readonly string[]): ImportPlan =>
    planWordPressImport(exported, { ...rules, site, authors, ...(files === undefined ? {} : { uploads: files }) });
  if (uploads === undefined) return { plan: planned(), media: undefined };
  if (!/^https?:/.test(uploads)) return { plan: planned(await filesBelow(uploads)), media: uploads };
  const first = planned();
  if (dryRun) return { plan: first, media: undefined };
  const folder = path.join(CACHE, 'uploads', uploadsName(uploads));
  const notes = await fetchUploads(first.wanted, uploads, folder, network, showFetched);
  const plan = planned(await filesBelow(folder));
  return { plan: { ...plan, notes: [...plan.notes, ...notes] }, media: folder };
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

/** @throws UsageError */
async function readExport<T>(file: string, read: (pieces: AsyncIterable<string>) => Promise<T>): Promise<T> {
  try {
    return await read(textOf(file));
  } catch (error) {
    if (error instanceof NotAnExport) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

const MOST_BYTES_OF_JSON = 200_000_000;

async function readFeed(file: string): Promise<Feed> {
  const [start = ''] = await Array.fromAsync(createReadStream(file, { end: 200, encoding: 'utf8' }));
  if (!/^\ufeff?\s*[[{]/.test(start)) return readExport(file, readXmlFeed);
  if ((await stat(file)).size > MOST_BYTES_OF_JSON)
    throw new UsageError(`${file}: a JSON Feed of more than ${MOST_BYTES_OF_JSON / 1e6} MB is not read`);
  return readExport(file, async (pieces) => readJsonFeed((await Array.fromAsync(pieces)).join('')));
}

async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of createReadStream(file)) yield decoder.decode(bytes as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${file}: the file is not UTF-8 text, and so no export`);
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

import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { fileOf } from '../files/file-of.ts';
import type { ContentPath } from './article.ts';

export type ContentKind = 'article' | 'author' | 'tag' | 'series' | 'page' | 'tweet';

export interface ContentFiles {
  /** Every file below content/, sorted. */
  readonly all: ReadonlySet<ContentPath>;
  readonly byKind: Readonly<Record<ContentKind, readonly ContentPath[]>>;
  readonly problems: readonly Problem[];
}

const KINDS: readonly (readonly [ContentKind, RegExp])[] = [
  ['article', /^articles\/.+\.md$/],
  ['author', /^authors\/[^/]+\.md$/],
  ['tag', /^tags\/[^/]+\.md$/],
  ['series', /^series\/[^/]+\.md$/],
  ['page', /^pages\/.+\.md$/],
  ['tweet', /^embeds\/tweets\/[^/]+\.json$/],
];

/** What a content path holds, by the folder it lies in; undefined for pictures and everything else. */
export function kindOf(source: ContentPath): ContentKind | undefined {
  return KINDS.find(([, form]) => form.test(source))?.[0];
}

/** Lists a content folder, by names in composed letters (see `fileOf`). Hidden files are left alone; a symbolic link is followed only to what lies inside. */
export async function listContent(root: string): Promise<ContentFiles> {
  const found: ContentPath[] = [];
  const problems: Problem[] = [];
  await walk(root, '', await realpath(root), found, problems);
  found.sort();
  const twice = found.filter((source, i) => source === found[i - 1]);
  problems.push(...twice.map(namedTwice));
  const byKind: Record<ContentKind, ContentPath[]> = {
    article: [],
    author: [],
    tag: [],
    series: [],
    page: [],
    tweet: [],
  };
  const all = new Set(found);
  for (const source of all) {
    const kind = kindOf(source);
    if (kind) byKind[kind].push(source);
  }
  return { all, byKind, problems };
}

async function walk(
  root: string,
  folder: string,
  realRoot: string,
  found: ContentPath[],
  problems: Problem[],
): Promise<void> {
  const entries = await readdir(fileOf(root, folder), { withFileTypes: true });
  const folders: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const name = entry.name.normalize('NFC');
    const source = folder === '' ? name : `${folder}/${name}`;
    if (entry.isDirectory()) folders.push(source);
    else if (entry.isFile()) found.push(source);
    else if (entry.isSymbolicLink()) await follow(root, source, realRoot, found, problems);
  }
  await Promise.all(folders.map((name) => walk(root, name, realRoot, found, problems)));
}

function namedTwice(file: ContentPath): Problem {
  const message = 'two files have this name, one with composed letters and one with decomposed ones';
  return { code: 'address-conflict', file, place: { at: 'file' }, message, help: 'keep one of them' };
}

async function follow(
  root: string,
  source: ContentPath,
  realRoot: string,
  found: ContentPath[],
  problems: Problem[],
): Promise<void> {
  const target = await realpath(fileOf(root, source)).catch(() => undefined);
  if (target?.startsWith(realRoot + path.sep) && (await stat(target)).isFile()) {
    found.push(source);
    return;
  }
  const message =
    target === undefined
      ? 'a symbolic link that leads nowhere'
      : 'a symbolic link to a folder, or to what lies outside of content/';
  problems.push({
    code: 'path-outside',
    file: source,
    place: { at: 'file' },
    message,
    help: 'put the file itself here',
  });
}

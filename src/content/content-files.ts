import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../diagnostics/diagnostic.ts';
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

/** Lists a content folder. Hidden files are left alone; a symbolic link is followed only to what lies inside. */
export async function listContent(root: string): Promise<ContentFiles> {
  const found: ContentPath[] = [];
  const problems: Problem[] = [];
  await walk(root, '', await realpath(root), found, problems);
  found.sort();
  const byKind: Record<ContentKind, ContentPath[]> = {
    article: [],
    author: [],
    tag: [],
    series: [],
    page: [],
    tweet: [],
  };
  for (const source of found) {
    const kind = kindOf(source);
    if (kind) byKind[kind].push(source);
  }
  return { all: new Set(found), byKind, problems };
}

async function walk(
  root: string,
  folder: string,
  realRoot: string,
  found: ContentPath[],
  problems: Problem[],
): Promise<void> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const folders: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const source = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push(source);
    else if (entry.isFile()) found.push(source);
    else if (entry.isSymbolicLink()) await follow(root, source, realRoot, found, problems);
  }
  await Promise.all(folders.map((name) => walk(root, name, realRoot, found, problems)));
}

async function follow(
  root: string,
  source: ContentPath,
  realRoot: string,
  found: ContentPath[],
  problems: Problem[],
): Promise<void> {
  const target = await realpath(path.join(root, source)).catch(() => undefined);
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

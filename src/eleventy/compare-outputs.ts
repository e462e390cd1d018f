import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, parseManifest } from './manifest.ts';

/** Addresses of pages, and how many other files, that differ between two outputs. Lists are sorted. */
export interface Comparison {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** Files that are no pages. */
  readonly others: number;
}

/** Compares what two builds wrote, by their manifests. @throws what reading them throws: a folder that no build wrote has none. */
export async function compareOutputs(before: string, after: string): Promise<Comparison> {
  const [old, young] = await Promise.all(
    [before, after].map((folder) => readFile(path.join(folder, MANIFEST), 'utf8')),
  );
  const [a, b] = [parseManifest(old ?? ''), parseManifest(young ?? '')];
  const added = [...b.keys()].filter((file) => !a.has(file));
  const changed = [...b].filter(([file, hash]) => a.has(file) && a.get(file) !== hash).map(([file]) => file);
  const gone = [...a.keys()].filter((file) => !b.has(file));
  const pages = (files: readonly string[]) => files.filter(isPage).map(addressOf).sort();
  return {
    added: pages(added),
    changed: pages(changed),
    gone: pages(gone),
    others: [...added, ...changed, ...gone].filter((file) => !isPage(file)).length,
  };
}

const isPage = (file: string): boolean => file.endsWith('.html');
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

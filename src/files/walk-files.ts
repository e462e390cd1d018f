import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Shows every file below a folder, links included; a folder that is not there has none. Returns whether one of them is
 * to stay, which `see` says; `onEmpty` is told of the folders in which none is, the inner ones first.
 * @throws what the disk throws
 */
export function walkFiles(
  root: string,
  see: (file: string) => boolean,
  onEmpty: (folder: string) => void = () => undefined,
  folder = '',
): boolean {
  let isLeft = false;
  // Twice as fast as readdir's own recursion, which asks for every folder in turn from the thread pool.
  for (const entry of entriesOf(path.join(root, folder))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) isLeft = see(name) || isLeft;
    else if (walkFiles(root, see, onEmpty, name)) isLeft = true;
    else onEmpty(name);
  }
  return isLeft;
}

/** Every file below a folder, links included, in no order; a folder that is not there has none. @throws what the disk throws */
export function filesBelow(root: string): readonly string[] {
  const files: string[] = [];
  walkFiles(root, (file) => files.push(file) > 0);
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

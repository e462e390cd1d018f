import { hash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Manifest, manifestText, parseManifest } from './manifest.ts';

const LIST = '.dateline-spare';

/**
 * The output that was replaced last, kept beside the one that replaced it. Most of its files are the very files of that
 * one, so the next build begins with it, and its cost is what has changed since instead of every file there is.
 */
export class SpareDirectory {
  readonly #place: string;

  /** `place` need not exist. */
  constructor(place: string) {
    this.#place = place;
  }

  /**
   * Takes it away as `staging`, so that no other build can. Returns which of its files are those of the output, by their
   * hashes; undefined when there is none, or when `output`, an identity of what is published now, is not what it says.
   */
  claim(staging: string, output: string): Map<string, string> | undefined {
    try {
      renameSync(this.#place, staging);
    } catch {
      return undefined;
    }
    try {
      const held = listIn(staging, output);
      // Whoever was here since may have put something beside, or taken something away.
      const present = new Map<string, string>();
      sweep(staging, '', (file) => {
        const own = held.get(file);
        if (own !== undefined) present.set(file, own);
        return own !== undefined;
      });
      return present;
    } catch {
      rmSync(staging, { recursive: true, force: true });
      return undefined;
    }
  }

  /** Keeps a directory, in which these files are those of the output; on any fault it is removed instead. */
  keep(directory: string, held: Manifest, output: string): void {
    try {
      const text = `${output}\n${manifestText(held)}`;
      writeFileSync(path.join(directory, LIST), `${hash('sha256', text)}\n${text}`);
      this.remove();
      renameSync(directory, this.#place);
    } catch {
      rmSync(directory, { recursive: true, force: true });
    }
  }

  remove(): void {
    rmSync(this.#place, { recursive: true, force: true });
  }
}

function listIn(directory: string, output: string): Manifest {
  const [, sum, text = ''] = /^(\S+)\n([\s\S]*)$/.exec(readFileSync(path.join(directory, LIST), 'utf8')) ?? [];
  if (hash('sha256', text) !== sum || !text.startsWith(`${output}\n`)) throw new Error('the list is of something else');
  return parseManifest(text.slice(output.length + 1));
}

/** Removes the files that are not to stay, and the folders in which nothing is left. Returns whether something is. */
function sweep(root: string, folder: string, isToStay: (file: string) => boolean): boolean {
  let isLeft = false;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (sweep(root, name, isToStay)) isLeft = true;
      else rmdirSync(path.join(root, name));
    } else if (isToStay(name)) isLeft = true;
    else unlinkSync(path.join(root, name));
  }
  return isLeft;
}

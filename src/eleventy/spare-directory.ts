import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf } from '../files/identity-of.ts';
import { walkFiles } from '../files/walk-files.ts';
import type { Manifest } from './manifest.ts';

const LIST = '.dateline-spare';

/** What a spare output holds, against what is published. */
export interface SpareSurvey {
  /** Identity of its list: another build leaves another. */
  readonly list: string;
  /** Files of the output that are not in it, or not the same. */
  readonly absent: readonly string[];
  /** Files and then folders that are not to be built upon. */
  readonly strays: { readonly files: readonly string[]; readonly folders: readonly string[] };
}

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
   * Looks at it and changes nothing. `manifest` is what is published now, `output` its identity; undefined when there is
   * no spare output, or when it was kept beside another.
   */
  survey(manifest: Manifest, output: string): SpareSurvey | undefined {
    const list = identityOf(path.join(this.#place, LIST));
    const listed = list === '' ? undefined : readList(path.join(this.#place, LIST), output);
    if (!listed) return undefined;
    // Whoever was here since may have put something beside, or taken something away.
    const files: string[] = [];
    const folders: string[] = [];
    const present = new Set<string>();
    const see = (file: string): boolean => {
      const isOwn = manifest.has(file) && !listed.has(file);
      if (isOwn) present.add(file);
      else files.push(file);
      return isOwn;
    };
    walkFiles(this.#place, see, (folder) => folders.push(folder));
    const isWhole = present.size === manifest.size - listed.size;
    const absent = isWhole ? [...listed] : [...manifest.keys()].filter((file) => !present.has(file));
    return { list, absent, strays: { files, folders } };
  }

  /**
   * Takes it away as `staging`, so that no other build can, without what is not to be built upon. Returns whether it is
   * the one that was surveyed; if not, there is nothing at `staging`.
   */
  claim(staging: string, { list, strays }: SpareSurvey): boolean {
    try {
      renameSync(this.#place, staging);
    } catch {
      return false;
    }
    try {
      if (identityOf(path.join(staging, LIST)) !== list) throw new Error('another build has left another');
      for (const file of strays.files) unlinkSync(path.join(staging, file));
      for (const folder of strays.folders) rmdirSync(path.join(staging, folder));
      return true;
    } catch {
      rmSync(staging, { recursive: true, force: true });
      return false;
    }
  }

  /** Keeps a directory that holds all files of the output but those that are `absent`; on any fault it is removed instead. */
  keep(directory: string, absent: Iterable<string>, output: string): void {
    try {
      const text = [output, ...absent].join('\n');
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

/** The files of the output that a spare one lacks; undefined when the list is damaged, or of another output. */
function readList(file: string, output: string): ReadonlySet<string> | undefined {
  try {
    const [, sum, text = ''] = /^(\S+)\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
    const [of, ...absent] = text.split('\n');
    return hash('sha256', text) === sum && of === output ? new Set(absent) : undefined;
  } catch {
    return undefined;
  }
}

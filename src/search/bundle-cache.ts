import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { IndexFiles } from './settle-files.ts';

const LIST = 'files.json';
const DAY = 86_400_000;

/** Finished indexes by their keys, each a folder that is whole or not there. Deleting it is always right. */
export class BundleCache {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Where a file of an index is. */
  pathOf(key: string, name: string): string {
    return path.join(this.directory, key, name);
  }

  /** Names of an index's files, sorted; undefined when it is not there. */
  recall(key: string): readonly string[] | undefined {
    try {
      return JSON.parse(readFileSync(this.pathOf(key, LIST), 'utf8')) as string[];
    } catch {
      return undefined;
    }
  }

  /** @returns the names of the files, sorted. */
  async remember(key: string, files: IndexFiles): Promise<readonly string[]> {
    const temporary = path.join(this.directory, `${key}.${randomUUID()}.tmp`);
    const names = [...files.keys()].sort();
    for (const folder of new Set(names.map((name) => path.dirname(name))))
      mkdirSync(path.join(temporary, folder), { recursive: true });
    // A thousand small files: to wait for each takes several times as long as to write it.
    for (const [name, bytes] of files) writeFileSync(path.join(temporary, name), bytes);
    writeFileSync(path.join(temporary, LIST), JSON.stringify(names));
    // Another build may have put the same one in place in the meantime.
    await rename(temporary, path.join(this.directory, key)).catch(() => rm(temporary, { recursive: true }));
    return names;
  }

  /** Removes what is not among `inUse` and was made more than a day ago. */
  async prune(inUse: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.directory).catch(() => [])) {
      const folder = path.join(this.directory, name);
      if (inUse.has(name) || (await stat(folder)).mtimeMs > Date.now() - DAY) continue;
      await rm(folder, { recursive: true, force: true });
    }
  }
}

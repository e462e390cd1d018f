import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { putInPlace } from './exchange-directories.ts';

/** Names every file of a build with the hash of its content; says which files of an output directory belong to a build. */
export const MANIFEST = '.dateline-manifest';

export type Manifest = ReadonlyMap<string, string>;

/** The output directory holds something that no build wrote. The message is for people. */
export class ForeignOutputError extends Error {}

/** A directory that is replaced whole or not at all: a build writes into `staging`, then `commit` puts it in place. */
export class OutputDirectory {
  readonly target: string;
  readonly staging: string;
  readonly #previous: Manifest | undefined;

  private constructor(target: string, staging: string, previous: Manifest | undefined) {
    this.target = target;
    this.staging = staging;
    this.#previous = previous;
  }

  /**
   * Makes an empty staging directory beside the output, after mending what a killed build left.
   * @throws ForeignOutputError when the output holds files that no build wrote.
   */
  static async open(directory: string): Promise<OutputDirectory> {
    const target = path.resolve(directory);
    await mkdir(path.dirname(target), { recursive: true });
    await mend(target);
    const previous = await readPrevious(target);
    const staging = `${stagingPrefix(target)}${process.pid}-${randomBytes(4).toString('hex')}`;
    await mkdir(staging);
    return new OutputDirectory(target, staging, previous);
  }

  /** Puts the staged build in place. Files that did not change are the very files of the last build, with their times. */
  async commit(manifest: Manifest): Promise<void> {
    if (this.#previous) await this.#keepUnchanged(manifest, this.#previous);
    const lines = [...manifest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, hash]) => `${hash} ${file}\n`);
    await writeFile(path.join(this.staging, MANIFEST), lines.join(''));
    const { old } = await putInPlace(this.staging, this.target, `${this.staging}.old`, await exists(this.target));
    if (old !== undefined) await rm(old, { recursive: true, force: true });
  }

  async discard(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
  }

  async #keepUnchanged(manifest: Manifest, previous: Manifest): Promise<void> {
    for (const [file, hash] of manifest) {
      if (previous.get(file) !== hash) continue;
      const staged = path.join(this.staging, file);
      const published = path.join(this.target, file);
      // Someone may have touched the published file since; the size is a cheap witness.
      const [a, b] = await Promise.all([stat(staged), stat(published).catch(() => undefined)]);
      if (!b || a.size !== b.size || a.ino === b.ino) continue;
      await unlink(staged);
      await link(published, staged);
    }
  }
}

const stagingPrefix = (target: string): string =>
  path.join(path.dirname(target), `.${path.basename(target)}.dateline-`);

// A build that was killed leaves its staging directory, and where directories cannot be swapped perhaps the site under another name.
async function mend(target: string): Promise<void> {
  const parent = path.dirname(target);
  const prefix = path.basename(stagingPrefix(target));
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(prefix)).sort()) {
    const left = path.join(parent, name);
    if (isAlive(Number(/^\d+/.exec(name.slice(prefix.length))?.[0]))) continue;
    if (name.endsWith('.old') && !(await exists(target))) await rename(left, target);
    else await rm(left, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readPrevious(target: string): Promise<Manifest | undefined> {
  if (!(await exists(target))) return undefined;
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(target, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  if (files.length === 0) return undefined;
  const text = await readFile(path.join(target, MANIFEST), 'utf8').catch(() => '');
  const manifest = new Map(
    text
      .split('\n')
      .flatMap((line) =>
        line === '' ? [] : [[line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))] as const],
      ),
  );
  const foreign = files.filter((file) => file !== MANIFEST && !manifest.has(file)).sort();
  if (foreign.length > 0) {
    const some = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ` and ${foreign.length - 3} more` : '');
    throw new ForeignOutputError(
      `${target} holds what no build wrote: ${some}.\nNothing was touched. Move it away, or choose another directory with --output DIR.`,
    );
  }
  return manifest;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

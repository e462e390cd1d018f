import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { forEachAtEase } from '../concurrency/for-each-at-ease.ts';
import { identityOf } from '../files/identity-of.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { putInPlace } from './exchange-directories.ts';
import { isManifest, MANIFEST, type Manifest, manifestText, readManifests } from './manifest.ts';
import { SpareDirectory } from './spare-directory.ts';

/** The output directory holds something that no build wrote. The message is for people. */
export class ForeignOutputError extends Error {}

/** A directory that is replaced whole or not at all: a build writes into `staging`, then `commit` puts it in place. */
export class OutputDirectory {
  readonly target: string;
  readonly staging: string;
  /** Every file staged so far with the hash of its content; whoever writes one enters it. */
  readonly written = new Map<string, string>();
  readonly #previous: Manifest;
  readonly #identity: string;
  readonly #spare: SpareDirectory | undefined;
  /** Files in `staging` that are those of the last build, though nobody has asked for them yet. */
  #held = new Map<string, string>();
  readonly #made = new Set<string>();
  readonly #carried = new Set<string>();
  readonly #linked = new Set<string>();
  #isDiscarded = false;

  private constructor(
    target: string,
    staging: string,
    { previous, identity }: Previous,
    spare: SpareDirectory | undefined,
  ) {
    this.target = target;
    this.staging = staging;
    this.#previous = previous;
    this.#identity = identity;
    this.#spare = spare;
  }

  /**
   * Looks at what the last build wrote, after mending what a killed one left. Writes nothing yet. With `spare` the output
   * that is replaced is kept, and the next build begins with it.
   * @throws ForeignOutputError when the output holds files that no build wrote.
   */
  static async open(directory: string, { spare: isKept = false } = {}): Promise<OutputDirectory> {
    const target = path.resolve(directory);
    await mkdir(path.dirname(target), { recursive: true });
    await mend(target);
    const previous = await readPrevious(target);
    const staging = `${stagingPrefix(target)}${process.pid}-${randomBytes(4).toString('hex')}`;
    const spare = isKept ? new SpareDirectory(`${stagingPrefix(target)}${SPARE}`) : undefined;
    return new OutputDirectory(target, staging, previous, spare);
  }

  /**
   * Begins with the spare output, where there is one: without these files, which others will write by themselves, and
   * without whatever `isPlanned` does not know.
   */
  begin(files: Iterable<string>, isPlanned: (file: string) => boolean): void {
    const held = this.#spare?.claim(this.staging, this.#identity);
    if (held) this.#held = held;
    else mkdirSync(this.staging);
    for (const file of files) if (this.#held.delete(file)) unlinkSync(path.join(this.staging, file));
    for (const file of this.#held.keys()) if (!isPlanned(file)) this.#drop(file);
  }

  /** Path in the staging directory at which a file can be written: its folder is there, and nothing under its name. */
  make(file: string): string {
    const staged = path.join(this.staging, file);
    const folder = path.dirname(staged);
    // What is there is a published file too: to write into it would change the site under its readers.
    if (this.#held.delete(file)) unlinkSync(staged);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    return staged;
  }

  /** Whether the last build left nothing to take over. */
  get isEmpty(): boolean {
    return this.#previous.size === 0;
  }

  /** Takes a file over from the last build, with its times, if that is what it wrote: under `hash`, or whatever it is. */
  carryOver(file: string, hash = this.#previous.get(file)): boolean {
    if (hash === undefined || this.#previous.get(file) !== hash) return false;
    this.#carried.add(file);
    this.written.set(file, hash);
    return true;
  }

  /** Links what was carried over so far into the staging directory: worth doing early, while others work. */
  async linkCarried(): Promise<void> {
    await forEachAtEase(this.#carried, (file) => {
      // A build that failed meanwhile would leave folders behind.
      if (!this.#isDiscarded) this.#link(file);
    });
  }

  /**
   * Puts the staged build in place, unless it is the very one that is there. Returns how many files differ from the last
   * build; the others are the same files still, with their times. `manifest` names the list of the files.
   */
  async commit(manifest = MANIFEST): Promise<number> {
    let changed = 0;
    for (const [file, hash] of this.written) if (this.#previous.get(file) !== hash) changed++;
    for (const file of this.#previous.keys()) if (!this.written.has(file)) changed++;
    if (changed === 0 && this.#previous.size > 0) {
      this.#keepSpare(this.staging, this.#held, this.#identity);
      return 0;
    }
    // Which files of the last build are files of this one.
    const same = new Map<string, string>();
    for (const [file, hash] of this.written) {
      if (this.#carried.has(file)) this.#link(file);
      else if (this.#previous.get(file) !== hash || !this.#keepPublished(file)) continue;
      same.set(file, hash);
    }
    for (const file of this.#held.keys()) if (!this.written.has(file)) this.#drop(file);
    await writeFile(this.make(manifest), manifestText(this.written));
    const { old } = await putInPlace(this.staging, this.target, `${this.staging}.old`, await exists(this.target));
    if (old !== undefined) {
      // Another build may have put its own output in place meanwhile: then that is what was replaced, and nothing is known of it.
      const isKnown = identityOfManifests(old, readdirSync(old).filter(isManifest)) === this.#identity;
      this.#keepSpare(old, isKnown ? same : new Map(), identityOfManifests(this.target, [manifest]));
    }
    return changed;
  }

  async discard(): Promise<void> {
    this.#isDiscarded = true;
    await rm(this.staging, { recursive: true, force: true });
  }

  #keepSpare(directory: string, held: Manifest, output: string): void {
    if (this.#spare && held.size > 0) this.#spare.keep(directory, held, output);
    // The synchronous call is the system's own recursion, and takes a seventh of the time.
    else rmSync(directory, { recursive: true, force: true });
  }

  #link(file: string): void {
    if (this.#linked.has(file)) return;
    if (this.#held.get(file) !== this.#previous.get(file)) linkSync(path.join(this.target, file), this.make(file));
    this.#linked.add(file);
  }

  // A page that was made again and came out the same is still the published file.
  #keepPublished(file: string): boolean {
    const staged = path.join(this.staging, file);
    const published = path.join(this.target, file);
    const [a, b] = [statSync(staged), statSync(published, { throwIfNoEntry: false })];
    // Someone may have touched the published file since; the size is a cheap witness.
    if (!b || a.size !== b.size) return false;
    if (a.ino === b.ino) return true;
    unlinkSync(staged);
    linkSync(published, staged);
    return true;
  }

  // Eleventy's folders are a page's own, so they go with it.
  #drop(file: string): void {
    this.#held.delete(file);
    unlinkSync(path.join(this.staging, file));
    try {
      for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder))
        rmdirSync(path.join(this.staging, folder));
    } catch {
      // There is something else in it.
    }
  }
}

const SPARE = 'spare';

const stagingPrefix = (target: string): string =>
  path.join(path.dirname(target), `.${path.basename(target)}.dateline-`);

// A build that was killed leaves its staging directory, and where directories cannot be swapped perhaps the site under another name.
async function mend(target: string): Promise<void> {
  const parent = path.dirname(target);
  const prefix = path.basename(stagingPrefix(target));
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(prefix)).sort()) {
    if (name === `${prefix}${SPARE}`) continue;
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

/** What the output holds, and an identity of its lists: another build gives it another. */
interface Previous {
  readonly previous: Manifest;
  readonly identity: string;
}

async function readPrevious(target: string): Promise<Previous> {
  const files = (await exists(target)) ? filesBelow(target) : [];
  if (files.length === 0) return { previous: new Map(), identity: '' };
  const lists = files.filter(isManifest);
  const manifest = new Map(await readManifests(target, lists));
  const foreign = files.filter((file) => !isManifest(file) && !manifest.has(file)).sort();
  if (foreign.length > 0) {
    const some = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ` and ${foreign.length - 3} more` : '');
    throw new ForeignOutputError(
      `${target} holds what no build wrote: ${some}.\nNothing was touched. Move it away, or choose another directory with --output DIR.`,
    );
  }
  // What somebody has removed since has to be written again.
  const present = new Set(files);
  for (const file of manifest.keys()) if (!present.has(file)) manifest.delete(file);
  return { previous: manifest, identity: identityOfManifests(target, lists) };
}

function identityOfManifests(directory: string, names: readonly string[]): string {
  return fingerprint(names.toSorted().map((name) => [name, identityOf(path.join(directory, name))]));
}

// Twice as fast as readdir's own recursion, which asks for every folder in turn from the thread pool.
function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, name) : [name];
  });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

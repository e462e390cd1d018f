import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, rmdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { forEachAtEase } from '../concurrency/for-each-at-ease.ts';
import { putInPlace } from './exchange-directories.ts';
import { MANIFEST, manifestText } from './manifest.ts';
import { besideOutput, mendOutput, SPARE } from './mend-output.ts';
import { SpareDirectory } from './spare-directory.ts';
import { surveyAside } from './survey-aside.ts';
import { identityOfOutput, manifestIn, type Survey, surveyOutput } from './survey-output.ts';

/** The output directory holds something that no build wrote. The message is for people. */
export class ForeignOutputError extends Error {}

/** A file that the last build wrote. */
interface Published {
  readonly hash: string;
  /** Whether this build takes it over. */
  isCarried: boolean;
}

/** A directory that is replaced whole or not at all: a build writes into `staging`, then `commit` puts it in place. */
export class OutputDirectory {
  readonly target: string;
  readonly staging: string;
  readonly #previous: ReadonlyMap<string, Published>;
  readonly #survey: Survey;
  readonly #spare: SpareDirectory | undefined;
  /** Files of the last build that do not lie in `staging`, as the files that they are. */
  #absent: Set<string>;
  /** What this build made, with the hash of its content. */
  readonly #made = new Map<string, string>();
  readonly #folders = new Set<string>();
  #identity: string;
  #isDiscarded = false;

  private constructor(target: string, staging: string, survey: Survey, spare: SpareDirectory | undefined) {
    this.target = target;
    this.staging = staging;
    this.#survey = survey;
    this.#spare = spare;
    this.#identity = survey.identity;
    const previous = new Map<string, Published>();
    for (const [file, hash] of manifestIn(target, survey.lists)) previous.set(file, { hash, isCarried: false });
    // What somebody has removed since has to be written again.
    for (const file of survey.missing) previous.delete(file);
    this.#previous = previous;
    this.#absent = new Set(previous.keys());
  }

  /**
   * Looks at what the last build wrote, after mending what a killed one left. Writes nothing yet. With `spare` the output
   * that is replaced is kept, and the next build begins with it.
   * @throws ForeignOutputError when the output holds files that no build wrote.
   */
  static async open(directory: string, { spare: isKept = false } = {}): Promise<OutputDirectory> {
    const target = path.resolve(directory);
    mendOutput(target);
    const spare = isKept ? besideOutput(target, SPARE) : undefined;
    let survey = await surveyAside(target, spare);
    // Another build may have put its own output in place while this thread was busy.
    if (identityOfOutput(target) !== survey.identity) survey = surveyOutput(target, spare);
    if (survey.foreign.length > 0) throw new ForeignOutputError(explainForeign(target, survey.foreign));
    const staging = besideOutput(target, `${process.pid}-${randomBytes(4).toString('hex')}`);
    return new OutputDirectory(target, staging, survey, spare === undefined ? undefined : new SpareDirectory(spare));
  }

  /** As it is now: this one, unless another build has put its own output in place since it was opened. @throws ForeignOutputError */
  async asItIs(): Promise<OutputDirectory> {
    const isSame = identityOfOutput(this.target) === this.#survey.identity;
    return isSame ? this : OutputDirectory.open(this.target, { spare: this.#spare !== undefined });
  }

  /**
   * Makes the staging directory: with the files of the spare output, where there is one, that were carried over so far,
   * and those of which that `isUndecided`.
   */
  begin(isUndecided: (file: string) => boolean): void {
    const { spare } = this.#survey;
    if (spare && this.#spare?.claim(this.staging, spare)) this.#absent = new Set(spare.absent);
    else {
      mkdirSync(path.dirname(this.staging), { recursive: true });
      mkdirSync(this.staging);
    }
    for (const [file, { isCarried }] of this.#previous)
      if (!isCarried && !this.#absent.has(file) && !isUndecided(file)) this.#drop(file);
  }

  /** Path in the staging directory at which a file can be written: its folder is there, and nothing under its name. */
  make(file: string): string {
    const staged = path.join(this.staging, file);
    const folder = path.dirname(staged);
    // What is there is a published file too: to write into it would change the site under its readers.
    if (this.#isThere(file)) {
      unlinkSync(staged);
      this.#absent.add(file);
    }
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    return staged;
  }

  /** Enters a file that was written, with the hash of its content. */
  enter(file: string, hash: string): void {
    this.#made.set(file, hash);
  }

  /** Of what is published: changes when this build, or another, puts something else in place. */
  get identity(): string {
    return this.#identity;
  }

  /** Whether the last build left the output of this identity, and nobody has removed anything since. */
  isStill(identity: string): boolean {
    return this.#survey.identity === identity && this.#survey.missing.length === 0;
  }

  /** Whether the last build left nothing to take over. */
  get isEmpty(): boolean {
    return this.#previous.size === 0;
  }

  /** Every file entered or carried over so far, with its hash. */
  *files(): Generator<readonly [file: string, hash: string], undefined> {
    for (const [file, { hash, isCarried }] of this.#previous) if (isCarried) yield [file, hash];
    yield* this.#made;
  }

  /** Takes a file over from the last build, with its times, if that is what it wrote: under `hash`, or whatever it is. */
  carryOver(file: string, hash?: string): boolean {
    const published = this.#previous.get(file);
    if (!published || (hash !== undefined && published.hash !== hash)) return false;
    published.isCarried = true;
    return true;
  }

  /** Takes over all files but these. */
  carryOthers(isOther: (file: string) => boolean): void {
    for (const [file, published] of this.#previous) if (isOther(file)) published.isCarried = true;
  }

  /** Links what was carried over so far into the staging directory: worth doing early, while others work. */
  async linkCarried(): Promise<void> {
    await forEachAtEase(this.#lacking(), (file) => {
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
    for (const [file, hash] of this.#made) if (this.#previous.get(file)?.hash !== hash) changed++;
    const isLeft = (file: string): boolean => this.#previous.get(file)?.isCarried === true || this.#made.has(file);
    for (const file of this.#previous.keys()) if (!isLeft(file)) changed++;
    if (changed === 0 && !this.isEmpty) {
      this.#keepSpare(this.staging, this.#absent);
      return 0;
    }
    for (const file of this.#lacking()) this.#link(file);
    // Files of this build that are none of the last one.
    const own = [...this.#made]
      .filter(([file, hash]) => this.#previous.get(file)?.hash !== hash || !this.#keepPublished(file))
      .map(([file]) => file);
    for (const file of this.#previous.keys()) if (!isLeft(file) && this.#isThere(file)) this.#drop(file);
    await writeFile(this.make(manifest), manifestText(this.files()));
    const { old } = await putInPlace(this.staging, this.target, `${this.staging}.old`, existsSync(this.target));
    const replaced = this.#identity;
    this.#identity = identityOfOutput(this.target);
    if (old !== undefined) {
      // Another build may have put its own output in place meanwhile: then that is what was replaced, and nothing is known of it.
      const isKnown = identityOfOutput(old) === replaced;
      this.#keepSpare(old, isKnown ? own : undefined);
    }
    return changed;
  }

  async discard(): Promise<void> {
    this.#isDiscarded = true;
    await rm(this.staging, { recursive: true, force: true });
  }

  #isThere(file: string): boolean {
    return this.#previous.has(file) && !this.#absent.has(file);
  }

  /** What was carried over and does not lie in `staging` yet. */
  #lacking(): readonly string[] {
    return [...this.#absent].filter((file) => this.#previous.get(file)?.isCarried);
  }

  #keepSpare(directory: string, absent: Iterable<string> | undefined): void {
    if (this.#spare && absent && !this.isEmpty) this.#spare.keep(directory, absent, this.#identity);
    // The synchronous call is the system's own recursion, and takes a seventh of the time.
    else rmSync(directory, { recursive: true, force: true });
  }

  #link(file: string): void {
    if (this.#isThere(file)) return;
    linkSync(path.join(this.target, file), this.make(file));
    this.#absent.delete(file);
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
    this.#absent.add(file);
    unlinkSync(path.join(this.staging, file));
    try {
      for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder))
        rmdirSync(path.join(this.staging, folder));
    } catch {
      // There is something else in it.
    }
  }
}

function explainForeign(target: string, foreign: readonly string[]): string {
  const some = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ` and ${foreign.length - 3} more` : '');
  return `${target} holds what no build wrote: ${some}.\nNothing was touched. Move it away, or choose another directory with --output DIR.`;
}

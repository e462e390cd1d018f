import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../pages/fingerprint.ts';

interface Kept {
  readonly fingerprint: string;
  readonly hash: string;
}

/**
 * Remembers for an output directory which inputs each page was made from and what came out. A page whose inputs are the
 * same need not be made again, as long as the output still holds what was written then.
 */
export class PageStore {
  readonly #file: string | undefined;
  readonly #kept: ReadonlyMap<string, Kept>;
  readonly #next = new Map<string, Kept>();

  /** Without `cacheDirectory` nothing is remembered. */
  constructor(output: string, cacheDirectory: string | undefined) {
    this.#file =
      cacheDirectory === undefined
        ? undefined
        : path.join(cacheDirectory, `pages-${fingerprint(path.resolve(output))}.txt`);
    this.#kept = new Map(
      readLines(this.#file).map(([key = '', hash = '', file = '']) => [file, { fingerprint: key, hash }]),
    );
  }

  /** Whether nothing is remembered: there is no need to ask then. */
  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  /** The hash of what these inputs gave the last time; undefined when they are new. */
  recall(file: string, inputs: string): string | undefined {
    const kept = this.#kept.get(file);
    return kept?.fingerprint === inputs ? kept.hash : undefined;
  }

  remember(file: string, inputs: string, hash: string): void {
    this.#next.set(file, { fingerprint: inputs, hash });
  }

  save(): void {
    if (this.#file === undefined) return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      const temporary = `${this.#file}.${process.pid}`;
      writeFileSync(
        temporary,
        [...this.#next].map(([file, { fingerprint: key, hash }]) => `${key} ${hash} ${file}\n`).join(''),
      );
      renameSync(temporary, this.#file);
    } catch {
      // The site is in place; not remembering costs time at most.
    }
  }
}

function readLines(file: string | undefined): string[][] {
  if (file === undefined) return [];
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => /^(\S+) (\S+) (.+)$/.exec(line)?.slice(1) ?? [])
      .filter((parts) => parts.length === 3);
  } catch {
    return [];
  }
}

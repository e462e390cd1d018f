import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../pages/fingerprint.ts';

/** What a file was made from, and what came out. */
export interface Kept {
  readonly inputs: string;
  readonly hash: string;
}

/**
 * Remembers for an output directory which inputs each page was made from and what came out. A page whose inputs are the
 * same need not be made again, as long as the output still holds what was written then.
 */
export class PageStore {
  readonly #file: string | undefined;
  readonly #kept: ReadonlyMap<string, Kept & { isTrue: boolean }>;
  /** Which output it is about: identity of that. */
  readonly output: string;
  /** What it remembers of the articles, see ChangedArticles. */
  readonly articles: string;
  readonly #new = new Map<string, Kept>();

  /** Without `cacheDirectory` nothing is remembered. */
  constructor(directory: string, cacheDirectory: string | undefined) {
    this.#file =
      cacheDirectory === undefined
        ? undefined
        : path.join(cacheDirectory, `pages-${fingerprint(path.resolve(directory))}.txt`);
    const [pages = '', output = '', sum = '', articles = ''] = textOf(this.#file).split(PARTING);
    this.output = output;
    // What is said of a page is held against the output; this is not.
    this.articles = sum === fingerprint(articles) ? articles : '';
    this.#kept = new Map(
      linesOf(pages).map(([inputs, hash, file]) => [file, { inputs, hash, isTrue: false }] as const),
    );
  }

  /** Whether nothing is remembered: there is no need to ask then. */
  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  /** What the last build made a file from. */
  recall(file: string): Kept | undefined {
    return this.#kept.get(file);
  }

  /** Keeps what was recalled of a file. */
  confirm(file: string): void {
    const kept = this.#kept.get(file);
    if (kept) kept.isTrue = true;
  }

  /** Keeps what was recalled of all files but these. */
  confirmOthers(files: ReadonlySet<string>): void {
    for (const [file, kept] of this.#kept) if (!files.has(file)) kept.isTrue = true;
  }

  remember(file: string, inputs: string, hash: string): void {
    this.#new.set(file, { inputs, hash });
  }

  /** `output` and `articles` as they are now. */
  save(output: string, articles: string): void {
    if (this.#file === undefined) return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      const temporary = `${this.#file}.${process.pid}`;
      const lines: string[] = [];
      for (const [file, { inputs, hash, isTrue }] of this.#kept) if (isTrue) lines.push(`${inputs} ${hash} ${file}`);
      for (const [file, { inputs, hash }] of this.#new) lines.push(`${inputs} ${hash} ${file}`);
      writeFileSync(
        temporary,
        `${lines.join('\n')}${PARTING}${output}${PARTING}${fingerprint(articles)}${PARTING}${articles}`,
      );
      renameSync(temporary, this.#file);
    } catch {
      // The site is in place; not remembering costs time at most.
    }
  }
}

// One file for all, because what is said of the pages is true of these articles.
const PARTING = '\n\n';

function textOf(file: string | undefined): string {
  try {
    return file === undefined ? '' : readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linesOf(text: string): (readonly [inputs: string, hash: string, file: string])[] {
  return text.split('\n').flatMap((line) => {
    const first = line.indexOf(' ');
    const second = line.indexOf(' ', first + 1);
    if (first <= 0 || second <= first + 1 || second + 1 >= line.length) return [];
    return [[line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)] as const];
  });
}

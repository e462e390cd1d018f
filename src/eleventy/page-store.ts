import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
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
  /** Lines of the list, by file. */
  readonly #kept: ReadonlyMap<string, { readonly line: string; isTrue: boolean }>;
  /** Which output it is about: identity of that. */
  readonly output: string;
  /** What it remembers of the articles, see ChangedArticles. */
  readonly articles: string;
  readonly #new = new Map<string, string>();
  #text = '';

  /** Without `cacheDirectory` nothing is remembered. */
  constructor(directory: string, cacheDirectory: string | undefined) {
    this.#file =
      cacheDirectory === undefined
        ? undefined
        : path.join(cacheDirectory, `pages-${fingerprint(path.resolve(directory))}.txt`);
    const [output = '', pages = '', sum = '', articles = ''] = textOf(this.#file).split(PARTING);
    this.output = output;
    // What is said of a page is held against the output; this is not.
    this.articles = sum === sumOf(articles) ? articles : '';
    this.#kept = new Map(linesOf(pages).map(([file, line]) => [file, { line, isTrue: false }] as const));
  }

  /** Whether nothing is remembered: there is no need to ask then. */
  get isEmpty(): boolean {
    return this.#kept.size === 0;
  }

  /** What the last build made a file from. */
  recall(file: string): Kept | undefined {
    const line = this.#kept.get(file)?.line;
    if (line === undefined) return undefined;
    const end = line.indexOf(' ');
    return { inputs: line.slice(0, end), hash: line.slice(end + 1, line.indexOf(' ', end + 1)) };
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
    // Joined, because a template would keep all of what its parts were cut from.
    this.#new.set(file, [inputs, hash, file].join(' '));
  }

  /** Writes down what is kept, and `articles` as they are now: nothing may be remembered afterwards, and it is yet to be saved. */
  seal(articles: string): void {
    if (this.#file === undefined) return;
    const lines: string[] = [];
    for (const { line, isTrue } of this.#kept.values()) if (isTrue) lines.push(line);
    for (const line of this.#new.values()) lines.push(line);
    this.#text = [lines.join('\n'), sumOf(articles), articles].join(PARTING);
  }

  /** Saves what was sealed, of `output` as it is now. */
  save(output: string): void {
    if (this.#file === undefined) return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      const temporary = `${this.#file}.${process.pid}`;
      writeFileSync(temporary, `${output}${PARTING}${this.#text}`);
      renameSync(temporary, this.#file);
    } catch {
      // The site is in place; not remembering costs time at most.
    }
  }
}

// One file for all, because what is said of the pages is true of these articles.
const PARTING = '\n\n';

/** Against damage, of which a checksum is enough. */
const sumOf = (text: string): string => String(crc32(text));

function textOf(file: string | undefined): string {
  try {
    return file === undefined ? '' : readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linesOf(text: string): (readonly [file: string, line: string])[] {
  return text.split('\n').flatMap((line) => {
    const first = line.indexOf(' ');
    const second = line.indexOf(' ', first + 1);
    return first <= 0 || second <= first + 1 || second + 1 >= line.length
      ? []
      : [[line.slice(second + 1), line] as const];
  });
}

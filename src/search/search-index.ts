import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeVersion } from '../content/code-version.ts';
import type { PageContext } from '../pages/page-context.ts';
import { BundleCache } from './bundle-cache.ts';
import { indexBundle } from './index-bundle.ts';
import { planBundles, type SearchBundle } from './search-bundle.ts';

/** A file of the search as it is published. Under a name that holds its hash it never changes. */
export type SearchFile = { readonly address: string } & ({ readonly source: string } | { readonly shared: string });

export interface SearchFiles {
  readonly files: readonly SearchFile[];
  /** Why the site has no search, in plain words. */
  readonly failure?: string;
}

/**
 * The indexes of a site's search, one for each edition and period. The reader's browser merges them. What did not change
 * comes from the cache, and without a change Pagefind is not even started.
 *
 * An article more replaces nearly every chunk of words in its bundle, and its filters and lists: some 60 files with the
 * thousand articles of a year, 13 with the eighty of a month.
 */
export class SearchIndex {
  readonly #editions: readonly (readonly SearchBundle[])[];
  readonly #cache: BundleCache;
  #isWanted: (address: string) => boolean = () => true;
  #files: Promise<SearchFiles> | undefined;

  private constructor(editions: readonly (readonly SearchBundle[])[], cache: BundleCache) {
    this.#editions = editions;
    this.#cache = cache;
  }

  static plan(contexts: readonly PageContext[], cacheDirectory: string): SearchIndex {
    const version = codeVersion(['src/search']);
    return new SearchIndex(
      contexts.map((context) => planBundles(context, version)),
      new BundleCache(path.join(cacheDirectory, 'search')),
    );
  }

  /** The bundles whose address is wanted, and no others. */
  only(isWanted: (address: string) => boolean): SearchIndex {
    const part = new SearchIndex(this.#editions, this.#cache);
    part.#isWanted = isWanted;
    return part;
  }

  /**
   * Every file of the search; indexes what the cache lacks, one bundle after the other, and two at once as soon as the
   * machine is `idle` and has the memory for it. Never rejects because Pagefind cannot run.
   */
  files(idle: Promise<void> = Promise.resolve()): Promise<SearchFiles> {
    this.#files ??= this.#make(idle);
    return this.#files;
  }

  /** The file at an address, for the preview. */
  async read(address: string): Promise<Buffer | undefined> {
    const { files } = await this.files();
    const file = files.find((candidate) => candidate.address === address);
    return file && readFile('shared' in file ? file.shared : file.source);
  }

  async #make(idle: Promise<void>): Promise<SearchFiles> {
    const bundles = this.#editions.flat().filter(({ address }) => this.#isWanted(address));
    const known = new Map(bundles.map((bundle) => [bundle, this.#cache.recall(bundle.key)]));
    const missing = bundles.filter((bundle) => known.get(bundle) === undefined);
    const waiting = [...missing];
    const work = async (): Promise<void> => {
      for (let bundle = waiting.shift(); bundle; bundle = waiting.shift())
        known.set(bundle, await indexBundle(bundle, this.#cache.directory));
    };
    try {
      // Pagefind uses one core.
      await Promise.all([work(), idle.then(() => (hasRoomFor(waiting) ? work() : undefined))]);
    } catch (error) {
      waiting.length = 0;
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      return { files: [], failure: reason ?? 'Pagefind failed' };
    }
    if (missing.length > 0) await this.#cache.prune(new Set(this.#editions.flat().map(({ key }) => key)));
    return {
      files: this.#editions.flatMap((edition) =>
        edition.flatMap((bundle, i) =>
          (known.get(bundle) ?? [])
            .filter((name) => i === 0 || !isCore(name))
            .map((name) => this.#fileOf(bundle, name)),
        ),
      ),
    };
  }

  #fileOf({ address, key }: SearchBundle, name: string): SearchFile {
    const file = this.#cache.pathOf(key, name);
    return name.includes('.pf_')
      ? { address: `${address}${name}`, shared: file }
      : { address: `${address}${name}`, source: file };
  }
}

// What Pagefind takes for each article that it indexes: measured with ten thousand of 900 words.
const BYTES_A_RECORD = 180_000;

/** Whether the largest of these bundles can be indexed besides what is under way. */
function hasRoomFor(waiting: readonly SearchBundle[]): boolean {
  const most = Math.max(0, ...waiting.map(({ size }) => size));
  return process.availableMemory() > 2 * most * BYTES_A_RECORD;
}

/** Code, which the browser loads once: from the oldest bundle of the edition, which hardly ever changes. */
function isCore(name: string): boolean {
  return name.endsWith('.js') || name.startsWith('wasm.');
}

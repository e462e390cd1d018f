import { copyFileSync, existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { forEachAtEase } from '../concurrency/for-each-at-ease.ts';
import { MachineFile } from '../metadata/machine-file.ts';
import { SEARCH_FILES } from '../pages/addresses.ts';
import type { Reach } from '../pages/reach.ts';
import { outputFile } from '../pages/site-path.ts';
import { ChangedArticles } from './changed-articles.ts';
import { makeSite } from './make-site.ts';
import type { MakerThread } from './maker-thread.ts';
import { manifestName } from './manifest.ts';
import { OutputDirectory } from './output-directory.ts';
import { PageInputs } from './page-inputs.ts';
import { PageStore } from './page-store.ts';
import type { PreparedSite, SitePage } from './prepare-site.ts';
import { partOf, type Shard } from './shard.ts';
import type { SiteFile } from './site-file.ts';
import { hashOf } from './site-maker.ts';

export interface Written {
  readonly pages: number;
  readonly files: number;
  /** Every file that the output holds, lists included. */
  readonly names: readonly string[];
  /** Pages that had to be made; the others were carried over from the last build. */
  readonly rendered: number;
  /** Files whose bytes are not those of the last build, removed ones included. */
  readonly changed: number;
  /** Why the site has no search, when it has none. */
  readonly searchFailure?: string | undefined;
}

export interface WriteOptions {
  /** The part that is written; all without. */
  readonly shard?: Shard | undefined;
  /** How many pages and files make it worth starting another thread. */
  readonly threadsFrom?: number;
  /** The directory, where it was opened early. */
  readonly opened?: Promise<OutputDirectory> | undefined;
  /** One to make pages on, where it was started early. */
  readonly thread?: MakerThread | undefined;
}

/**
 * Writes a site into its output directory, whole or not at all. What is there already and would come out the same is
 * carried over. Without `cache` (a directory) every page is made anew. With `shard` only that part is written.
 * @throws ForeignOutputError when the directory holds what no build wrote; whatever Eleventy or the disk throws.
 */
export async function writeSite(
  whole: PreparedSite,
  directory: string,
  cache?: string,
  { shard, threadsFrom, opened, thread }: WriteOptions = {},
): Promise<Written> {
  const site = shard ? partOf(whole, shard) : whole;
  // Reading an archive may have taken half a minute since.
  const output = await ((await opened)?.asItIs() ?? OutputDirectory.open(directory, { spare: cache !== undefined }));
  try {
    // Pagefind is a process of its own: it indexes while this one finds out what is stale, and uses all cores afterwards.
    const { promise: idle, resolve: rest } = Promise.withResolvers<void>();
    const searching = site.search.files(idle);
    searching.catch(() => undefined);
    const store = new PageStore(directory, cache);
    const inputs = new PageInputs(site.pages);
    const articles = new ChangedArticles(site, inputs, store.articles);
    const stale = await findStale(site, inputs, output, store, articles);
    const copied = new Set(stale.copied.map(nameOf));
    output.begin((file) => copied.has(file) || isOfSearch(file));
    const onMade = (file: string, hash: string, from: string): void => {
      output.enter(file, hash);
      store.remember(file, from, hash);
    };
    const making = { staging: output.staging, inputs, jobs: site.jobs, thread, threadsFrom };
    // Pictures are made on threads of their own, so they go on while pages are rendered.
    const [search] = await Promise.all([
      searching,
      // Where nothing is copied, all pictures are those of the last build.
      ...(stale.copied.length > 0 ? [site.share.makeAll()] : []),
      makeSite(stale.pages, stale.files, making, onMade)
        .finally(rest)
        .then(() => store.seal(articles.text)),
      ...(stale.pages.length + stale.files.length > 0 ? [output.linkCarried()] : []),
    ]);
    for (const file of [...stale.copied, ...search.files]) await place(file, site, output);
    const changed = await output.commit(manifestName(shard));
    store.save(output.identity);
    const names = Array.from(output.files(), ([file]) => file);
    return {
      pages: site.pages.length,
      files: names.length,
      names: [...names, manifestName(shard)],
      rendered: stale.pages.length,
      changed,
      searchFailure: search.failure,
    };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

interface Stale {
  readonly pages: readonly SitePage[];
  readonly files: readonly MachineFile[];
  /** Files that are only put in their place. */
  readonly copied: readonly SiteFile[];
}

/** What has to be made because what it depends on is new; the rest is carried over. */
async function findStale(
  site: PreparedSite,
  inputs: PageInputs,
  output: OutputDirectory,
  store: PageStore,
  articles: ChangedArticles,
): Promise<Stale> {
  const isCarried = (file: string, reach: Reach | undefined, inputsNow: () => string): boolean => {
    // What a page is made from takes time to tell, and is told again when it is made.
    if (store.isEmpty || output.isEmpty) return false;
    const kept = store.recall(file);
    if (!kept || !(articles.leave(reach) || kept.inputs === inputsNow())) return false;
    if (!output.carryOver(file, kept.hash)) return false;
    store.confirm(file);
    return true;
  };
  // Nothing has changed but texts since that very output was written.
  if (articles.areSame && output.isStill(store.output) && !store.isEmpty) {
    const pages = site.pages.filter(
      (page) => !articles.leave(page.reach) && !isCarried(outputFile(page.path), undefined, () => inputs.ofPage(page)),
    );
    const files = site.bulk.filter((file) => !articles.leave(file.reach));
    const stale = new Set([...pages.map((page) => outputFile(page.path)), ...files.map(nameOf)]);
    output.carryOthers((file) => !stale.has(file) && !isOfSearch(file));
    store.confirmOthers(stale);
    return { pages, files, copied: [] };
  }
  const pages: SitePage[] = [];
  await forEachAtEase(site.pages, (page) => {
    if (!isCarried(outputFile(page.path), page.reach, () => inputs.ofPage(page))) pages.push(page);
  });
  const files: MachineFile[] = [];
  const copied: SiteFile[] = [];
  await forEachAtEase(site.files, (file) => {
    if (!(file instanceof MachineFile) || !file.inputs) copied.push(file);
    else if (!isCarried(nameOf(file), file.reach, () => inputs.ofFile(file))) files.push(file);
  });
  return { pages, files, copied };
}

/** Of the search nobody knows what it will be until it is indexed. */
const isOfSearch = (file: string): boolean => `/${file}`.startsWith(SEARCH_FILES);

const nameOf = ({ address }: SiteFile): string => address.slice(1);

async function place(file: SiteFile, site: PreparedSite, output: OutputDirectory): Promise<void> {
  const name = nameOf(file);
  if ('shared' in file) {
    // Named by its content, so what stands under this name is right.
    if (output.carryOver(name)) return;
    // A shard converts the pictures that fall to it and no others.
    if (!existsSync(file.shared)) await site.pictures.convertOnRequest(file.address);
    const target = output.make(name);
    try {
      // It never changes under its name, so the cache and the site can share one file.
      linkSync(file.shared, target);
    } catch {
      copyFileSync(file.shared, target);
    }
    output.enter(name, hashOf(readFileSync(target)));
    return;
  }
  const bytes = 'bytes' in file ? file.bytes : readFileSync(file.source);
  const written = hashOf(bytes);
  if (output.carryOver(name, written)) return;
  writeFileSync(output.make(name), bytes);
  output.enter(name, written);
}

import { copyFileSync, existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { forEachAtEase } from '../concurrency/for-each-at-ease.ts';
import { CODE_OF_PAGES, codeVersion } from '../content/code-version.ts';
import { MachineFile } from '../metadata/machine-file.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { outputFile } from '../pages/site-path.ts';
import type { SiteView } from '../pages/site-view.ts';
import { makeSite } from './make-site.ts';
import { manifestName } from './manifest.ts';
import { OutputDirectory } from './output-directory.ts';
import { PageStore } from './page-store.ts';
import type { PreparedSite, SitePage } from './prepare-site.ts';
import { partOf, type Shard } from './shard.ts';
import type { SiteFile } from './site-file.ts';
import { hashOf, type Made } from './site-maker.ts';

export interface Written {
  readonly pages: number;
  readonly files: number;
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
  { shard, threadsFrom }: WriteOptions = {},
): Promise<Written> {
  const site = shard ? partOf(whole, shard) : whole;
  const output = await OutputDirectory.open(directory);
  try {
    // Pagefind is a process of its own: it indexes while this one finds out what is stale.
    const searching = site.search.files();
    searching.catch(() => undefined);
    const store = new PageStore(directory, cache);
    const keys = keysOf(site);
    const stale = await stalePages(site, keys, output, store);
    const { made: machine, copied } = await staleFiles(site, keys, output, store);
    const inputs = new Map([...stale, ...machine].map((one) => [one.file, one.inputs]));
    const onMade = (made: Made): void => {
      for (const [file, written] of made) {
        output.written.set(file, written);
        store.remember(file, inputs.get(file) ?? '', written);
      }
    };
    const threads = { staging: output.staging, jobs: site.jobs, site: site.portable, threadsFrom };
    // Pictures are made on threads of their own, so they go on while pages are rendered.
    const [search] = await Promise.all([
      searching,
      site.share.makeAll(),
      makeSite(
        stale.map(({ page }) => page),
        machine.map(({ made }) => made),
        threads,
        onMade,
      ),
      ...(stale.length + machine.length > 0 ? [output.linkCarried()] : []),
    ]);
    for (const file of [...copied, ...search.files]) await place(file, site, output);
    const changed = await output.commit(manifestName(shard));
    store.save();
    return {
      pages: site.pages.length,
      files: output.written.size,
      rendered: stale.length,
      changed,
      searchFailure: search.failure,
    };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

interface Stale {
  readonly page: SitePage;
  readonly file: string;
  readonly inputs: string;
}

/** What every page of an edition depends on besides its own inputs: the code, and what its site view shows. */
interface Keys {
  readonly bySite: ReadonlyMap<SiteView, string>;
  readonly all: string;
}

function keysOf(site: PreparedSite): Keys {
  const version = codeVersion(CODE_OF_PAGES);
  const bySite = new Map(
    [...new Set(site.pages.map((page) => page.site))].map((view) => [view, fingerprint([version, view])]),
  );
  return { bySite, all: fingerprint([version, [...bySite.values()]]) };
}

/** The pages that have to be made because what they depend on is new; the others are carried over. */
async function stalePages(
  site: PreparedSite,
  keys: Keys,
  output: OutputDirectory,
  store: PageStore,
): Promise<readonly Stale[]> {
  const stale: Stale[] = [];
  await forEachAtEase(site.pages, (page) => {
    const file = outputFile(page.path);
    const inputs = fingerprint([keys.bySite.get(page.site), page.layout, page.inputs ? page.inputs() : page.view()]);
    if (!carried(file, inputs, output, store)) stale.push({ page, file, inputs });
  });
  return stale;
}

function carried(file: string, inputs: string, output: OutputDirectory, store: PageStore): boolean {
  const known = store.recall(file, inputs);
  if (known === undefined || !output.carryOver(file, known)) return false;
  store.remember(file, inputs, known);
  return true;
}

interface StaleFile {
  readonly made: MachineFile;
  readonly file: string;
  readonly inputs: string;
}

/** The files that have to be made because what they depend on is new, and those that are only put in their place. */
async function staleFiles(
  site: PreparedSite,
  keys: Keys,
  output: OutputDirectory,
  store: PageStore,
): Promise<{ readonly made: readonly StaleFile[]; readonly copied: readonly SiteFile[] }> {
  const made: StaleFile[] = [];
  const copied: SiteFile[] = [];
  await forEachAtEase(site.files, (file) => {
    if (!(file instanceof MachineFile) || !file.inputs) {
      copied.push(file);
      return;
    }
    const name = file.address.slice(1);
    const inputs = fingerprint([keys.all, file.inputs()]);
    if (!carried(name, inputs, output, store)) made.push({ made: file, file: name, inputs });
  });
  return { made, copied };
}

async function place(file: SiteFile, site: PreparedSite, output: OutputDirectory): Promise<void> {
  const name = file.address.slice(1);
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
    output.written.set(name, hashOf(readFileSync(target)));
    return;
  }
  const bytes = 'bytes' in file ? file.bytes : readFileSync(file.source);
  const written = hashOf(bytes);
  if (output.carryOver(name, written)) return;
  writeFileSync(output.make(name), bytes);
  output.written.set(name, written);
}

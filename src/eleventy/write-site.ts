import { hash } from 'node:crypto';
import { copyFileSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeVersion } from '../content/code-version.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { outputFile } from '../pages/site-path.ts';
import type { SiteView } from '../pages/views.ts';
import { setCurrentRendering } from './current-site.ts';
import { OutputDirectory } from './output-directory.ts';
import { PageStore } from './page-store.ts';
import type { PreparedSite, SitePage } from './prepare-site.ts';
import type { SiteFile } from './site-file.ts';

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

/**
 * Writes a site into its output directory, whole or not at all. What is there already and would come out the same is
 * carried over. Without `cache` (a directory) every page is made anew.
 * @throws ForeignOutputError when the directory holds what no build wrote; whatever Eleventy or the disk throws.
 */
export async function writeSite(site: PreparedSite, directory: string, cache?: string): Promise<Written> {
  const output = await OutputDirectory.open(directory);
  try {
    const store = new PageStore(directory, cache);
    const keys = keysOf(site);
    const stale = carryOver(site, keys, output, store);
    // Pagefind is a process of its own and pictures are made on threads, so both go on while pages are rendered.
    const [search] = await Promise.all([
      site.search.files(),
      site.share.makeAll(),
      stale.length > 0 && render(stale, output, store),
    ]);
    for (const file of [...site.files, ...search.files]) place(file, keys, output, store);
    const changed = await output.commit();
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

// Eleventy holds every page of a run until its end, so memory is bounded by many runs.
const RUN = 1500;

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
  const version = codeVersion(['src', 'layouts']);
  const bySite = new Map(
    [...new Set(site.pages.map((page) => page.site))].map((view) => [view, fingerprint([version, view])]),
  );
  return { bySite, all: fingerprint([version, [...bySite.values()]]) };
}

function carryOver(site: PreparedSite, keys: Keys, output: OutputDirectory, store: PageStore): readonly Stale[] {
  return site.pages.flatMap((page) => {
    const file = outputFile(page.path);
    const inputs = fingerprint([keys.bySite.get(page.site), page.layout, page.inputs ? page.inputs() : page.view()]);
    return carried(file, inputs, output, store) ? [] : [{ page, file, inputs }];
  });
}

function carried(file: string, inputs: string, output: OutputDirectory, store: PageStore): boolean {
  const known = store.recall(file, inputs);
  if (known === undefined || !output.carryOver(file, known)) return false;
  store.remember(file, inputs, known);
  return true;
}

async function render(stale: readonly Stale[], output: OutputDirectory, store: PageStore): Promise<void> {
  const inputs = new Map(stale.map((one) => [one.file, one.inputs]));
  const onPage = (absolute: string, content: string): void => {
    const file = path.relative(output.staging, path.resolve(absolute)).replaceAll(path.sep, '/');
    const written = hashOf(content);
    output.written.set(file, written);
    store.remember(file, inputs.get(file) ?? '', written);
  };
  try {
    // Loaded only when there is something to render: its start is most of a build in which nothing changed.
    const { default: Eleventy } = await import('@11ty/eleventy');
    const eleventy = new Eleventy('layouts', path.relative('.', output.staging), {
      configPath: '.eleventy.ts',
      quietMode: true,
      source: 'script',
    });
    // Its own log would tell of a folder that is about to get another name; faults are thrown all the same.
    eleventy.disableLogger();
    for (let i = 0; i < stale.length; i += RUN) {
      setCurrentRendering({ pages: stale.slice(i, i + RUN).map(({ page }) => page), onPage });
      // Eleventy keeps global data from one run to the next; what there is to render is new each time.
      eleventy.templateData?.clearData();
      await eleventy.write();
    }
  } finally {
    setCurrentRendering(undefined);
  }
}

function place(file: SiteFile, keys: Keys, output: OutputDirectory, store: PageStore): void {
  const name = file.address.slice(1);
  const inputs = 'inputs' in file && file.inputs ? fingerprint([keys.all, file.inputs()]) : undefined;
  if (inputs !== undefined && carried(name, inputs, output, store)) return;
  if ('shared' in file) {
    // Named by its content, so what stands under this name is right.
    if (output.carryOver(name)) return;
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
  if (inputs !== undefined) store.remember(name, inputs, written);
  if (output.carryOver(name, written)) return;
  writeFileSync(output.make(name), bytes);
  output.written.set(name, written);
}

function hashOf(content: string | Buffer): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

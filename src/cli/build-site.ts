import path from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import type { BuildReport } from '../eleventy/last-build.ts';
import type { MakerThread } from '../eleventy/maker-thread.ts';
import type { OutputDirectory } from '../eleventy/output-directory.ts';
import { type PreparedSite, prepareSite } from '../eleventy/prepare-site.ts';
import type { Shard } from '../eleventy/shard.ts';
import { writeSite } from '../eleventy/write-site.ts';
import { pruneImages } from '../images/prune-images.ts';
import { nextDue } from '../metadata/build-file.ts';
import { holdsUntil } from '../metadata/holds-until.ts';
import type { SiteArguments } from './options.ts';
import { CACHE } from './places.ts';
import { reportContent } from './print-report.ts';
import { siteOptions } from './site-options.ts';

export interface BuiltSite {
  readonly report: BuildReport;
  readonly rendered: number;
  readonly changed: number;
  readonly names: readonly string[];
  readonly searchFailed: boolean;
  readonly ledger: { readonly text: string; readonly changed: boolean };
  /** See holdsUntil. */
  readonly until: number;
}

export interface BuildOptions {
  /** The part to build; all without. */
  readonly shard?: Shard | undefined;
  /** The output directory, where it was opened early. */
  readonly opened?: Promise<OutputDirectory> | undefined;
  /** One to make pages on. */
  readonly thread?: MakerThread | undefined;
  /** Identities of the files of the content, just taken. */
  readonly identities?: ReadonlyMap<string, string> | undefined;
}

/** Builds a site, or a part of it; undefined when the content has errors, which are printed then. */
export async function buildSite(
  site: SiteArguments,
  { shard, opened, thread, identities }: BuildOptions,
): Promise<BuiltSite | undefined> {
  const options = siteOptions(site, 'build', identities);
  const cache = site.cache ? CACHE : undefined;
  const { site: ready, diagnostics } = await prepareSite({ ...options, ...(shard ? { shard } : {}) });
  if (!ready || hasErrors(diagnostics)) {
    process.stderr.write(reportContent(diagnostics, site.content, 'text', process.stderr));
    process.stderr.write('Nothing was built: the site that was there is untouched.\n');
    return undefined;
  }
  const written = await writeSite(ready, site.output, cache, { shard, opened, thread });
  if (written.searchFailure !== undefined)
    process.stderr.write(`The site has no search: ${written.searchFailure}. Everything else is as it should be.\n`);
  if (cache !== undefined) await prune(ready, site.content);
  const { pages, files, rendered, changed, names } = written;
  const { publication, ledger } = ready;
  const next = nextDue(publication)?.iso;
  return {
    report: { articles: publication.entries.size, pages, files, diagnostics, ...(next === undefined ? {} : { next }) },
    rendered,
    changed,
    names,
    searchFailed: written.searchFailure !== undefined,
    ledger,
    // What git knows of an article changes without its file.
    until: publication.site.history ? Number.NEGATIVE_INFINITY : holdsUntil(publication),
  };
}

/** A cache that cannot be tidied is no reason to fail. */
async function prune(site: PreparedSite, content: string): Promise<void> {
  const used = (): readonly string[] =>
    site.files.flatMap((file) => ('shared' in file ? [path.resolve(file.shared)] : []));
  const cacheDirectory = path.resolve(CACHE, 'images');
  await pruneImages({ cacheDirectory, site: path.resolve(content), used, now: Date.now() }).catch(() => 0);
}

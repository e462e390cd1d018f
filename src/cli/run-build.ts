import path from 'node:path';
import { LEDGER_FILE } from '../content/load-ledger.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { type PreparedSite, prepareSite } from '../eleventy/prepare-site.ts';
import type { Shard } from '../eleventy/shard.ts';
import { writeSite } from '../eleventy/write-site.ts';
import { pruneImages } from '../images/prune-images.ts';
import { writeWholeFile } from '../images/write-whole-file.ts';
import { nextDue } from '../metadata/build-file.ts';
import type { ExitStatus } from './main.ts';
import { parse, SITE_OPTIONS, siteArguments, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';
import { CACHE, siteOptions } from './site-options.ts';

/** See the usage of `npm run build`. */
export async function runBuild(args: readonly string[]): Promise<ExitStatus> {
  const began = performance.now();
  const { values } = parse(args, { ...SITE_OPTIONS, 'no-ledger': { type: 'boolean' }, shard: { type: 'string' } });
  const shard = values.shard === undefined ? undefined : parseShard(values.shard);
  const site = siteArguments(values);
  const prepared = await prepareSite({ ...siteOptions(site, 'build'), ...(shard ? { shard } : {}) });
  if (prepared.diagnostics.length > 0)
    process.stderr.write(reportContent(prepared.diagnostics, site.content, 'text', process.stderr));
  if (!prepared.site || hasErrors(prepared.diagnostics)) {
    process.stderr.write('Nothing was built: the site that was there is untouched.\n');
    return 1;
  }
  const written = await writeSite(prepared.site, site.output, site.cache ? CACHE : undefined, { shard });
  if (written.searchFailure !== undefined)
    process.stderr.write(`The site has no search: ${written.searchFailure}. Everything else is as it should be.\n`);
  if (site.cache) await prune(prepared.site, site.content);
  const articles = prepared.site.publication.entries.size;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${shard ? `Part ${shard.number} of ${shard.of}: built` : 'Built'} ${articles} articles into ${written.pages} pages, ${written.files} files in all; ${written.rendered} pages rendered, ${written.changed} files changed, in ${seconds} s: ${site.output}\n`,
  );
  const next = nextDue(prepared.site.publication);
  if (next) process.stdout.write(`Build again at ${next.iso}: what is scheduled next begins or ends then.\n`);
  if (!site.ledger || values['no-ledger'] || (shard && shard.number > 1) || !prepared.site.ledger.changed) return 0;
  return keepLedger(path.join(site.content, LEDGER_FILE), prepared.site.ledger.text);
}

/** A cache that cannot be tidied is no reason to fail. */
async function prune({ files }: PreparedSite, content: string): Promise<void> {
  const used = files.flatMap((file) => ('shared' in file ? [path.resolve(file.shared)] : []));
  const cacheDirectory = path.resolve(CACHE, 'images');
  await pruneImages({ cacheDirectory, site: path.resolve(content), used, now: Date.now() }).catch(() => 0);
}

/** @throws UsageError */
function parseShard(written: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(written) ?? []).map(Number);
  if (number < 1 || number > of)
    throw new UsageError(`--shard is a part and a number of parts, such as 2/4: ${written}`);
  return { number, of };
}

async function keepLedger(file: string, text: string): Promise<ExitStatus> {
  try {
    await writeWholeFile(file, text);
    process.stdout.write(`${file} names what is new: commit it with the content.\n`);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Content may be read-only where a site is only built; the site itself is as it should be.
    process.stderr.write(`The site is published, but its addresses could not be kept in ${file}: ${reason}\n`);
    return 0;
  }
}

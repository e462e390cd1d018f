import path from 'node:path';
import { LEDGER_FILE } from '../content/load-ledger.ts';
import { type BuildReport, LastBuild } from '../eleventy/last-build.ts';
import { OutputDirectory } from '../eleventy/output-directory.ts';
import type { Shard } from '../eleventy/shard.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { ExitStatus } from './main.ts';
import { parse, SITE_OPTIONS, siteArguments, UsageError } from './options.ts';
import { ASSETS, CACHE } from './places.ts';
import { reportContent } from './print-report.ts';

/** See the usage of `npm run build`. */
export async function runBuild(args: readonly string[]): Promise<ExitStatus> {
  const began = performance.now();
  const { values } = parse(args, { ...SITE_OPTIONS, 'no-ledger': { type: 'boolean' }, shard: { type: 'string' } });
  const shard = values.shard === undefined ? undefined : parseShard(values.shard);
  const site = siteArguments(values);
  const ledger = site.ledger && !values['no-ledger'] && (shard === undefined || shard.number === 1);
  const last = site.cache && !shard ? new LastBuild({ ...site, assets: ASSETS, cache: CACHE, ledger }) : undefined;
  const known = last?.recall(site.now);
  if (known) {
    say(known, { rendered: 0, changed: 0 }, { began, ...site });
    return 0;
  }
  // Loaded only now: a build in which nothing has changed is over before all of it would be read. What threads can do
  // meanwhile they begin with.
  const { MakerThread } = await import('../eleventy/maker-thread.ts');
  const thread = site.jobs > 1 ? new MakerThread() : undefined;
  const opened = OutputDirectory.open(site.output, { spare: site.cache });
  // What is wrong with the content is told first.
  opened.catch(() => undefined);
  // Whatever goes wrong from here on, a thread that waits for work would keep the command from ending.
  const built = await import('./build-site.ts')
    .then(({ buildSite }) => buildSite(site, { shard, opened, thread, identities: last?.identities }))
    .finally(() => thread?.stop());
  if (!built) return 1;
  say(built.report, built, { began, ...site, shard });
  if (ledger && built.ledger.changed) return keepLedger(path.join(site.content, LEDGER_FILE), built.ledger.text);
  if (!built.searchFailed) await last?.remember(built.report, site.now, built.until, built.names);
  return 0;
}

function say(
  { articles, pages, files, next, diagnostics }: BuildReport,
  { rendered, changed }: { readonly rendered: number; readonly changed: number },
  about: {
    readonly began: number;
    readonly content: string;
    readonly output: string;
    readonly shard?: Shard | undefined;
  },
): void {
  const { began, content, output, shard } = about;
  if (diagnostics.length > 0) process.stderr.write(reportContent(diagnostics, content, 'text', process.stderr));
  const built = shard ? `Part ${shard.number} of ${shard.of}: built` : 'Built';
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${built} ${articles} articles into ${pages} pages, ${files} files in all; ${rendered} pages rendered, ${changed} files changed, in ${seconds} s: ${output}\n`,
  );
  if (next !== undefined) process.stdout.write(`Build again at ${next}: what is scheduled next is due then.\n`);
}

/** @throws UsageError */
function parseShard(written: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(written) ?? []).map(Number);
  if (of === 0) throw new UsageError(`--shard is a part and a number of parts, such as 2/4: ${written}`);
  if (number < 1 || number > of)
    throw new UsageError(`--shard ${written}: the parts of ${of} are 1/${of} to ${of}/${of}`);
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

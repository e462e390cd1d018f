import { parseArgs } from 'node:util';
import { CHROMIUM } from '../browser/chromium.ts';
import { ATTACKS } from './attacks.ts';
import { GROWTH_TARGETS } from './growth-targets.ts';
import { lookAt } from './in-browser.ts';
import { renderCorpus } from './known-attacks.ts';
import { runRounds } from './run-rounds.ts';
import { faultsOfSite } from './site-faults.ts';
import { SITE_TARGETS } from './site-targets.ts';
import { TEXT_TARGETS } from './text-targets.ts';

const HELP = `npm run fuzz -- [options]

Feeds what hurts to everything that reads: known attacks in every field of a site, then random ones, for as long as it is told to.

  --minutes N   how long (5); hours are minutes, too
  --seed N      begins with this seed, to repeat a run; printed when it is left out
  --only TEXT   only targets whose name holds this
`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h' },
  },
});
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
if (values.help || !(minutes > 0) || !Number.isInteger(seed)) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const targets = [...TEXT_TARGETS, ...GROWTH_TARGETS, ...SITE_TARGETS].filter(({ name }) => name.includes(values.only));
process.stdout.write(
  `Seed ${seed}; ${minutes} minutes for ${targets.length} targets; ${ATTACKS.length} known attacks.\n`,
);
const end = performance.now() + minutes * 60_000;
const corpus = 'corpus'.includes(values.only) ? await tryCorpus() : [];
for (const fault of corpus.slice(0, 40)) process.stdout.write(`corpus: ${fault}\n`);

/** Every known attack in every field, by a parser and, a part of the pages, by a browser. */
async function tryCorpus(): Promise<readonly string[]> {
  const { rendered, placed } = await renderCorpus();
  const places = Object.values(placed).reduce((sum, count) => sum + count, 0);
  const files = rendered.pages.size + rendered.machines.size;
  process.stdout.write(`corpus: ${places} places filled, ${files} files read by a parser.\n`);
  const faults = faultsOfSite(rendered);
  if (CHROMIUM === undefined) {
    process.stdout.write('corpus: there is no Chromium here, so no page was opened in it.\n');
    return faults;
  }
  // A part of them or, in a run of an hour, all.
  const share = minutes < 60 ? 8 : 1;
  const addresses = [...rendered.pages.keys()].map((file) => file.replace(/index\.html$/, ''));
  const looked = await lookAt(
    rendered,
    addresses.filter((_, i) => i % share === 0),
  );
  process.stdout.write(`corpus: ${looked.pages} pages opened in Chromium.\n`);
  return [...faults, ...looked.faults];
}

const tally = await runRounds({
  targets,
  seed,
  goOn: () => performance.now() < end,
  onFailure: (name, failure) => process.stdout.write(`\n${name}, ${failure}\n\n`),
});
for (const { name, tried, time, failures } of tally)
  process.stdout.write(
    `${name.padEnd(38)} ${String(tried).padStart(9)} in ${(time / 1000).toFixed(0).padStart(5)} s${failures.length > 0 ? `, ${failures.length} failed` : ''}\n`,
  );
const failed = tally.reduce((sum, { failures }) => sum + failures.length, corpus.length);
const tried = tally.reduce((sum, own) => sum + own.tried, 0);
process.stdout.write(
  `${tried} inputs, ${failed} failures; at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory.\n`,
);
process.exitCode = failed > 0 ? 1 : 0;

import { parseArgs } from 'node:util';
import { ATTACKS } from './attacks.ts';
import { GROWTH_TARGETS } from './growth-targets.ts';
import { faultsOfCorpus } from './known-attacks.ts';
import { runRounds } from './run-rounds.ts';
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
const corpus = 'corpus'.includes(values.only) ? await faultsOfCorpus() : [];
for (const fault of corpus.slice(0, 40)) process.stdout.write(`corpus: ${fault}\n`);
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

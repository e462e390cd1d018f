import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { SmallSite } from '../small-site.ts';
import { flipCache } from './flip-cache.ts';
import { killBuilds } from './kill-builds.ts';

const HELP = `npm run faults -- [options]

Builds a small site again and again, kills each build at a random moment, and looks at what is there.
With --cache it damages each range of bytes of the cache instead, one after the other, builds with it,
and compares with a build without a cache.

  --times N   how often (200)
  --seed N    the same moments again; printed when it is left out
  --cache     damage the cache
  --step N    bytes in a range (4096)
`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string' },
    cache: { type: 'boolean' },
    step: { type: 'string', default: '4096' },
    help: { type: 'boolean', short: 'h' },
  },
});
const times = Number(values.times);
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const step = Number(values.step);
const isCount = (number: number): boolean => Number.isInteger(number) && number > 0;
if (values.help || !isCount(times) || !isCount(step) || !Number.isInteger(seed)) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const site = await SmallSite.keep({});
try {
  process.exitCode = (await (values.cache ? damageCache() : killAtRandom())) ? 1 : 0;
} finally {
  await rm(site.folder, { recursive: true, force: true });
}

/** Whether there were faults. */
async function killAtRandom(): Promise<boolean> {
  const moments = fc.sample(fc.double({ min: 0, max: 1.05, noNaN: true }), { numRuns: times, seed });
  process.stdout.write(`Seed ${seed}: ${times} builds, each killed at a random moment.\n`);
  const began = performance.now();
  const { killed, faults } = await killBuilds(site, {
    times,
    // Half of them in the last quarter of a build, where the site is put in place.
    moment: (i) => (i % 2 === 0 ? (moments[i] ?? 0) : 0.75 + (moments[i] ?? 0) / 4),
    onKill: (done, so) => {
      if (done % 20 === 0) process.stdout.write(`${done} builds, ${so} killed at work.\n`);
    },
  });
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  const minutes = Math.round((performance.now() - began) / 60_000);
  process.stdout.write(`${times} builds, ${killed} killed at work, ${faults.length} faults, in ${minutes} minutes.\n`);
  return faults.length > 0;
}

/** Whether there were faults. */
async function damageCache(): Promise<boolean> {
  const began = performance.now();
  const { files, ranges, faults } = await flipCache(site, {
    step,
    onRange: (done, of) => {
      if (done % 20 === 0) process.stdout.write(`${done} of ${of} ranges.\n`);
    },
  });
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `${ranges} ranges of ${step} bytes in ${files.length} files, each damaged in 2 ways, ${faults.length} faults, in ${seconds} seconds.\n`,
  );
  return faults.length > 0;
}

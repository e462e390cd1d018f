import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { SmallSite } from '../small-site.ts';
import { killBuilds } from './kill-builds.ts';

const HELP = `npm run faults -- [options]

Builds a small site again and again, kills each build at a random moment, and looks at what is there.

  --times N   how often (200)
  --seed N    the same moments again; printed when it is left out
`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const times = Number(values.times);
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
if (values.help || !(Number.isInteger(times) && times > 0) || !Number.isInteger(seed)) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const moments = fc.sample(fc.double({ min: 0, max: 1.05, noNaN: true }), { numRuns: times, seed });
const site = await SmallSite.keep({});
try {
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
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await rm(site.folder, { recursive: true, force: true });
}

import { expect, test } from 'vitest';
import { SmallSite } from '../small-site.ts';
import { killBuilds } from './kill-builds.ts';

// `npm run faults` does it two hundred times.
const TIMES = 10;

test(`a build killed at any of ${TIMES} moments leaves a whole site, the old one or the new one`, async () => {
  const site = await SmallSite.write({});
  // Towards the end, where the site is put in place, the moments stand closer.
  const { killed, faults } = await killBuilds(site, {
    times: TIMES,
    moment: (i) => 0.2 + 0.8 * Math.sqrt((i + 0.5) / TIMES),
  });
  expect(faults).toEqual([]);
  expect(killed).toBeGreaterThan(0);
}, 120_000);

import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import { MakerThread } from '../../src/eleventy/maker-thread.ts';
import type { Shard } from '../../src/eleventy/shard.ts';
import { IncompleteShardsError, uniteShards } from '../../src/eleventy/unite-shards.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { readTree, SmallSite } from '../small-site.ts';
import { filesOf, randomSite, SEED } from './random-site.ts';

test('the parts that several machines build unite by copying into the site that one builds', async () => {
  await fc.assert(
    fc.asyncProperty(randomSite, fc.integer({ min: 1, max: 4 }), async (random, of) => {
      const site = await SmallSite.write(filesOf(random));
      const whole = await site.build();
      const united = path.join(site.folder, 'united');
      let files = 0;
      for (let number = 1; number <= of; number++) files += await buildPart(site, { number, of }, united);
      expect(await uniteShards(united)).toBe(files);
      expect(await readTree(united)).toEqual(whole);
    }),
    { numRuns: 4, seed: SEED },
  );
}, 60_000);

test('a part that is missing is named, and nothing is changed', async () => {
  const site = await SmallSite.write(filesOf(fc.sample(randomSite, { numRuns: 1, seed: SEED })[0] as never));
  const united = path.join(site.folder, 'united');
  for (const number of [1, 3]) await buildPart(site, { number, of: 3 }, united);
  const before = await readTree(united);
  await expect(uniteShards(united)).rejects.toThrow(/lacks part 2 of 3/);
  await buildPart(site, { number: 2, of: 3 }, united);
  await rm(path.join(united, 'robots.txt'));
  await expect(uniteShards(united)).rejects.toThrow(IncompleteShardsError);
  expect([...(await readTree(united)).keys()]).toEqual(
    expect.arrayContaining([...before.keys()].filter((name) => name !== 'robots.txt')),
  );
});

test('threads make what one thread makes', async () => {
  const site = await SmallSite.write(filesOf(fc.sample(randomSite, { numRuns: 1, seed: SEED })[0] as never));
  const alone = await site.build();
  const cache = path.join(site.folder, 'kept');
  const { site: ready } = await site.prepare({ jobs: 3, cache, reader: new ContentReader(1, cache) });
  if (!ready) throw new Error('the random site has errors');
  await writeSite(ready, path.join(site.folder, 'threads'), cache, { threadsFrom: 1 });
  expect(await readTree(path.join(site.folder, 'threads'))).toEqual(alone);
  // One that was started before there was anything to make makes all pages.
  const thread = new MakerThread();
  onTestFinished(() => thread.stop());
  await writeSite(ready, path.join(site.folder, 'early'), cache, { thread });
  expect(await readTree(path.join(site.folder, 'early'))).toEqual(alone);
}, 60_000);

/** Builds a part by itself, as on another machine, and copies it into `united`. Returns how many files it has. */
async function buildPart(site: SmallSite, shard: Shard, united: string): Promise<number> {
  const cache = path.join(site.folder, `cache-${shard.number}`);
  const { site: ready } = await site.prepare({ shard, cache });
  if (!ready) throw new Error('the random site has errors');
  const output = path.join(site.folder, `part-${shard.number}`);
  const { files } = await writeSite(ready, output, undefined, { shard });
  await cp(output, united, { recursive: true });
  return files;
}

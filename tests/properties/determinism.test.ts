import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { runDateline } from '../cli/run-dateline.ts';
import { NOW, readTree, SmallSite } from '../small-site.ts';
import { filesOf, type RandomSite, randomSite, SEED } from './random-site.ts';

test('files written in another order to a folder of another name give the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(randomSite, async (random) => {
      const files = Object.entries(filesOf(random));
      const one = await SmallSite.write(Object.fromEntries(files));
      const other = await SmallSite.write(Object.fromEntries(files.toReversed()));
      await renameEverything(other);
      const a = await one.build();
      const b = await other.build({}, path.join(other.folder, 'elsewhere', 'public'));
      expect(differences(a, b)).toEqual([]);
    }),
    { numRuns: 6, seed: SEED },
  );
});

test('a second build with a warm cache gives the same bytes', async () => {
  const site = await SmallSite.write(filesOf(sample()));
  const first = await site.build();
  const second = await site.build();
  await rm(path.join(site.folder, 'cache'), { recursive: true });
  await rm(site.output, { recursive: true });
  expect(differences(first, second)).toEqual([]);
  expect(differences(first, await site.build())).toEqual([]);
});

test('the machine’s time zone, language, clock and file permissions have no part in a site', async () => {
  const site = await SmallSite.write(filesOf(sample()));
  const machines = [
    { env: { TZ: 'Pacific/Kiritimati', LANG: 'uk_UA.UTF-8', LC_ALL: 'uk_UA.UTF-8' }, umask: 0o077 },
    { env: { TZ: 'America/Anchorage', LANG: 'C', LC_ALL: 'C' }, umask: 0o002 },
  ];
  const trees = [];
  for (const [i, { env, umask }] of machines.entries()) {
    const output = path.join(site.folder, `site-${i}`);
    const args = ['build', '--content', site.content, '--output', output, '--jobs', String(i + 1)];
    const before = process.umask(umask);
    onTestFinished(() => void process.umask(before));
    const ran = await runDateline(args, { ...env, SOURCE_DATE_EPOCH: String(NOW / 1000) });
    expect(ran).toMatchObject({ status: 0 });
    trees.push(await readTree(output));
  }
  const [one, other] = trees;
  expect(one && other && differences(one, other)).toEqual([]);
});

test('--now and SOURCE_DATE_EPOCH mean the same moment', async () => {
  const site = await SmallSite.write(filesOf(sample()));
  const [a, b] = [path.join(site.folder, 'a'), path.join(site.folder, 'b')];
  const args = ['build', '--content', site.content, '--output'];
  await runDateline([...args, a], { SOURCE_DATE_EPOCH: String(NOW / 1000) });
  await runDateline([...args, b, '--now', new Date(NOW).toISOString()]);
  expect(differences(await readTree(a), await readTree(b))).toEqual([]);
});

function sample(): RandomSite {
  const [site] = fc.sample(randomSite, { numRuns: 1, seed: SEED });
  if (!site) throw new Error('fast-check gave no sample');
  return site;
}

/** Gives the content folder another name, and its folders new entries in another order. */
async function renameEverything(site: SmallSite): Promise<void> {
  for (const name of (await readdir(site.content)).toSorted().reverse()) {
    await rename(path.join(site.content, name), path.join(site.folder, name));
    await mkdir(site.content, { recursive: true });
    await rename(path.join(site.folder, name), path.join(site.content, name));
  }
  await writeFile(path.join(site.content, '.hidden.md'), 'not read');
}

function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => !a.get(name)?.equals(b.get(name) ?? Buffer.from('absent')));
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deployToStore, forgetInStore, releasesOfStore, rollBackStore } from '../../src/deploy/deploy-to-store.ts';
import type { ObjectStore } from '../../src/deploy/object-store.ts';
import { KEPT_RELEASES } from '../../src/deploy/release.ts';
import { builtSite, newspaper } from './built-site.ts';
import { DyingStore, Killed, MemoryStore } from './memory-store.ts';
import { findBroken } from './reader-model.ts';

const AT = { at: '2026-07-04T12:00:00.000Z' };
const MONDAY = newspaper({ ferries: 'Ferries return', bread: 'The price of bread', storm: 'Storm' });
// One new, one changed, one gone, and another style on every page.
const TUESDAY = newspaper({ ferries: 'Ferries return at last', bread: 'The price of bread', vote: 'The vote' }, 'b');
const WEDNESDAY = newspaper({ vote: 'The vote, counted', bread: 'The price of bread' }, 'b');

const texts = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files).sort());
const pagesOf = (store: MemoryStore) => [...store.site].filter(([file]) => !/^(?:assets|img)\//.test(file));

/** Runs something once for every operation of it, killed there, before and after the operation is done. */
async function killedEverywhere(
  before: MemoryStore,
  run: (store: ObjectStore) => Promise<unknown>,
  then: (store: MemoryStore) => Promise<void>,
): Promise<number> {
  for (let last = 0; ; last++) {
    for (const isDone of [false, true]) {
      const store = new MemoryStore(before.objects);
      const watched = new DyingStore(store, last, isDone, () => expectWhole(store));
      const ended = await run(watched).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
          return false;
        },
      );
      if (ended) return last;
      await then(store);
    }
  }
}

async function expectWhole(store: MemoryStore): Promise<void> {
  const site = store.site;
  const broken = await findBroken(site.keys(), (file) => site.get(file) ?? '');
  // Until the very first front page stands there, nobody has been led to a page.
  expect(site.has('index.html') ? broken : broken.filter((link) => !link.endsWith('/'))).toEqual([]);
}

async function published(...sites: readonly Readonly<Record<string, string>>[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const site of sites) await deployToStore(builtSite(site), store, AT);
  return store;
}

test('after a deploy the store has the site, and what readers of earlier releases may still ask for', async () => {
  const store = await published(MONDAY);
  expect(store.site).toEqual(texts(MONDAY));
  await deployToStore(builtSite(TUESDAY), store, AT);
  expect(pagesOf(store)).toEqual([...texts(TUESDAY)].filter(([file]) => !/^(?:assets|img)\//.test(file)));
  expect(store.site).toEqual(texts({ ...onlyLasting(MONDAY), ...TUESDAY }));
});

const onlyLasting = (site: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(site).filter(([file]) => /^(?:assets|img)\//.test(file)));

test('only what has changed travels', async () => {
  const store = await published(MONDAY);
  const deployed = await deployToStore(builtSite(TUESDAY), store, AT);
  expect(deployed.uploads).not.toContain('bread/data.json');
  expect([...deployed.uploads].sort()).toEqual(
    Object.keys(TUESDAY)
      .filter((file) => MONDAY[file] !== TUESDAY[file])
      .sort(),
  );
  const watched = new DyingStore(store);
  expect((await deployToStore(builtSite(TUESDAY), watched, AT)).changed).toEqual([]);
  // The state and one record are read, and that is all.
  expect(watched.operations).toBe(2);
});

test('a deploy that is killed at any operation leaves whole pages, and the same deploy again ends right', async () => {
  const before = await published(MONDAY);
  const right = await published(MONDAY, TUESDAY);
  const operations = await killedEverywhere(
    before,
    (store) => deployToStore(builtSite(TUESDAY), store, AT),
    async (store) => {
      const watched = new DyingStore(store, Infinity, false, () => expectWhole(store));
      await deployToStore(builtSite(TUESDAY), watched, AT);
      expect(store.objects).toEqual(right.objects);
    },
  );
  expect(operations).toBeGreaterThan(20);
});

test('a first deploy that is killed at any operation ends right when repeated', async () => {
  const right = await published(MONDAY);
  await killedEverywhere(
    new MemoryStore(),
    (store) => deployToStore(builtSite(MONDAY), store, AT),
    async (store) => {
      await deployToStore(builtSite(MONDAY), store, AT);
      expect(store.objects).toEqual(right.objects);
    },
  );
});

test('after a killed deploy another one, or a roll-back to what stood there, ends right too', async () => {
  const before = await published(MONDAY);
  const [monday] = await releasesOfStore(before);
  await killedEverywhere(
    before,
    (store) => deployToStore(builtSite(TUESDAY), store, AT),
    async (store) => {
      const other = new MemoryStore(store.objects);
      await deployToStore(builtSite(WEDNESDAY), new DyingStore(other, Infinity, false, () => expectWhole(other)), AT);
      expect(pagesOf(other)).toEqual(pagesOf(await published(MONDAY, WEDNESDAY)));
      await rollBackStore(store, monday?.id, AT);
      expect(pagesOf(store)).toEqual(pagesOf(before));
    },
  );
});

test('a roll-back that is killed at any operation leaves whole pages, and ends right when repeated', async () => {
  const before = await published(MONDAY, TUESDAY, WEDNESDAY);
  const [monday] = await releasesOfStore(before);
  const operations = await killedEverywhere(
    before,
    (store) => rollBackStore(store, monday?.id, AT),
    async (store) => {
      await rollBackStore(store, monday?.id, AT);
      expect(pagesOf(store)).toEqual(pagesOf(await published(MONDAY)));
      expect((await releasesOfStore(store)).map(({ isCurrent }) => isCurrent)).toEqual([true, false, false]);
    },
  );
  expect(operations).toBeGreaterThan(10);
});

test('ten releases are kept; what only older ones needed is removed', async () => {
  const days = Array.from({ length: 13 }, (_, day) => newspaper({ today: `Day ${day}` }, `style ${day}`));
  const store = await published(...days);
  const releases = await releasesOfStore(store);
  expect(releases).toHaveLength(KEPT_RELEASES);
  expect(store.site.has(Object.keys(days[2] ?? {})[0] ?? '')).toBe(false);
  for (const day of [3, 12, 7]) {
    await rollBackStore(store, releases[day - 3]?.id, AT);
    expect(pagesOf(store)).toEqual(pagesOf(await published(days[day] ?? {})));
    await expectWhole(store);
  }
  await forgetInStore(store);
  const alone = await published(days[7] ?? {});
  expect([...store.objects.keys()].sort()).toEqual([...alone.objects.keys()].sort());
});

test('without a number the release before comes back, and there is none before the first', async () => {
  const store = await published(MONDAY, TUESDAY);
  await rollBackStore(store, undefined, AT);
  expect(pagesOf(store)).toEqual(pagesOf(await published(MONDAY)));
  await expect(rollBackStore(store, undefined, AT)).rejects.toThrow('no release before');
  await expect(rollBackStore(store, 'ffffffffffff', AT)).rejects.toThrow('--releases');
});

test('a dry run changes nothing and says what would be done', async () => {
  const store = await published(MONDAY);
  const before = new Map(store.objects);
  const planned = await deployToStore(builtSite(TUESDAY), store, { ...AT, dryRun: true });
  expect(store.objects).toEqual(before);
  expect(planned).toEqual(await deployToStore(builtSite(TUESDAY), store, AT));
});

test('what somebody else has spoilt is mended by putting every file again', async () => {
  const store = await published(MONDAY);
  const right = new Map(store.objects);
  for (const key of [...store.objects.keys()].filter((one) => !/state|releases/.test(one))) store.objects.delete(key);
  store.objects.set('index.html', { bytes: Buffer.from('spam'), headers: { type: 'text/html', cache: '' } });
  await deployToStore(builtSite(MONDAY), store, { ...AT, all: true });
  expect(store.objects).toEqual(right);
});

test('of two deploys at once one at most says that it is done', async () => {
  const store = await published(MONDAY);
  const ended = await Promise.allSettled([
    deployToStore(builtSite(TUESDAY), store, AT),
    deployToStore(builtSite(WEDNESDAY), store, AT),
  ]);
  expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
  await deployToStore(builtSite(WEDNESDAY), store, AT);
  expect(pagesOf(store)).toEqual(pagesOf(await published(WEDNESDAY)));
});

test('any sites one after the other, killed anywhere, leave whole pages and end right', async () => {
  const paper = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('one', 'two', 'three'), { minKeys: 1 })
    .chain((articles) => fc.constantFrom('x', 'y').map((style) => newspaper({ ...articles }, style)));
  const step = fc.record({ site: paper, kills: fc.array(fc.nat(40), { maxLength: 2 }), done: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const store = new MemoryStore();
      for (const { site, kills, done } of steps) {
        for (const last of [...kills, Infinity]) {
          const watched = new DyingStore(store, last, done, () => expectWhole(store));
          await deployToStore(builtSite(site), watched, { ...AT, keep: 3 }).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
        }
        expect(pagesOf(store)).toEqual(pagesOf(await published(site)));
      }
      for (const { id } of await releasesOfStore(store)) {
        await rollBackStore(store, id, AT);
        await expectWhole(store);
      }
    }),
    { numRuns: 150 },
  );
});

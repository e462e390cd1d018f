import { forEachConcurrently } from '../concurrency/for-each-concurrently.ts';
import { DeployError } from './deploy-error.ts';
import type { Deployed, DeployOptions, KeptRelease } from './deployed.ts';
import type { ObjectStore } from './object-store.ts';
import { type Change, changeTo, hashesOf, onlyIn } from './order-of-change.ts';
import type { BuiltSite } from './read-output.ts';
import { isLasting, KEPT_RELEASES, type Release } from './release.ts';
import {
  copyOf,
  fetchRelease,
  forgetRelease,
  keepRelease,
  readState,
  type StoreState,
  writeState,
} from './store-state.ts';

const AT_ONCE = 16;

/**
 * Makes a store show a built site. Whatever moment it is interrupted at, readers meet whole pages, and the same call
 * again ends where it would have.
 * @throws DeployError
 */
export async function deployToStore(site: BuiltSite, store: ObjectStore, options: DeployOptions): Promise<Deployed> {
  const before = await readState(store);
  const standing = await standingReleases(store, before);
  const { release } = site;
  const change = changeTo(release, options.all ? [] : standing);
  const removals = changeTo(release, standing).removals;
  // Only of a release that was put in place whole is it known that all copies are there.
  const whole = standing.find(({ id }) => id === before.current);
  const held = new Set(whole && !options.all ? hashesOf(whole) : []);
  const uploads = uploadsOf(release, change, held);
  const planned: Change = { puts: change.puts, removals };
  const deployed = deployedBy(release, planned, uploads);
  if (options.dryRun || isDone(before, release, planned)) return deployed;

  const state = await begin(store, before, release);
  await keepRelease(store, release);
  await inGroups([uploads.filter((file) => !isLasting(file)), uploads.filter(isLasting)], async (file) => {
    const entry = release.files.get(file);
    if (!entry) return;
    const { type, cache } = entry.headers;
    await store.put(isLasting(file) ? file : copyOf(entry.hash), await site.read(file), { type, cache });
  });
  await putInPlace(store, release, planned);
  await finish(store, state, release, options);
  return deployed;
}

/**
 * Puts a release back in place that the store still has: `wanted`, or the one before the present.
 * @throws DeployError when there is none.
 */
export async function rollBackStore(
  store: ObjectStore,
  wanted: string | undefined,
  options: DeployOptions,
): Promise<Deployed> {
  const before = await readState(store);
  const id = wanted ?? releaseBefore(before);
  if (id === undefined) throw new DeployError('there is no release before the present one');
  const release = before.releases.some((one) => one.id === id) ? await fetchRelease(store, id) : undefined;
  if (!release) throw new DeployError(`there is no release ${id}: --releases lists those that are kept`);
  const change = changeTo(release, options.all ? [] : await standingReleases(store, before));
  // Lasting files stay in place as long as a kept release names them.
  const deployed = deployedBy(release, change, []);
  if (options.dryRun || isDone(before, release, change)) return deployed;
  const state = await begin(store, before, release);
  await putInPlace(store, release, change);
  await finish(store, state, release, options);
  return deployed;
}

export async function releasesOfStore(store: ObjectStore): Promise<readonly KeptRelease[]> {
  const { releases, current } = await readState(store);
  return releases.map(({ id, at }) => ({ id, at, isCurrent: id === current }));
}

/** Removes every release but the present one, with what only they needed. @throws DeployError while a deploy is unfinished. */
export async function forgetInStore(store: ObjectStore): Promise<void> {
  const state = await readState(store);
  if (state.begun.length > 0) throw new DeployError('a deploy was interrupted: deploy again first');
  const isKept = ({ id }: { readonly id: string }): boolean => id === state.current;
  const dropped = [...state.dropped, ...state.releases.filter((one) => !isKept(one)).map(({ id }) => id)];
  const next: StoreState = { ...state, releases: state.releases.filter(isKept), dropped };
  await writeState(store, next);
  await clear(store, next);
}

const deployedBy = ({ id }: Release, { puts, removals }: Change, uploads: readonly string[]): Deployed => ({
  release: id,
  uploads,
  changed: puts.flat(),
  removed: removals.flat(),
});

/** The release before the present one, by the time at which each was put in place. */
function releaseBefore({ releases, current }: StoreState): string | undefined {
  return releases[releases.findIndex(({ id }) => id === current) - 1]?.id;
}

// Before the first release there is a site without files.
const NOTHING: Release = { id: '', files: new Map() };

async function standingReleases(store: ObjectStore, { current, begun }: StoreState): Promise<readonly Release[]> {
  const ids = new Set([...(current === undefined ? [] : [current]), ...begun]);
  const releases = await Promise.all([...ids].map((id) => fetchRelease(store, id)));
  // One that was begun without a record has touched nothing yet.
  const found = releases.filter((release) => release !== undefined);
  return current === undefined ? [NOTHING, ...found] : found;
}

function uploadsOf(release: Release, { puts }: Change, held: ReadonlySet<string>): readonly string[] {
  const seen = new Set<string>();
  return puts.flat().filter((file) => {
    if (isLasting(file)) return true;
    const hash = release.files.get(file)?.hash ?? '';
    if (held.has(hash) || seen.has(hash)) return false;
    seen.add(hash);
    return true;
  });
}

const isDone = (state: StoreState, release: Release, { puts, removals }: Change): boolean =>
  state.current === release.id && state.begun.length + state.dropped.length + puts.length + removals.length === 0;

async function begin(store: ObjectStore, before: StoreState, { id }: Release): Promise<StoreState> {
  const state = { ...before, begun: [...new Set([...before.begun, id])] };
  await writeState(store, state);
  return state;
}

async function putInPlace(store: ObjectStore, release: Release, { puts, removals }: Change): Promise<void> {
  const copies = puts.map((group) => group.filter((file) => !isLasting(file)));
  await inGroups(copies, async (file) => {
    const entry = release.files.get(file);
    if (entry) await store.copy(copyOf(entry.hash), file, entry.headers);
  });
  await inGroups(removals, (file) => store.remove(file));
}

/** Makes a release the present one, and clears away what no kept release needs. */
async function finish(
  store: ObjectStore,
  begun: StoreState,
  release: Release,
  { at, keep = KEPT_RELEASES }: DeployOptions,
): Promise<void> {
  if (JSON.stringify(await readState(store)) !== JSON.stringify(begun))
    throw new DeployError('another deploy to this target began meanwhile: run one of them again, alone');
  const known = begun.releases.some(({ id }) => id === release.id);
  // A release that is put back keeps its place, so that the one before it stays the one before it.
  const releases = known ? begun.releases : [...begun.releases, { id: release.id, at }];
  const surplus = releases.filter(({ id }) => id !== release.id).slice(0, Math.max(0, releases.length - keep));
  const kept = releases.filter((one) => !surplus.includes(one));
  const ids = new Set(kept.map(({ id }) => id));
  const dropped = [...begun.dropped, ...begun.begun, ...surplus.map(({ id }) => id)].filter((id) => !ids.has(id));
  const state: StoreState = { current: release.id, releases: kept, begun: [], dropped: [...new Set(dropped)] };
  await writeState(store, state);
  if (state.dropped.length > 0) await clear(store, state);
}

async function clear(store: ObjectStore, state: StoreState): Promise<void> {
  const fetchAll = async (ids: readonly string[]): Promise<readonly Release[]> =>
    (await Promise.all(ids.map((id) => fetchRelease(store, id)))).filter((release) => release !== undefined);
  const kept = await fetchAll(state.releases.map(({ id }) => id));
  const left = onlyIn(await fetchAll(state.dropped), kept);
  await inGroups([left.files], (file) => store.remove(file));
  await inGroups([left.hashes], (hash) => store.remove(copyOf(hash)));
  await inGroups([state.dropped], (id) => forgetRelease(store, id));
  await writeState(store, { ...state, dropped: [] });
}

/** Group after group; within a group, order does not matter. */
async function inGroups(groups: readonly (readonly string[])[], work: (one: string) => Promise<void>): Promise<void> {
  for (const group of groups) await forEachConcurrently(group, AT_ONCE, work);
}

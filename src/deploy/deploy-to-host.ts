import { hash } from 'node:crypto';
import { MANIFEST, type Manifest, parseManifest } from '../eleventy/manifest.ts';
import { DeployError } from './deploy-error.ts';
import type { Deployed, DeployOptions, KeptRelease } from './deployed.ts';
import { BEGIN, COMPLETE, DROP, LOOK, SHOW } from './host-scripts.ts';
import type { BuiltSite } from './read-output.ts';
import { KEPT_RELEASES } from './release.ts';
import type { RemoteHost } from './remote-host.ts';

interface HostState {
  /** Name of its folder. */
  readonly current: string | undefined;
  /** From the oldest to the newest. */
  readonly releases: readonly string[];
  /** Of the present release. */
  readonly manifest: Manifest;
}

/**
 * Makes a server show a built site: a folder for the release, of which what has not changed is linked from the present
 * one, and then one rename. Readers meet the old site or the new one, at whatever moment it is interrupted.
 * @throws DeployError
 */
export async function deployToHost(
  site: BuiltSite,
  host: RemoteHost,
  folder: string,
  options: DeployOptions,
): Promise<Deployed> {
  const state = await look(host, folder);
  const id = idOf(site.manifest);
  const changed = [...site.manifest].filter(([file, hash]) => state.manifest.get(file) !== hash).map(([file]) => file);
  const removed = [...state.manifest.keys()].filter((file) => !site.manifest.has(file));
  const kept = options.all ? undefined : state.releases.findLast((name) => name.endsWith(`-${id}`));
  const uploads = options.all ? [...site.manifest.keys()] : kept === undefined ? changed : [];
  const deployed = { release: id, uploads, changed: options.all ? uploads : changed, removed };
  if (options.dryRun || (kept !== undefined && kept === state.current)) return deployed;

  const name = kept ?? `${options.at.replace(/[-:]|\.\d+/g, '')}-${id}`;
  if (kept === undefined) {
    for (const file of uploads) await site.read(file);
    const begun = `.begun-${name}`;
    const travelling = new Set(uploads);
    const standing = [...site.manifest.keys()].filter((file) => !travelling.has(file));
    await host.run(BEGIN, [folder, begun], standing.join('\0'));
    await host.send(site.directory, [...uploads, MANIFEST], `${folder}/releases/${begun}`);
    await host.run(COMPLETE, [folder, begun, name]);
  }
  await drop(host, folder, [...new Set([...state.releases, name])], [name, state.current], options.keep);
  await host.run(SHOW, [folder, name]);
  return deployed;
}

/** Shows a release again that the server still has: `wanted`, or the one before the present. @throws DeployError when there is none. */
export async function rollBackHost(
  host: RemoteHost,
  folder: string,
  wanted: string | undefined,
  options: DeployOptions,
): Promise<Deployed> {
  const { releases, current, manifest } = await look(host, folder);
  const name =
    wanted === undefined
      ? releases[releases.indexOf(current ?? '') - 1]
      : releases.findLast((release) => release.endsWith(`-${wanted}`));
  if (name === undefined)
    throw new DeployError(
      wanted === undefined
        ? 'there is no release before the present one'
        : `there is no release ${wanted}: --releases lists those that are kept`,
    );
  const target = parseManifest(await host.run('cat "$1/releases/$2/.dateline-manifest"', [folder, name]));
  const deployed = {
    release: name.slice(name.indexOf('-') + 1),
    uploads: [],
    changed: [...target].filter(([file, hash]) => manifest.get(file) !== hash).map(([file]) => file),
    removed: [...manifest.keys()].filter((file) => !target.has(file)),
  };
  if (!options.dryRun && name !== current) await host.run(SHOW, [folder, name]);
  return deployed;
}

export async function releasesOfHost(host: RemoteHost, folder: string): Promise<readonly KeptRelease[]> {
  const { releases, current } = await look(host, folder);
  return releases.map((name) => {
    const [, year, month, day, hour, minute, second, id = ''] =
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(.*)$/.exec(name) ?? [];
    return { id, at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, isCurrent: name === current };
  });
}

/** Removes every release but the present one. */
export async function forgetOnHost(host: RemoteHost, folder: string): Promise<void> {
  const { releases, current } = await look(host, folder);
  await drop(host, folder, releases, [current], 1);
}

const idOf = (manifest: Manifest): string => hash('sha256', JSON.stringify([...manifest].sort())).slice(0, 12);

async function look(host: RemoteHost, folder: string): Promise<HostState> {
  const text = await host.run(LOOK, [folder]);
  const end = text.indexOf('\n\n') < 0 ? 0 : text.indexOf('\n\n') + 1;
  const lines = text.slice(0, end).trim().split('\n');
  const named = (what: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []));
  return {
    current: named('current')[0],
    releases: named('release')
      .filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]+$/.test(name))
      .sort(),
    manifest: parseManifest(text.slice(end).trimStart()),
  };
}

/** Releases that are given up go first, so that what only they needed is not carried over. */
async function drop(
  host: RemoteHost,
  folder: string,
  releases: readonly string[],
  needed: readonly (string | undefined)[],
  keep = KEPT_RELEASES,
): Promise<void> {
  const others = releases.filter((name) => !needed.includes(name)).sort();
  const surplus = others.slice(0, Math.max(0, releases.length - keep));
  if (surplus.length > 0) await host.run(DROP, [folder, ...surplus]);
}

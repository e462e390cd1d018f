import { hash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deployToHost, forgetOnHost, releasesOfHost, rollBackHost } from '../../src/deploy/deploy-to-host.ts';
import { readOutput } from '../../src/deploy/read-output.ts';
import type { RemoteHost } from '../../src/deploy/remote-host.ts';
import { SshHost } from '../../src/deploy/ssh-host.ts';
import { MANIFEST } from '../../src/eleventy/manifest.ts';
import { runDateline } from '../cli/run-dateline.ts';
import { readTree } from '../small-site.ts';
import { newspaper } from './built-site.ts';
import { Killed } from './memory-store.ts';
import { findBroken } from './reader-model.ts';
import { MISSING, startSshServer } from './ssh-server.ts';

if (MISSING !== undefined)
  console.warn(`\n!!! NOT TESTED: deploys by SSH, because there is no ${MISSING}. Install openssh-server and rsync.\n`);

const MONDAY = newspaper({ ferries: 'Ferries return', bread: 'The price of bread', "d'été 'n' $x": 'Storm' });
const TUESDAY = newspaper({ ferries: 'Ferries return at last', bread: 'The price of bread', vote: 'The vote' }, 'b');
const onDay = (day: number) => ({ at: `2026-07-${String(day).padStart(2, '0')}T12:00:00.000Z` });

/** A built site on the disk, as a build leaves it. */
async function output(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-output-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const lines = Object.entries(files).map(
    ([file, text]) => `${hash('sha256', text, 'base64url').slice(0, 22)} ${file}\n`,
  );
  await writeFile(path.join(folder, MANIFEST), lines.join(''));
  return folder;
}

async function withServer() {
  const { target, key, folder } = await startSshServer();
  const host = await SshHost.open(target, key);
  onTestFinished(() => host.close());
  const current = path.join(folder, 'current');
  const shown = async (): Promise<ReadonlyMap<string, string>> => {
    const tree = await readTree(await realpath(current));
    return new Map([...tree].filter(([file]) => file !== MANIFEST).map(([file, bytes]) => [file, bytes.toString()]));
  };
  const whole = async (): Promise<void> => {
    const site = await shown();
    expect(await findBroken(site.keys(), (file) => site.get(file) ?? '')).toEqual([]);
  };
  return { target, key, folder, host, shown, whole };
}

/** Passes on operations until the given one, which is done without an answer. */
function dying(host: RemoteHost, last: number): RemoteHost {
  let count = 0;
  const pass = async <T>(operation: () => Promise<T>): Promise<T> => {
    const result = await operation();
    if (count++ === last) throw new Killed();
    return result;
  };
  return { run: (...given) => pass(() => host.run(...given)), send: (...given) => pass(() => host.send(...given)) };
}

const untilKilled = (error: unknown): false => {
  if (!(error instanceof Killed)) throw error;
  return false;
};

test.skipIf(MISSING)('a server shows the site; the next release shares with it what has not changed', async () => {
  const { folder, host, shown } = await withServer();
  const [monday, tuesday] = await Promise.all([output(MONDAY), output(TUESDAY)]);
  await deployToHost(await readOutput(monday), host, folder, onDay(6));
  expect(await shown()).toEqual(new Map(Object.entries(MONDAY).sort()));

  const deployed = await deployToHost(await readOutput(tuesday), host, folder, onDay(7));
  expect([...deployed.uploads].sort()).toEqual(
    Object.keys(TUESDAY)
      .filter((file) => MONDAY[file] !== TUESDAY[file])
      .sort(),
  );
  const lasting = Object.entries(MONDAY).filter(([file]) => /^(?:assets|img)\//.test(file));
  expect(await shown()).toEqual(new Map(Object.entries({ ...Object.fromEntries(lasting), ...TUESDAY }).sort()));
  const [a, b] = await Promise.all(
    (await readdir(path.join(folder, 'releases'))).map((name) =>
      stat(path.join(folder, 'releases', name, 'bread/data.json')),
    ),
  );
  expect(a?.ino).toBe(b?.ino);
  expect((await stat(path.join(folder, 'current/index.html'))).mode & 0o777).toBe(0o644);
});

test.skipIf(MISSING)(
  'a deploy that is ended at any step leaves the old site or the new one, and ends right when repeated',
  async () => {
    const { folder, host, shown, whole } = await withServer();
    const [monday, tuesday] = await Promise.all([output(MONDAY), output(TUESDAY)]);
    const deployTuesday = async (to: RemoteHost) => deployToHost(await readOutput(tuesday), to, folder, onDay(7));
    await deployToHost(await readOutput(monday), host, folder, onDay(6));
    const old = await shown();
    await cp(folder, `${folder}.saved`, { recursive: true, verbatimSymlinks: true });
    // What stands there before an operation is what stood there after the one before.
    for (let last = 0, ended = false; !ended; last++) {
      await rm(folder, { recursive: true, force: true });
      await cp(`${folder}.saved`, folder, { recursive: true, verbatimSymlinks: true });
      const deploying = deployTuesday(dying(host, last)).then(() => true);
      ended = await deploying.catch(untilKilled);
      await whole();
      expect([old.get('index.html'), TUESDAY['index.html']]).toContain((await shown()).get('index.html'));
      await deployTuesday(host);
      expect((await shown()).get('index.html')).toBe(TUESDAY['index.html']);
      expect((await readdir(folder)).sort()).toEqual(['current', 'releases']);
      expect((await readdir(path.join(folder, 'releases'))).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  },
  120_000,
);

test.skipIf(MISSING)(
  'a first deploy that is ended at any step ends right when repeated',
  async () => {
    const { folder, host, shown } = await withServer();
    const site = await readOutput(await output(MONDAY));
    for (const last of [1, 2]) {
      await rm(folder, { recursive: true, force: true });
      await deployToHost(site, dying(host, last), folder, onDay(6)).catch(untilKilled);
      await deployToHost(site, host, folder, onDay(6));
      expect(await shown()).toEqual(new Map(Object.entries(MONDAY).sort()));
    }
  },
  60_000,
);

test.skipIf(MISSING)(
  'so many releases are kept, and any of them can be shown again',
  async () => {
    const { folder, host, shown, whole } = await withServer();
    const paper = (day: number) => newspaper({ today: `Day ${day}` }, `style ${day}`);
    for (let day = 1; day <= 5; day++)
      await deployToHost(await readOutput(await output(paper(day))), host, folder, { ...onDay(day), keep: 3 });
    const releases = await releasesOfHost(host, folder);
    expect(releases.map(({ at }) => at)).toEqual([3, 4, 5].map((day) => onDay(day).at.replace('.000', '')));
    // What only the first two needed is nowhere any more.
    expect([...(await shown()).keys()].filter((file) => file.startsWith('assets/'))).toHaveLength(3);
    await rollBackHost(host, folder, undefined, onDay(13));
    expect((await shown()).get('index.html')).toBe(paper(4)['index.html']);
    await rollBackHost(host, folder, releases[0]?.id, onDay(13));
    expect((await shown()).get('today/index.html')).toBe(paper(3)['today/index.html']);
    await whole();
    // A reader who holds a page of the fifth finds its style.
    expect([...(await shown()).values()]).toContain('style 5');
    await expect(rollBackHost(host, folder, undefined, onDay(13))).rejects.toThrow('no release before');
    await forgetOnHost(host, folder);
    expect(await releasesOfHost(host, folder)).toHaveLength(1);
  },
  60_000,
);

test.skipIf(MISSING)('the command publishes with the key of the environment', async () => {
  const { target, key, shown } = await withServer();
  const content = await mkdtemp(path.join(tmpdir(), 'dateline-content-'));
  onTestFinished(() => rm(content, { recursive: true, force: true }));
  await writeFile(path.join(content, 'deploy.yaml'), JSON.stringify({ origin: target }));
  const args = ['deploy', 'origin', '--content', content, '--output', await output(MONDAY)];
  const { status, stdout, stderr } = await runDateline(args, { DEPLOY_SSH_KEY: key });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Published at origin, release [0-9a-f]{12}: 4 pages and\s/);
  expect((await shown()).get('index.html')).toBe(MONDAY['index.html']);
  // A server that is not the one that was named is not spoken to.
  const other = { ...target, hostKey: `ssh-ed25519 ${'A'.repeat(68)}` };
  await writeFile(path.join(content, 'deploy.yaml'), JSON.stringify({ origin: other }));
  expect(await runDateline(args, { DEPLOY_SSH_KEY: key })).toMatchObject({ status: 3 });
});

test.skipIf(MISSING)('a folder where something else stands is left alone', async () => {
  const { folder, host } = await withServer();
  await mkdir(path.join(folder, 'current'), { recursive: true });
  const site = await readOutput(await output(MONDAY));
  await expect(deployToHost(site, host, folder, onDay(6))).rejects.toThrow('move it away');
});

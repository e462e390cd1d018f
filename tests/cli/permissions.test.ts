import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { article, PIXEL, readTree, SmallSite } from '../small-site.ts';
import { type Ran, ROOT } from './run-dateline.ts';

const NOBODY = 65_534;
const FILES = {
  'articles/ferries.md': article({ image: { src: 'ferry.png', alt: 'A ferry', credit: 'Olha' } }),
  'articles/ferry.png': PIXEL,
};

/** Builds as a user who owns nothing here. `kept` is the folder in which its cache would be. */
function buildAsNobody(site: SmallSite, output: string, kept: string): Promise<Pick<Ran, 'status' | 'stderr'>> {
  const args = [
    path.join(ROOT, 'src/cli/dateline.mjs'),
    ...['build', '--content', site.content, '--output', output, '--no-ledger'],
  ];
  // The epoch of NOW, so that the site is the same as one that SmallSite builds.
  const env = { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: '1783166400', NODE_DISABLE_COMPILE_CACHE: '1' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: kept, env, uid: NOBODY, gid: NOBODY }, (_, __, stderr) =>
      resolve({
        status: child.exitCode,
        stderr: stderr.replace(/^(?:Converting pictures|Drawing share images):.*\n/gm, ''),
      }),
    );
  });
}

/** A folder to start builds in, with a cache of its own to be. */
async function linkProgram(folder: string): Promise<string> {
  for (const name of ['layouts', 'node_modules', '.eleventy.ts', 'package.json'])
    await symlink(path.join(ROOT, name), path.join(folder, name));
  return folder;
}

/** A site that everybody may read, and a folder beside it that everybody may write. */
async function openSite(): Promise<{ readonly site: SmallSite; readonly free: string }> {
  const site = await SmallSite.write(FILES);
  await chmod(site.folder, 0o755);
  const free = await mkdtemp(path.join(tmpdir(), 'dateline-free-'));
  onTestFinished(() => rm(free, { recursive: true, force: true }));
  await chmod(free, 0o777);
  await linkProgram(free);
  return { site, free };
}

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('Only root can become another user: faults of permission are not tried.\n');

test.skipIf(!isRoot)('an output that belongs to somebody else is named, and left as it is', async () => {
  const { site, free } = await openSite();
  const before = await site.build();
  const denied = await buildAsNobody(site, site.output, free);
  expect(denied.status).toBe(3);
  expect(denied.stderr).toMatch(/^There is no permission: .*\nNothing was published; the site that was there is untou/);
  expect(denied.stderr).not.toMatch(/^\s+at /m);
  expect(await readTree(site.output)).toEqual(before);
  expect((await readdir(site.folder)).toSorted()).toEqual(['_site', 'cache', 'content']);
});

test.skipIf(!isRoot)('content that may not be read is named, and the site stays', async () => {
  const { site, free } = await openSite();
  const output = path.join(free, 'site');
  expect(await buildAsNobody(site, output, free)).toEqual({ status: 0, stderr: '' });
  const before = await readTree(output);
  for (const name of ['site.yaml', 'articles/ferries.md', 'articles', '.']) {
    const closed = path.join(site.content, name);
    await chmod(closed, 0);
    const denied = await buildAsNobody(site, output, free);
    expect(denied.status, name).toBe(3);
    expect(denied.stderr).toMatch(/^There is no permission: .*\nNothing was published/);
    await chmod(closed, name.includes('.') && name !== '.' ? 0o644 : 0o755);
  }
  await chmod(path.join(site.content, 'articles/ferry.png'), 0);
  const unreadable = await buildAsNobody(site, output, free);
  expect(unreadable.status).toBe(1);
  expect(unreadable.stderr).toMatch(/its\s+permissions forbid it/);
  expect(unreadable.stderr).toContain('help: let whoever builds the site read the file: `chmod a+r`');
  expect(await readTree(output)).toEqual(before);
});

test.skipIf(!isRoot)('a cache that belongs to somebody else counts as none', async () => {
  const { site, free } = await openSite();
  const right = await site.build();
  const kept = path.join(site.folder, 'kept');
  await mkdir(kept);
  await linkProgram(kept);
  let parent = kept;
  // Each stands in a folder that anybody may write.
  for (const name of ['.', '.cache', 'dateline', 'images', 'files']) {
    await chmod(parent, 0o777);
    const closed = path.join(parent, name);
    await mkdir(closed, { recursive: true });
    await chmod(closed, 0o755);
    const output = path.join(free, `site-${name}`);
    expect(await buildAsNobody(site, output, kept), name).toEqual({ status: 0, stderr: '' });
    expect(await readTree(output)).toEqual(right);
    parent = closed;
  }
});

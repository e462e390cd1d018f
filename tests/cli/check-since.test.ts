import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { article, SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };
const TEXT = 'The ferry has forty seats.\n';

async function published(files: Readonly<Record<string, string>> = { 'articles/ferries.md': article({}, TEXT) }) {
  const site = await SmallSite.write(files);
  const git = (...args: readonly string[]) =>
    promisify(execFile)('git', ['-c', 'user.name=Olha', '-c', 'user.email=olha@test.example', ...args], {
      cwd: site.folder,
    });
  await git('init', '--quiet', '--initial-branch=main');
  const commit = async () => {
    await git('add', 'content');
    await git('commit', '--quiet', '--message=One');
  };
  await commit();
  await git('switch', '--quiet', '--create', 'mending');
  const check = (since = 'main', env = {}) =>
    runDateline(['check', '--content', site.content, '--format', 'json', '--since', since], { ...CLOCK, ...env });
  const found = async () =>
    (JSON.parse((await check()).stdout) as { file: string; line: number; code: string }[]).map(
      ({ file, line, code }) => `${path.relative(site.content, path.resolve(file))}:${line} ${code}`,
    );
  return { site, git, commit, check, found };
}

test('a published article whose text has changed without a word is named, committed or not', async () => {
  const { site, commit, found } = await published();
  expect(await found()).toEqual([]);
  await site.put({ 'articles/ferries.md': article({}, 'The ferry has fifty seats.\n') });
  expect(await found()).toEqual(['articles/ferries.md:6 change-unmarked']);
  await commit();
  expect(await found()).toEqual(['articles/ferries.md:6 change-unmarked']);
});

test('a renamed article is compared with what it was', async () => {
  const { site, commit, found } = await published();
  await site.remove('articles/ferries.md');
  await site.put({ 'articles/2026/ferries.md': article({ slug: 'ferries' }, 'The ferry has fifty seats.\n') });
  await commit();
  expect(await found()).toEqual(['articles/2026/ferries.md:4 change-unmarked']);
});

test('what the main branch has changed meanwhile is not blamed on this one', async () => {
  const { site, git, commit, found } = await published({
    'articles/ferries.md': article({}, TEXT),
    'articles/talks.md': article({}, TEXT),
  });
  await git('switch', '--quiet', 'main');
  await site.put({ 'articles/talks.md': article({}, 'They talk.\n') });
  await commit();
  await git('switch', '--quiet', 'mending');
  expect(await found()).toEqual([]);
});

const LIVE = '::: update 10:00\nOne.\n:::\n';

test.each([
  [
    'a correction is new',
    article({}, TEXT),
    article({ corrections: [{ date: '2026-07-02', text: 'Forty.' }] }, 'Fifty.\n'),
  ],
  ['`updated` is new', article({}, TEXT), article({ updated: '2026-07-02' }, 'Fifty.\n')],
  ['marks and spaces alone differ', article({}, TEXT), article({}, 'The **ferry**  has forty seats!\n')],
  ['tags alone differ', article({}, TEXT), article({ tags: ['river'] }, TEXT)],
  ['readers have not seen it', article({ draft: true }, TEXT), article({}, 'Fifty.\n')],
  ['it is withdrawn', article({}, TEXT), article({ draft: true }, 'Fifty.\n')],
  [
    'a live report goes on',
    article({ kind: 'live' }, LIVE),
    article({ kind: 'live' }, `::: update 11:00\nTwo.\n:::\n\n${LIVE}`),
  ],
  ['the article says so', article({}, TEXT), article({ checks: { 'change-unmarked': 'off' } }, 'Fifty.\n')],
])('nothing is said where %s', async (_, before, after) => {
  const { site, found } = await published({ 'articles/ferries.md': before });
  await site.put({ 'articles/ferries.md': after });
  expect(await found()).toEqual([]);
});

test('npm run correct is the cure', async () => {
  const { site, found } = await published();
  await site.put({ 'articles/ferries.md': article({}, 'The ferry has fifty seats.\n') });
  const ran = await runDateline(['correct', '--content', site.content, 'ferries', 'Fifty, not forty.'], CLOCK);
  expect(ran.status).toBe(0);
  expect(await found()).toEqual([]);
});

test('in a pull request its base is what is compared with', async () => {
  const { site, git } = await published();
  await git('update-ref', 'refs/remotes/origin/main', 'main');
  await site.put({ 'articles/ferries.md': article({}, 'Fifty.\n') });
  const command = ['check', '--content', site.content];
  for (const env of [{ GITHUB_BASE_REF: 'main' }, { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' }])
    expect((await runDateline(command, { ...CLOCK, ...env })).stdout).toContain('warning  change-unmarked');
  expect((await runDateline(command, { ...CLOCK, GITHUB_BASE_REF: '' })).stdout).toBe('Nothing is wrong.\n');
});

test('where there is no history the check says so and goes on', async () => {
  const { site, git, commit, check } = await published();
  const misspelt = await check('mian');
  expect(misspelt).toMatchObject({ status: 2, stdout: '' });
  expect(misspelt.stderr).toContain('git knows no revision mian');
  await site.put({ 'articles/ferries.md': article({}, 'Fifty.\n') });
  await commit();
  const shallow = await mkdtemp(path.join(tmpdir(), 'dateline-test-'));
  onTestFinished(() => rm(shallow, { recursive: true, force: true }));
  await git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${site.folder}`, shallow);
  const since = ['check', '--content', path.join(shallow, 'content'), '--since', 'origin/main'];
  expect(await runDateline(since, CLOCK)).toMatchObject({
    status: 0,
    stdout: 'Nothing is wrong.\n',
    stderr: expect.stringContaining('fetch the whole history'),
  });
  await rm(path.join(site.folder, '.git'), { recursive: true });
  expect(await check()).toMatchObject({
    status: 0,
    stdout: '[]\n',
    stderr: expect.stringContaining('in no git repository'),
  });
  expect((await check('main', { PATH: shallow })).stderr).toContain('git is not installed here');
});

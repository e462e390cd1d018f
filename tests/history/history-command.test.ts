import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../cli/run-dateline.ts';
import { article, SmallSite } from '../small-site.ts';
import { GitSite } from './git-site.ts';

test('the history of an article is told by file, name or address, with what is not committed yet', async () => {
  const git = await GitSite.write(
    { 'articles/2026/ferries.md': article({ draft: true }, 'Two ferries sail.\n') },
    '2026-07-01T07:00:00Z',
  );
  await git.commit(
    { 'articles/2026/ferries.md': article({}, 'Three ferries sail.\n') },
    '2026-07-02T09:00:00Z',
    'Count \u001b[2Jagain',
  );
  await git.site.put({ 'articles/2026/ferries.md': article({}, 'Three boats sail.\n') });
  const told = async (wanted: string) => (await runDateline(['history', wanted, '--content', git.site.content])).stdout;
  const text = await told('articles/2026/ferries.md');
  expect(text).toContain('1 July 2026, 10:00  Change the content (Olha, ');
  expect(text).toContain('2 July 2026, 12:00  Count ␛[2Jagain (Olha, ');
  expect(text).toContain('  [-draft: true-]\n');
  expect(text).toContain('  [-Two-]{+Three+} ferries sail.\n');
  expect(text).toMatch(/Not committed yet\n {2}Three \[-ferries-\]\{\+boats\+\} sail\.\n/);
  expect(text).toMatch(/: 2 commits\.\n$/);
  for (const wanted of ['ferries', '/2026/07/01/ferries/', path.join(git.site.content, 'articles/2026/ferries.md')])
    expect(await told(wanted)).toBe(text);
});

test('who names no article, or an unknown one, is told so', async () => {
  const git = await GitSite.write(
    { 'articles/a/ferries.md': article(), 'articles/b/ferries.md': article() },
    '2026-07-01T07:00:00Z',
  );
  const ran = (wanted: readonly string[]) => runDateline(['history', ...wanted, '--content', git.site.content]);
  expect(await ran([])).toMatchObject({ status: 2, stderr: expect.stringContaining('name one article') });
  expect(await ran(['boats'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('there is no article boats'),
  });
  expect((await ran(['ferries'])).stderr).toMatch(
    /:\n {2}\S*articles\/a\/ferries\.md\n {2}\S*articles\/b\/ferries\.md\n/,
  );
});

test('an article with a slug of its own, with errors, or removed is found, too', async () => {
  const git = await GitSite.write(
    {
      'articles/2026-07-01-boats.md': article({ slug: 'ferries' }),
      'articles/wrong.md': article({ sort: 'none' }),
      'articles/gone.md': article(),
    },
    '2026-07-01T07:00:00Z',
  );
  await rm(path.join(git.site.content, 'articles/gone.md'));
  await git.commit({}, '2026-07-02T07:00:00Z');
  const told = async (wanted: string) => (await runDateline(['history', wanted, '--content', git.site.content])).stdout;
  for (const wanted of ['ferries', 'https://test.example/2026/07/01/ferries/'])
    expect(await told(wanted)).toContain('articles/2026-07-01-boats.md: 1 commit.\n');
  expect(await told('wrong')).toContain('articles/wrong.md: 1 commit.\n');
  expect(await told('gone')).toMatch(/The file was removed\.\n\n.*articles\/gone\.md: 2 commits\.\n$/s);
});

test('without a repository, or in a shallow clone, it says what is missing', async () => {
  const loose = await SmallSite.write({ 'articles/ferries.md': article() });
  const without = await runDateline(['history', 'ferries', '--content', loose.content]);
  expect(without).toMatchObject({ status: 1, stderr: expect.stringContaining('this folder is in no git repository') });
  const noGit = await runDateline(['history', 'ferries', '--content', loose.content], { PATH: '' });
  expect(noGit.stderr).toContain('git is not installed here');
  const git = await GitSite.write({ 'articles/ferries.md': article({}, 'One.\n') }, '2026-07-01T07:00:00Z');
  await git.commit({ 'articles/ferries.md': article({}, 'Two.\n') }, '2026-07-02T07:00:00Z');
  const clone = path.join(loose.folder, 'clone');
  git.run(['clone', '--quiet', '--depth', '1', `file://${git.site.content}`, clone]);
  const shallow = await runDateline(['history', 'ferries', '--content', clone]);
  expect(shallow.stdout).toContain('This clone is shallow: what lies further back comes with `git fetch --unshallow`.');
});

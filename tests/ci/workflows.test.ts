import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../cli/run-dateline.ts';
import { findWorkflowFaults } from './find-workflow-faults.ts';
import { readWorkflow, scriptOf } from './workflow-steps.ts';

const FOLDER = path.join(ROOT, '.github/workflows');

test('GitHub’s own parser finds nothing wrong with the workflows', async () => {
  for (const name of await readdir(FOLDER))
    expect(findWorkflowFaults(name, await readFile(path.join(FOLDER, name), 'utf8'))).toEqual([]);
  const wrong = 'on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{rum: "true"}]}}\n';
  expect(findWorkflowFaults('wrong.yml', wrong)[0]).toContain("Unexpected value 'rum'");
});

test('actions are pinned by digest, and rights are those of one job each', async () => {
  const rights: Record<string, Readonly<Record<string, string>>> = {};
  for (const file of await readdir(FOLDER)) {
    const { permissions, jobs } = await readWorkflow(file);
    expect(permissions).toEqual({});
    for (const [name, job] of Object.entries(jobs)) {
      rights[`${file} ${name}`] = job.permissions;
      for (const { uses } of job.steps) expect(uses ?? 'a/b@'.padEnd(44, '0')).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
    }
  }
  expect(rights).toEqual({
    'check.yml check': { contents: 'read' },
    'check.yml comment': { 'pull-requests': 'write' },
    'publish.yml build': { contents: 'write' },
    'publish.yml pages': { pages: 'write', 'id-token': 'write' },
    'schedule.yml publish': { contents: 'read', actions: 'write' },
  });
});

test('the shell lines for GitLab are lines of a shell, and name scripts that exist', async () => {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const jobs = parse(await readFile(path.join(ROOT, 'docs/gitlab-ci.yml'), 'utf8')) as Record<
    string,
    { script?: string[] }
  >;
  const lines = Object.values(jobs).flatMap(({ script = [] }) => script);
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    expect(spawnSync('bash', ['-n', '-c', line]).status, line).toBe(0);
    for (const [, name = ''] of line.matchAll(/npm run --silent (\w+)/g)) expect(scripts).toHaveProperty(name);
  }
});

/** A folder with stand-ins for programs: each notes how it was called, then runs its lines. */
async function machine(programs: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-ci-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'bin'));
  for (const [name, lines] of Object.entries(programs)) {
    const file = path.join(folder, 'bin', name);
    await writeFile(file, `#!/bin/sh\necho "${name} $*" >>"${folder}/calls"\n${lines}\n`);
    await chmod(file, 0o755);
  }
  const run = (script: string, env: Readonly<Record<string, string>> = {}, cwd = folder) =>
    // As GitHub runs them.
    spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd,
      encoding: 'utf8',
      env: { ...env, HOME: folder, PATH: `${folder}/bin:${process.env['PATH']}` },
    });
  const calls = async () => readFile(path.join(folder, 'calls'), 'utf8').catch(() => '');
  return { folder, run, calls };
}

test.each([
  ['in four minutes', '{"next":"NOW+240"}', /^sleep 2(?:3\d|40)$/m],
  ['tomorrow', '{"next":"NOW+86400"}', /^(?![\s\S]*sleep)/],
  ['an hour ago', '{"next":"NOW-3600"}', /^(?![\s\S]*sleep)/],
  ['never', '{"next":null}', /^(?![\s\S]*sleep)/],
  ['nobody knows when, for the site does not answer', '', /^(?![\s\S]*sleep)/],
])('when something is due %s, the schedule waits or does not', async (_, answer, expected) => {
  const text = answer.replace(/NOW([+-]\d+)/, (_all, by) => new Date(Date.now() + Number(by) * 1000).toISOString());
  const { folder, run, calls } = await machine({
    curl: answer === '' ? 'exit 22' : `printf '%s' '${text}'`,
    // `.next // empty`, for machines without jq.
    jq: `sed -n 's/.*"next":"\\([^"]*\\)".*/\\1/p'`,
    sleep: '',
  });
  await mkdir(path.join(folder, 'content'));
  await writeFile(path.join(folder, 'content/site.yaml'), 'name: A\nurl: "https://news.example/"\n');
  const step = 'Wait for the minute that the last build named, if it lies in this quarter of an hour';
  expect(run(await scriptOf('schedule.yml', step))).toMatchObject({ status: 0 });
  expect(await calls()).toContain('https://news.example/build.json');
  expect(await calls()).toMatch(expected);
});

test.each([
  ['success', '**1 page added**'],
  ['failure', 'The site without this pull request could not be built.'],
])('the list of pages after a base with %s goes to the summary and to the comment', async (outcome, text) => {
  const { folder, run } = await machine({ npm: `printf '**1 page added**\\n\\n- /a/\\n'` });
  const env = { COMPARED: outcome, GITHUB_STEP_SUMMARY: path.join(folder, 's'), GITHUB_OUTPUT: path.join(folder, 'o') };
  expect(run(await scriptOf('check.yml', 'List the pages that differ'), env)).toMatchObject({ status: 0 });
  expect(await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain(text);
  const [, end, list] = /^list<<([0-9a-f]{32})\n([\s\S]*)\1\n$/.exec(await readFile(env.GITHUB_OUTPUT, 'utf8')) ?? [];
  expect(end).toBeDefined();
  expect(list).toContain(text);
});

test('the list of published addresses is pushed, on top of what was merged meanwhile, and only when it changed', async () => {
  const { folder, run } = await machine({});
  const git = (cwd: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], {
      cwd: path.join(folder, cwd),
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
  git('.', 'init', '-q', '--bare', '-b', 'main', 'hub.git');
  git('.', 'clone', '-q', 'hub.git', 'editor');
  await mkdir(path.join(folder, 'editor/content'));
  await writeFile(path.join(folder, 'editor/content/addresses.txt'), '/a/ a.md\n');
  git('editor', 'add', '.');
  git('editor', 'commit', '-qm', 'Begin');
  git('editor', 'push', '-q', 'origin', 'HEAD:main');
  git('.', 'clone', '-q', '--depth=1', `file://${folder}/hub.git`, 'runner');
  await writeFile(path.join(folder, 'editor/merged.md'), 'Merged meanwhile\n');
  git('editor', 'add', '.');
  git('editor', 'commit', '-qm', 'Merge');
  git('editor', 'push', '-q', 'origin', 'HEAD:main');

  const env = {
    TOKEN: 't',
    GITHUB_REPOSITORY: 'news/site',
    GITHUB_REF_NAME: 'main',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.file://${folder}/hub.git.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://x-access-token:t@github.com/news/site',
  };
  const script = await scriptOf('publish.yml', 'Keep the list of published addresses');
  expect(run(script, env, path.join(folder, 'runner'))).toMatchObject({ status: 0 });
  expect(git('hub.git', 'log', '--format=%s', 'main').trim().split('\n')).toEqual(['Merge', 'Begin']);
  await writeFile(path.join(folder, 'runner/content/addresses.txt'), '/a/ a.md\n/b/ b.md\n');
  const kept = run(script, env, path.join(folder, 'runner'));
  expect(kept.stdout).not.toContain('::warning::');
  expect(git('hub.git', 'log', '--format=%s', 'main').trim().split('\n')).toEqual([
    'Keep the list of published addresses',
    'Merge',
    'Begin',
  ]);
});

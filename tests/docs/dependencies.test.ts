import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readDocument } from './markdown-file.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const readManifest = async () => JSON.parse(await readDocument('package.json')) as Manifest;

test('docs/dependencies.md has a row for every dependency, and for nothing else', async () => {
  const { dependencies, devDependencies, optionalDependencies } = await readManifest();
  const [used = ''] = (await readDocument('docs/dependencies.md')).split('## Ours on purpose');
  const named = [...used.matchAll(/^\|([^|]*`[^|]*)\|/gm)].flatMap(([, cell = '']) =>
    Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name),
  );
  const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(named.toSorted()).toEqual(wanted.toSorted());
});

test('every dependency is pinned to one version', async () => {
  const { dependencies, devDependencies, optionalDependencies } = await readManifest();
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('every dependency is imported somewhere, or runs in a script', async () => {
  const { scripts, dependencies, devDependencies } = await readManifest();
  const code = await textOf('src', 'layouts', 'tests', 'bench', 'tools', '.vscode', '.eleventy.ts', 'vitest.config.ts');
  const isImported = (name: string) =>
    new RegExp(`(?:(?:from|import|require|resolve)[\\s(]*['"]|node_modules/)${RegExp.escape(name)}['"/]`).test(code);
  const isRun = async (name: string) => {
    const { bin = {} } = JSON.parse(await readDocument(`node_modules/${name}/package.json`)) as { bin?: object };
    return Object.keys(bin).some((program) =>
      Object.values(scripts).some((line) => line.split(/\s+/).includes(program)),
    );
  };
  const unused: string[] = [];
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const typed = /^@types\/(.+)$/.exec(name)?.[1];
    const used =
      (typed === undefined ? isImported(name) : typed === 'node' || isImported(typed)) || (await isRun(name));
    if (!used) unused.push(name);
  }
  expect(unused).toEqual([]);
});

async function textOf(...places: readonly string[]): Promise<string> {
  const texts = places.map(async (place) => {
    const whole = path.join(ROOT, place);
    if (/\.ts$/.test(place)) return [await readFile(whole, 'utf8')];
    const entries = await readdir(whole, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(?:ts|mjs|js)$/.test(entry.name));
    return Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')));
  });
  return (await Promise.all(texts)).flat().join('\n');
}

import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-dateline.ts';

/** Tells which packages are loaded with these modules, and which folders of src/. */
const TELL = `
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({
  load(url, context, next) {
    const [, name] = /\\/(node_modules\\/(?:@[^/]+\\/)?[^/]+|src\\/[^/]+)\\/[^?]*$/.exec(url) ?? [];
    if (name) loaded.add(name);
    return next(url, context);
  },
});
for (const file of process.argv.slice(1)) await import(file);
process.stdout.write([...loaded].sort().join(' '));
`;

async function loadedWith(files: readonly string[]): Promise<readonly string[]> {
  const urls = files.map((file) => pathToFileURL(path.join(ROOT, file)).href);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', TELL, ...urls]);
  return stdout.split(' ');
}

// Each thread that renders loads them anew, and after an edit that is most of what there is to wait for.
test('layouts load nothing that reads or checks content', async () => {
  const layouts = (await readdir(path.join(ROOT, 'layouts'))).filter((name) => name.endsWith('.11ty.ts'));
  const loaded = await loadedWith(layouts.map((name) => `layouts/${name}`));
  expect(loaded.filter((name) => name.startsWith('node_modules/'))).toEqual(['node_modules/luxon']);
  expect(loaded).toContain('src/pages');
  expect(loaded.filter((name) => /^src\/(?:content|eleventy|feeds|search)$/.test(name))).toEqual([]);
});

test('a command that does no work loads no package but that of dates', async () => {
  const loaded = await loadedWith(['src/cli/main.ts']);
  expect(loaded.filter((name) => name.startsWith('node_modules/'))).toEqual(['node_modules/luxon']);
});

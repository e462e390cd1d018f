import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAssets } from '../../src/eleventy/assets.ts';

async function assetsOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-assets-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return new Map((await readAssets(folder)).map(({ name, bytes }) => [name, bytes.toString()]));
}

test('a style sheet holds what it imports, in order, and its parts are no files of their own', async () => {
  const assets = await assetsOf({
    'styles/page.css': '/* A page. */\n@import "./shared.css";\n@import "./table.css";\np { margin: 0 }\n',
    'styles/shared.css': '@import "./fonts.css";\na { color: red }\n',
    'styles/fonts.css': '@font-face { src: url("../fonts/a.woff2") }\n',
    'styles/table.css': 'td { padding: 0 }\n',
    'fonts/a.woff2': 'x',
  });
  expect([...assets.keys()]).toEqual(['fonts/a.woff2', 'styles/page.css']);
  expect(assets.get('styles/page.css')?.replace(/a\.[0-9a-f]{10}/, 'a.HASH')).toBe(
    '/* A page. */\n@font-face { src: url("../fonts/a.HASH.woff2") }\na { color: red }\ntd { padding: 0 }\np { margin: 0 }\n',
  );
});

test('style sheets that import each other end, and one that imports nothing that there is stays as it is', async () => {
  const assets = await assetsOf({
    'styles/page.css': '@import "./a.css";\n@import "./missing.css";\n',
    'styles/a.css': '@import "./b.css";\na { top: 0 }\n',
    'styles/b.css': '@import "./a.css";\nb { top: 0 }\n',
  });
  expect(assets.get('styles/page.css')).toContain('b { top: 0 }\na { top: 0 }\n');
  expect(assets.get('styles/page.css')).toContain('@import "./missing.css";');
});

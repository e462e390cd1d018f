import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/eleventy/manifest.ts';
import { article, readTree, SmallSite } from '../small-site.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A clone of the project beside the content, with a transform and a plugin of the newsroom's own in `.eleventy.ts`. */
async function clone(site: SmallSite): Promise<string> {
  const folder = path.join(site.folder, 'clone');
  for (const name of ['src', 'layouts', 'assets', 'package.json', 'package-lock.json'])
    await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

async function configure(folder: string, stamp: string): Promise<void> {
  const config = await readFile(path.join(ROOT, '.eleventy.ts'), 'utf8');
  const own = `
  eleventy.addPlugin((plugged) => plugged.addTransform('stamp', async function (content) {
    return content + '<!-- ${stamp} ' + this.page.url + ' -->';
  }));
  return {`;
  await writeFile(path.join(folder, '.eleventy.ts'), config.replace('\n  return {', own));
}

async function build(folder: string, site: SmallSite): Promise<ReadonlyMap<string, Buffer>> {
  const args = ['src/cli/dateline.mjs', 'build', '--no-ledger', '--content', site.content, '--output', site.output];
  await promisify(execFile)(process.execPath, args, { cwd: folder });
  return readTree(site.output);
}

test('a transform of a plugin has the last word on every page, and a change of it makes every page anew', async () => {
  const site = await SmallSite.write({
    'articles/a.md': article({ tags: ['Sea'], authors: ['ada'] }),
    'authors/ada.md': '---\nname: Ada\n---\n',
    'pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
  });
  const folder = await clone(site);
  for (const stamp of ['first', 'second']) {
    await configure(folder, stamp);
    const tree = await build(folder, site);
    const pages = [...tree].filter(([name]) => name.endsWith('.html') && !name.startsWith('admin/'));
    expect(pages.length).toBeGreaterThan(10);
    for (const [name, bytes] of pages) {
      const address = `/${name.replace(/(?:^|\/)index\.html$/, (found) => (found[0] === '/' ? '/' : ''))}`;
      expect(String(bytes)).toMatch(new RegExp(`</html>\\s*<!-- ${stamp} ${address.replace('.', '\\.')} -->$`));
    }
    const manifest = parseManifest(String(tree.get('.dateline-manifest')));
    for (const [name, bytes] of pages) expect(manifest.get(name)).toBe(hash('sha256', bytes, 'base64url').slice(0, 22));
  }
}, 60_000);

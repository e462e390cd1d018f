import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESK_MODULES } from '../desk/desk-page.ts';
import type { SiteFile } from './site-file.ts';

const SVELTIA = path.dirname(path.dirname(fileURLToPath(import.meta.resolve('@sveltia/cms'))));
const YAML = path.join(path.dirname(fileURLToPath(import.meta.resolve('yaml/package.json'))), 'browser', 'dist');
const BROWSER = fileURLToPath(new URL('../desk/browser', import.meta.url));

/** Files of the packages that the desk's modules are, by the name under which they are imported. */
const PACKAGE_FILES: Readonly<
  Record<Exclude<keyof typeof DESK_MODULES, 'yaml'>, readonly [name: string, file: string]>
> = {
  immutable: ['immutable', 'dist/immutable.es.js'],
  'exifr/dist/lite.esm.mjs': ['exifr', 'dist/lite.esm.mjs'],
  'svgo/browser': ['svgo', 'dist/svgo.browser.js'],
  'turndown/lib/turndown.browser.es.js': ['turndown', 'lib/turndown.browser.es.js'],
};

/** What the desk runs: our scripts, Sveltia CMS and the modules of both. Nothing of it depends on the publication. */
export function deskFiles(): readonly SiteFile[] {
  const modules = Object.entries(PACKAGE_FILES).map(([name, file]) => ({
    address: `/admin/${DESK_MODULES[name as keyof typeof PACKAGE_FILES].slice(2)}`,
    source: packageFile(...file),
  }));
  return [
    ...folder(BROWSER, '/admin', /(?<!\.d)\.js$/),
    ...folder(YAML, '/admin/modules/yaml', /\.js$/),
    ...modules,
    { address: '/admin/sveltia/npm/index.js', bytes: Buffer.from(withoutBundler(path.join(SVELTIA, 'npm/index.js'))) },
    ...folder(path.join(SVELTIA, 'npm/chunks'), '/admin/sveltia/npm/chunks', /\.js$/),
    ...folder(path.join(SVELTIA, 'npm/assets'), '/admin/sveltia/npm/assets', /\.(?:js|wasm|woff2|png|txt)$/),
    ...readdirSync(path.join(SVELTIA, 'locales')).map((name) => ({
      address: `/admin/sveltia/locales/${name.replace(/\.json$/, '.js')}`,
      bytes: Buffer.from(`export default ${readFileSync(path.join(SVELTIA, 'locales', name), 'utf8')};\n`),
    })),
  ];
}

/**
 * Sveltia CMS as a browser can run it by itself. Its words are imported as JSON, which bundlers turn into modules; its
 * style names typefaces on a server of others, which the package brings along.
 */
function withoutBundler(file: string): string {
  const typefaces = readdirSync(path.join(SVELTIA, 'npm/assets'));
  const own = (name: string): string => typefaces.find((typeface) => typeface.startsWith(`${name}-`)) ?? '';
  return readFileSync(file, 'utf8')
    .replace(/(`\.\.\/locales\/[\w-]+)\.json`/g, '$1.js`')
    .replace(
      /url\(https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)[\w:@.]*\/([\w-]+)\.woff2\)/g,
      (_, family: string, style: string) => `url(sveltia/npm/assets/${own(`${family}-${style}`)})`,
    )
    .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

function folder(directory: string, address: string, wanted: RegExp): SiteFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => {
      const source = path.join(entry.parentPath, entry.name);
      return { address: `${address}/${path.relative(directory, source).replaceAll(path.sep, '/')}`, source };
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

// Where npm has put what Sveltia CMS depends on: beside it, or within it.
function packageFile(name: string, file: string): string {
  const places = createRequire(path.join(SVELTIA, 'npm/index.js')).resolve.paths(name) ?? [];
  const found = places.map((place) => path.join(place, name, file)).find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`${name} has no ${file}: run \`npm ci\``);
  return found;
}

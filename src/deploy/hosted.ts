import { stat } from 'node:fs/promises';
import path from 'node:path';
import { forEachConcurrently } from '../concurrency/for-each-concurrently.ts';
import type { BuiltSite } from './read-output.ts';

/** A host that fetches the site by itself, from a repository or an artifact. */
export interface Host {
  readonly name: string;
  /** What makes it do so. */
  readonly how: string;
  readonly limits: {
    readonly files?: number;
    readonly bytesPerFile?: number;
    readonly bytes?: number;
    readonly redirects?: number;
    readonly headerRules?: number;
  };
}

const MEBI = 2 ** 20;

/** Names that `npm run deploy` knows without deploy.yaml. Limits are those of free plans, from the hosts' own documents. */
export const HOSTS: Readonly<Record<string, Host>> = {
  'github-pages': {
    name: 'GitHub Pages',
    how: '.github/workflows/publish.yml builds and publishes on every merge (Settings, Pages, Source: GitHub Actions)',
    limits: { bytes: 1e9 },
  },
  netlify: {
    name: 'Netlify',
    how: 'netlify.toml says how it builds and what it publishes; it reads _headers and _redirects',
    limits: {},
  },
  cloudflare: {
    name: 'Cloudflare',
    how: 'wrangler.jsonc says what it publishes, by `npx wrangler deploy` or from the repository; it reads _headers and _redirects',
    limits: { files: 20_000, bytesPerFile: 25 * MEBI, redirects: 2000, headerRules: 100 },
  },
};

/** Which limits of a host a site exceeds, one sentence each. */
export async function exceededLimits(site: BuiltSite, { limits }: Host): Promise<readonly string[]> {
  const sizes = new Map<string, number>();
  await forEachConcurrently(site.manifest.keys(), 16, async (file) => {
    sizes.set(file, (await stat(path.join(site.directory, file))).size);
  });
  const lines = async (file: string, counted: RegExp): Promise<number> =>
    site.manifest.has(file) ? ((await site.read(file)).toString().match(counted)?.length ?? 0) : 0;
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const { files = Infinity, bytesPerFile = Infinity, bytes = Infinity } = limits;
  const found = [...sizes]
    .filter(([, size]) => size > bytesPerFile)
    .map(([file, size]) => `${file} has ${size} bytes, and ${bytesPerFile} is the most.`)
    .sort();
  const counts: readonly [number, number | undefined, string][] = [
    [sizes.size, files, 'files'],
    [total, bytes, 'bytes'],
    [await lines('_redirects', /^./gm), limits.redirects, 'redirects'],
    [await lines('_headers', /^\S/gm), limits.headerRules, 'rules for headers'],
  ];
  for (const [count, most = Infinity, what] of counts)
    if (count > most) found.push(`The site has ${count} ${what}, and ${most} is the most.`);
  return found;
}

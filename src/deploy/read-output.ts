import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, type Manifest, parseManifest } from '../eleventy/manifest.ts';
import { type HeaderRule, headersFor } from '../metadata/response-headers.ts';
import { DeployError } from './deploy-error.ts';
import { headersOfFile, redirectsByFile } from './file-headers.ts';
import { type Release, type ReleaseFile, releaseOf } from './release.ts';

/** A built site as it lies on the disk. */
export interface BuiltSite {
  readonly directory: string;
  readonly release: Release;
  /** Every file with its hash, those for hosts included. */
  readonly manifest: Manifest;
  /** Path under which the site is to stand: `/`, or `/a/b/`. */
  readonly base: string;
  /** Bytes of a file. @throws DeployError when they are not those that the build wrote. */
  readonly read: (file: string) => Promise<Buffer>;
}

/** Files that tell other hosts what stands in the headers of a store. */
const FOR_HOSTS = new Set(['_headers', '_redirects']);

/** What a build wrote into a directory. @throws DeployError when no build did. */
export async function readOutput(directory: string): Promise<BuiltSite> {
  const manifest = await readFile(path.join(directory, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw new DeployError(`there is no site in ${directory}: \`npm run build\` makes one`);
  });
  const hashes = parseManifest(manifest);
  const read = async (file: string): Promise<Buffer> => {
    const bytes = await readFile(path.join(directory, file));
    if (hash('sha256', bytes, 'base64url').slice(0, 22) !== hashes.get(file))
      throw new DeployError(`${path.join(directory, file)} is not what the build wrote: build again`);
    return bytes;
  };
  const textOf = async (file: string): Promise<string> => (hashes.has(file) ? (await read(file)).toString() : '');
  const { rules, base } = parseHeaders(await textOf('_headers'));
  const redirects = redirectsByFile(await textOf('_redirects'), base);
  const files = [...hashes]
    .filter(([file]) => !FOR_HOSTS.has(file))
    .map(([file, hash]): [string, ReleaseFile] => [
      file,
      { hash, headers: headersOfFile(file, headersFor(`/${file}`, rules), redirects.get(file)) },
    ]);
  return { directory, base, release: releaseOf(new Map(files)), manifest: hashes, read };
}

/** The rules of `_headers`, without base path, and that path: `/` or `/a/b/`. */
function parseHeaders(text: string): { readonly rules: readonly HeaderRule[]; readonly base: string } {
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
    // A line `! Name` takes back what rules before it say, which here happens anyway.
    else if (/^\S/.test(line)) rules.push({ path: line, headers: {} });
  }
  // The first rule holds for all addresses.
  const base = rules[0]?.path.replace(/\*$/, '') ?? '/';
  return { base, rules: rules.map(({ path, headers }) => ({ path: `/${path.slice(base.length)}`, headers })) };
}

import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the code is that decides what is written: Eleventy's transforms and plugins stand in `.eleventy.ts`. */
export const CODE_OF_PAGES = ['src', 'layouts', '.eleventy.ts'];

/** A hash of the code in these folders or files and of the versions of all packages: what was cached by other code is not used. */
export function codeVersion(places: readonly string[]): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = places.flatMap((place) => {
    if (place.endsWith('.ts')) return [place];
    const names = readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /\.(?:ts|mjs|js)$/.test(name)).map((name) => `${place}/${name}`);
  });
  const told = [...files.sort(), 'package-lock.json'].map((file) => `${file} ${hashOf(path.join(root, file))}\n`);
  return hash('sha256', told.join(''), 'base64url');
}

const known = new Map<string, string>();

/** Of a file's content; empty when it is not there, as the list of packages is where they are somebody else's concern. */
function hashOf(file: string): string {
  // Once, because what this process runs is what there was.
  const found = known.get(file) ?? (existsSync(file) ? hash('sha256', readFileSync(file)) : '');
  known.set(file, found);
  return found;
}

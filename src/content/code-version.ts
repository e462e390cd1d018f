import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the code is that decides what is written: Eleventy's transforms and plugins stand in `.eleventy.ts`. */
export const CODE_OF_PAGES = ['src', 'layouts', '.eleventy.ts'];

/** A hash of the code in these folders or files and of the versions of all packages: what was cached by other code is not used. */
export function codeVersion(places: readonly string[]): string {
  const hash = createHash('sha256');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const place of places) {
    const isFile = place.endsWith('.ts');
    const names = isFile ? [''] : readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((name) => isFile || /\.(?:ts|mjs|js)$/.test(name)).sort())
      hash.update(`${place}/${name}\n`).update(readFileSync(path.join(root, place, name)));
  }
  // Present in a clone; where it is not, the packages are somebody else's concern.
  try {
    hash.update(readFileSync(path.join(root, 'package-lock.json')));
  } catch {}
  return hash.digest('base64url');
}

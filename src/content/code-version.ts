import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A hash of the code of these folders of src/ and of the versions of all packages: what was cached by other code is not used. */
export function codeVersion(folders: readonly string[]): string {
  const hash = createHash('sha256');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const folder of folders) {
    const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:ts|mjs|js)$/.test(name),
    );
    for (const name of names.sort())
      hash.update(`${folder}/${name}\n`).update(readFileSync(path.join(root, folder, name)));
  }
  // Present in a clone; where it is not, the packages are somebody else's concern.
  try {
    hash.update(readFileSync(path.join(root, 'package-lock.json')));
  } catch {}
  return hash.digest('base64url');
}

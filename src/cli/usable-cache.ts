import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Whether the cache can be read and written. One that another user has made, or on a disk that is read-only, counts as none. */
export function usableCache(directory: string): boolean {
  try {
    mkdirSync(directory, { recursive: true });
    const kept = [directory, path.join(directory, 'images')].filter((folder) => existsSync(folder));
    for (const folder of kept) {
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
      for (const name of readdirSync(folder)) accessSync(path.join(folder, name), constants.R_OK | constants.W_OK);
    }
    return true;
  } catch {
    return false;
  }
}

import { statSync } from 'node:fs';

/** Tells whether a file may have changed, without reading it: size, times and inode. Empty when it is gone. */
export function identityOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}` : '';
}

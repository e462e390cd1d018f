import { statSync } from 'node:fs';

// A file system's clock ticks in milliseconds: a second write within one tick would go unseen.
const SETTLED = 50;

/** Tells whether a file may have changed, without reading it: size, times and inode. Empty when it is gone. */
export function identityOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}` : '';
}

/** Whether an identity can be trusted to change with the file: not of one that was written a moment ago. */
export function isSettled(identity: string): boolean {
  return Date.now() - Number(BigInt(identity.split(' ')[2] ?? 0) / 1_000_000n) > SETTLED;
}

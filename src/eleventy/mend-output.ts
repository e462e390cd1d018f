import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The name, beside an output, of its spare one. */
export const SPARE = 'spare';

/** Path of a directory that belongs to an output and stands beside it: on the same disk, and hidden. */
export function besideOutput(target: string, name: string): string {
  return path.join(path.dirname(target), `${prefixOf(target)}${name}`);
}

/** Clears away what killed builds left: staging directories, and where directories cannot be swapped perhaps the site under another name. */
export function mendOutput(target: string): void {
  const parent = path.dirname(target);
  if (!existsSync(parent)) return;
  const prefix = prefixOf(target);
  for (const name of readdirSync(parent)
    .filter((entry) => entry.startsWith(prefix))
    .sort()) {
    if (name === `${prefix}${SPARE}`) continue;
    const left = path.join(parent, name);
    if (isAlive(Number(/^\d+/.exec(name.slice(prefix.length))?.[0]))) continue;
    if (name.endsWith('.old') && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

const prefixOf = (target: string): string => `.${path.basename(target)}.dateline-`;

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

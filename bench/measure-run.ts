import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all cores together. */
  readonly cpu: number;
  /** Peak of the whole process tree. */
  readonly megabytes: number;
  readonly output: string;
}

/** Runs a command under GNU time and watches the memory of it and of all its children; undefined when it fails. */
export async function measureRun(
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run | undefined> {
  const child = spawn('/usr/bin/time', ['-f', 'timed %e %U %S %M', ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (errors += data));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, treeMegabytes(child.pid ?? 0))), 100);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const [, wall, user, system, kilobytes] = /^timed (\S+) (\S+) (\S+) (\S+)$/m.exec(errors) ?? [];
  if (status !== 0) {
    process.stderr.write(errors.slice(-2000));
    return undefined;
  }
  // A run can be over before it was looked at; the system knows the peak of its largest process.
  const megabytes = Math.max(peak, Number(kilobytes) / 1024);
  return { wall: Number(wall), cpu: Number(user) + Number(system), megabytes, output };
}

// Shared pages count once for each process, so that the sum is rather too high than too low.
function treeMegabytes(root: number): number {
  const parents = new Map<number, { readonly parent: number; readonly kilobytes: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      parents.set(Number(name), { parent, kilobytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) });
    } catch {
      // It has ended meanwhile.
    }
  }
  let sum = 0;
  for (const [pid, { kilobytes }] of parents) if (descends(pid, root, parents)) sum += kilobytes;
  return sum / 1024;
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, { readonly parent: number }>): boolean {
  for (let at = pid; at > 1; at = parents.get(at)?.parent ?? 0) if (at === root) return true;
  return false;
}

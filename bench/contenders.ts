import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ROOT, SCRATCH, TOOLS } from './workshop.ts';

/** Something that builds the publication. */
export interface Contender {
  readonly name: string;
  /** Builds the pages that all contenders make, so that their files can be compared. */
  readonly samePages: boolean;
  readonly output: string;
  readonly before: (content: string) => void;
  readonly command: (content: string, output: string) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const CACHES = path.join(SCRATCH, 'caches');

/** The command that builds a whole site. */
export function wholeBuild(content: string, output: string, ...more: readonly string[]): readonly string[] {
  const command = path.join(ROOT, 'src/cli/dateline.mjs');
  return [process.execPath, command, 'build', '--no-ledger', '--content', content, '--output', output, ...more];
}

/** Dateline twice: with the pages of the peers and nothing more, and whole; each cold, then with nothing changed. */
export function ours(): readonly Contender[] {
  const jobs = String(availableParallelism());
  const same = (content: string, output: string) => [
    process.execPath,
    path.join(ROOT, 'bench/build-same-pages.ts'),
    content,
    output,
    path.join(CACHES, 'same'),
    jobs,
  ];
  return [
    contender('Dateline, the peers’ pages, cold', 'same', true, same),
    contender('Dateline, the peers’ pages, nothing changed', 'same', false, same),
    contender('Dateline, whole, cold', 'whole', true, wholeBuild),
    contender('Dateline, whole, nothing changed', 'whole', false, wholeBuild),
  ];
}

function contender(name: string, kind: 'same' | 'whole', cold: boolean, command: Contender['command']): Contender {
  const output = path.join(SCRATCH, `out-${kind}`);
  return {
    name,
    samePages: kind === 'same',
    output,
    before: () => {
      if (!cold) return;
      rmSync(output, { recursive: true, force: true });
      emptyCache(kind === 'same' ? path.join(CACHES, 'same') : path.join(ROOT, '.cache/dateline'));
    },
    command,
  };
}

// Pictures are converted once in a publication's life, and the peers do not convert them at all.
function emptyCache(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name !== 'images') rmSync(path.join(folder, name), { recursive: true });
}

/** The peers that can be had here, and why the others cannot. `floor@2` is the bare script on two threads. */
export function peers(names: readonly string[]): {
  readonly contenders: readonly Contender[];
  readonly absent: readonly string[];
} {
  const contenders: Contender[] = [];
  const absent: string[] = [];
  for (const name of names) {
    const [peer = '', jobs = '1'] = name.split('@');
    const folder = path.join(TOOLS, 'peers', peer);
    const environment = { BENCH_TMP: SCRATCH, JOBS: jobs };
    const run = (script: string, content: string): void => {
      if (existsSync(path.join(folder, script)))
        spawnSync(path.join(folder, script), [content], { env: { ...process.env, ...environment }, stdio: 'ignore' });
    };
    const setup = spawnSync(path.join(folder, 'setup'), { encoding: 'utf8', env: { ...process.env, ...environment } });
    const version = setup.stdout?.trim().split('\n').at(-1) || 'no such peer';
    if (setup.status !== 0) {
      absent.push(`${name} (${version})`);
      continue;
    }
    const output = path.join(SCRATCH, `out-${name}`);
    contenders.push({
      name: `${name} (${version})`,
      samePages: true,
      output,
      environment,
      before: (content) => {
        rmSync(output, { recursive: true, force: true });
        run('prepare', content);
        run('clean', content);
      },
      command: (content, out) => [path.join(folder, 'build'), content, out],
    });
  }
  return { contenders, absent };
}

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = path.resolve(ROOT, '../shared/bench');
// Memory-backed where there is such a thing, so that no disk takes part.
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm/dateline-bench' : path.join(ROOT, '.cache/bench-scratch');
const TOOLS = path.join(ROOT, '.cache/bench');

interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

interface Contender {
  readonly name: string;
  readonly before: (content: string) => void;
  readonly command: (content: string, output: string) => readonly string[];
}

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    peers: { type: 'string', default: 'floor,eleventy-js,eleventy-njk' },
  },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
process.exitCode = main(
  sizes,
  Number(values.rounds),
  values.peers.split(',').filter((peer) => peer !== ''),
);

/** Prints one table for each size: Dateline cold and warm, beside the peers, all in this run. */
function main(articles: readonly number[], rounds: number, peers: readonly string[]): number {
  if (articles.some((n) => !Number.isInteger(n) || n < 1) || !Number.isInteger(rounds) || rounds < 1) {
    process.stderr.write(
      'usage: npm run bench -- [ARTICLES…] [--rounds N] [--peers floor,eleventy-js,eleventy-njk,hugo,astro]\n',
    );
    return 2;
  }
  if (!existsSync(SHARED)) {
    process.stderr.write(`The generator of the benchmark's content is missing: ${path.relative('.', SHARED)}\n`);
    return 1;
  }
  if (spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status !== 0) {
    process.stderr.write('GNU time is missing: apt-get install time\n');
    return 1;
  }
  mkdirSync(SCRATCH, { recursive: true });
  // The peers install themselves beside their scripts, so they run from a copy.
  cpSync(SHARED, TOOLS, { recursive: true, force: true });
  spawnSync('chmod', ['-R', 'u+w', TOOLS]);
  const ready = [...ours(), ...peers.flatMap(peer)];
  process.stdout.write(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}\n`,
  );
  for (const n of articles) table(n, rounds, ready);
  rmSync(SCRATCH, { recursive: true, force: true });
  return 0;
}

function ours(): Contender[] {
  const command = (content: string, output: string) => [
    process.execPath,
    path.join(ROOT, 'src/cli/dateline.mjs'),
    'build',
    '--content',
    content,
    '--output',
    output,
  ];
  const cache = path.join(ROOT, '.cache/dateline');
  const cold = (): void => {
    // Pictures are converted once in a publication's life; the peers do not convert them at all.
    for (const name of existsSync(cache) ? readdirSync(cache) : [])
      if (name !== 'images') rmSync(path.join(cache, name), { recursive: true });
  };
  return [
    { name: 'Dateline, warm pictures', before: cold, command },
    { name: 'Dateline, nothing changed', before: () => undefined, command },
  ];
}

function peer(name: string): Contender[] {
  const folder = path.join(TOOLS, 'peers', name);
  const environment = { ...process.env, BENCH_TMP: SCRATCH };
  const setup = spawnSync(path.join(folder, 'setup'), { encoding: 'utf8', env: environment });
  const version = setup.stdout?.trim().split('\n').at(-1) ?? 'no such peer';
  if (setup.status !== 0) {
    process.stdout.write(`left out: ${name}: ${version}\n`);
    return [];
  }
  const optional = (script: string, content: string): void => {
    if (existsSync(path.join(folder, script)))
      spawnSync(path.join(folder, script), [content], { env: environment, stdio: 'ignore' });
  };
  return [
    {
      name: `${name} (${version})`,
      before: (content) => {
        optional('prepare', content);
        optional('clean', content);
      },
      command: (content, output) => [path.join(folder, 'build'), content, output],
    },
  ];
}

function table(articles: number, rounds: number, contenders: readonly Contender[]): void {
  const content = path.join(SCRATCH, `content-${articles}`);
  spawnSync(process.execPath, [path.join(TOOLS, 'generate.mjs'), String(articles), content], { stdio: 'inherit' });
  const runs = new Map<Contender, Run[]>();
  const files = new Map<Contender, number>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const output = path.join(SCRATCH, contender.name.startsWith('Dateline') ? 'out-dateline' : 'out-peer');
      if (contender.name !== 'Dateline, nothing changed') rmSync(output, { recursive: true, force: true });
      contender.before(content);
      const run = timed(contender.command(content, output));
      if (!run) continue;
      runs.set(contender, [...(runs.get(contender) ?? []), run]);
      files.set(
        contender,
        readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
      );
    }
  }
  process.stdout.write(
    `\n${articles} articles, median of ${rounds}\n\n| | wall s | articles/s | CPU s | peak MB | files |\n|---|--:|--:|--:|--:|--:|\n`,
  );
  for (const contender of contenders) {
    const own = runs.get(contender) ?? [];
    if (own.length === 0) {
      process.stdout.write(`| ${contender.name} | failed | | | | |\n`);
      continue;
    }
    const wall = median(own.map((run) => run.wall));
    process.stdout.write(
      `| ${contender.name} | ${wall.toFixed(2)} | ${Math.round(articles / wall)} | ${median(own.map((run) => run.cpu)).toFixed(2)} | ${Math.round(median(own.map((run) => run.megabytes)))} | ${files.get(contender)} |\n`,
    );
  }
}

/** Runs a command under GNU time; undefined when it fails. */
function timed(command: readonly string[]): Run | undefined {
  const result = spawnSync('/usr/bin/time', ['-f', 'timed %e %U %S %M', ...command], {
    encoding: 'utf8',
    cwd: ROOT,
    env: { ...process.env, BENCH_TMP: SCRATCH },
    maxBuffer: 64e6,
  });
  const [, wall, user, system, kilobytes] = /^timed (\S+) (\S+) (\S+) (\S+)$/m.exec(result.stderr) ?? [];
  if (result.status !== 0) {
    process.stderr.write(result.stderr.slice(-2000));
    return undefined;
  }
  return { wall: Number(wall), cpu: Number(user) + Number(system), megabytes: Number(kilobytes) / 1024 };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

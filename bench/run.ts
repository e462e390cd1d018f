import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ours, peers } from './contenders.ts';
import { measureDaily } from './measure-daily.ts';
import { tableOf } from './table.ts';
import { missingTools, prepareWorkshop, ROOT, removeScratch } from './workshop.ts';

const USAGE = `npm run bench -- [ARTICLES…] [--rounds N] [--peers LIST] [--write]

Builds the same publication with Dateline and with its peers, cold and warm, and
measures what an editor waits for. Prints tables; \`--write\` puts them into
docs/performance.md. ARTICLES are 1000 and 10000 unless said otherwise; 50000
takes half an hour.

  --rounds N     how often each build runs; the median counts (1)
  --peers LIST   floor,floor@2,hugo,eleventy-js,eleventy-njk,astro, or none
  --no-daily     leave out edits, preview and check
`;

const ALL_PEERS = ['floor', 'floor@2', 'hugo', 'eleventy-js', 'eleventy-njk', 'astro'];

process.exitCode = await main();

async function main(): Promise<number> {
  let options: ReturnType<typeof parse>;
  try {
    options = parse();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
  const rounds = Number(values.rounds);
  if ([...sizes, rounds].some((n) => !Number.isInteger(n) || n < 1)) {
    process.stderr.write(USAGE);
    return 2;
  }
  const missing = missingTools();
  if (missing !== undefined) {
    process.stderr.write(`${missing}\n`);
    return 1;
  }
  prepareWorkshop();
  const names = values.peers === 'none' ? [] : values.peers.split(',').filter((name) => name !== '');
  const { contenders, absent } = peers(names);
  const parts = [machine()];
  for (const size of sizes) {
    parts.push(await tableOf(size, rounds, [...ours(), ...contenders]));
    if (!values['no-daily']) parts.push(await measureDaily(size));
  }
  // Named, because a table without them would look complete.
  const leftOut = ALL_PEERS.filter((name) => !names.includes(name)).map((name) => `${name} (left out of this run)`);
  const unmeasured = [...absent, ...leftOut];
  if (unmeasured.length > 0) parts.push(`Not measured: ${unmeasured.join('; ')}.`);
  const text = `${parts.join('\n\n')}\n`;
  process.stdout.write(`\n${text}`);
  if (values.write) writeInto(path.join(ROOT, 'docs/performance.md'), text);
  removeScratch();
  return 0;
}

function parse() {
  return parseArgs({
    options: {
      rounds: { type: 'string', default: '1' },
      peers: { type: 'string', default: ALL_PEERS.join(',') },
      'no-daily': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
}

function machine(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, content and output on a memory-backed disk.`;
}

function writeInto(file: string, text: string): void {
  const page = readFileSync(file, 'utf8');
  const begin = '<!-- measured -->\n';
  const end = '<!-- /measured -->';
  const [before = '', rest = ''] = page.split(begin);
  writeFileSync(file, `${before}${begin}\n${text}\n${end}${rest.split(end)[1] ?? ''}`);
}

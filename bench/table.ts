import { readdirSync } from 'node:fs';
import { comparePages } from './compare-pages.ts';
import type { Contender } from './contenders.ts';
import { measureRun, type Run } from './measure-run.ts';
import { contentOf } from './workshop.ts';

/** Builds one size with every contender, compares what they wrote, and returns the table. */
export async function tableOf(articles: number, rounds: number, contenders: readonly Contender[]): Promise<string> {
  const content = contentOf(articles);
  const runs = new Map<Contender, Run[]>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      process.stderr.write(`${articles} articles, round ${round + 1}: ${contender.name}\n`);
      contender.before(content);
      const run = await measureRun(contender.command(content, contender.output), contender.environment);
      if (run) runs.set(contender, [...(runs.get(contender) ?? []), run]);
    }
  }
  const rows = contenders.map((contender) => rowOf(contender, runs.get(contender) ?? [], articles));
  return `## ${articles.toLocaleString('en')} articles, median of ${rounds}

| | wall s | articles/s | CPU s | peak MB | files |
|---|--:|--:|--:|--:|--:|
${rows.join('\n')}

${verdict(contenders)}`;
}

function rowOf({ name, output }: Contender, own: readonly Run[], articles: number): string {
  if (own.length === 0) return `| ${name} | failed | | | | |`;
  const wall = median(own.map((run) => run.wall));
  const cells = [
    wall.toFixed(2),
    Math.round(articles / wall),
    median(own.map((run) => run.cpu)).toFixed(1),
    Math.round(median(own.map((run) => run.megabytes))),
    filesIn(output),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

/** Whether the pages are the same, said before a time is believed. */
function verdict(contenders: readonly Contender[]): string {
  const floor = contenders.find(({ name }) => name.startsWith('floor '));
  const own = contenders.find(({ samePages, name }) => samePages && name.startsWith('Dateline'));
  if (!floor || !own) return 'The pages were not compared: that needs the peer `floor`.';
  const faults = comparePages(floor.output, own.output);
  return faults.length === 0
    ? 'Compared with the floor’s, page by page: every article has the same words, every tag and month the same articles.'
    : `**The pages differ in ${faults.length} places, so the times cannot be compared**: ${faults.slice(0, 3).join('; ')}.`;
}

export function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

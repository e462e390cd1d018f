import { rmSync } from 'node:fs';
import path from 'node:path';
import { wholeBuild } from './contenders.ts';
import { measureRun } from './measure-run.ts';
import { filesIn } from './table.ts';
import { contentOf, prepareWorkshop, ROOT, removeScratch, SCRATCH } from './workshop.ts';

/*
 * node bench/measure-shards.ts [ARTICLES]: what one machine takes for a whole cold build, and what it takes for one of
 * four parts; prints the rows for docs/performance.md.
 */
const articles = Number(process.argv[2] ?? 10_000);
prepareWorkshop();
const content = contentOf(articles);
const rows: string[] = [];
for (const shard of [undefined, '1/4']) {
  const output = path.join(SCRATCH, 'out-shard');
  for (const folder of [output, path.join(ROOT, '.cache/dateline/content.sqlite')])
    rmSync(folder, { recursive: true, force: true });
  rmSync(path.join(ROOT, '.cache/dateline/search'), { recursive: true, force: true });
  const run = await measureRun(wholeBuild(content, output, ...(shard === undefined ? [] : ['--shard', shard])));
  const name = shard === undefined ? 'whole' : `part ${shard.replace('/', ' of ')}`;
  rows.push(
    run
      ? `| ${name} | ${run.wall.toFixed(0)} | ${run.cpu.toFixed(0)} | ${Math.round(run.megabytes)} | ${filesIn(output)} |`
      : `| ${name} | failed | | | |`,
  );
  process.stdout.write(`${rows.at(-1)}\n`);
}
removeScratch();
process.stdout.write(
  `\n| ${articles.toLocaleString('en')} articles, cold | wall s | CPU s | peak MB | files |\n|---|--:|--:|--:|--:|\n${rows.join('\n')}\n`,
);

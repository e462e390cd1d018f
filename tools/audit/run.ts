import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHROMIUM } from '../../tests/browser/chromium.ts';
import { buildDemoSite, PAGES } from '../../tests/browser/demo-site.ts';
import { startTreeServer } from '../../tests/browser/tree-server.ts';
import { type Run, runLighthouse } from './lighthouse-run.ts';
import { type AuditedPage, missedGoals, report } from './report.ts';

// `npm run audit`: what Lighthouse says of the demonstration site, into docs/lighthouse.md. Fails when a goal is missed.

const KINDS = ['front', 'article', 'section'] as const;
const RUNS = 5;
const REPORT = path.join(import.meta.dirname, '../../docs/lighthouse.md');

if (CHROMIUM === undefined) {
  console.error('There is no Chromium on this machine: install it, or name it in CHROMIUM.');
  process.exit(2);
}

const server = await startTreeServer(await buildDemoSite(), { compress: true });
const pages: AuditedPage[] = [];
for (const kind of KINDS) {
  const runs: Run[] = [];
  for (let failures = 0; runs.length < RUNS; ) {
    try {
      const run = await runLighthouse(server.url + PAGES[kind], CHROMIUM);
      console.log(`${kind}: ${Object.values(run.scores).join(', ')}`);
      runs.push(run);
    } catch (error) {
      // On a busy machine a visit may end without a trace; Lighthouse then asks to be run again.
      if (++failures > RUNS) throw error;
      console.error(`${kind}: ${(error as Error).message}`);
    }
  }
  pages.push({ kind, address: PAGES[kind], runs });
}
await server.close();

await writeFile(REPORT, report(pages, new Date().toISOString().slice(0, 10)));
const missed = missedGoals(pages);
for (const one of missed) console.error(one);
console.log(`Written: ${path.relative(process.cwd(), REPORT)}`);
if (missed.length > 0) process.exitCode = 1;

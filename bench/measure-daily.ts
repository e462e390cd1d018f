import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { wholeBuild } from './contenders.ts';
import { measurePreview } from './measure-preview.ts';
import { measureRun } from './measure-run.ts';
import { median } from './table.ts';
import { contentOf, ROOT, SCRATCH } from './workshop.ts';

const OUTPUT = path.join(SCRATCH, 'out-whole');
const TIMES = 3;

/** What an editor and a merge wait for, on the site that the table's last build left. */
export async function measureDaily(articles: number): Promise<string> {
  const content = contentOf(articles);
  const rows: string[] = [];
  const add = (what: string, measured: string): void => void rows.push(`| ${what} | ${measured} |`);

  const oldest = (pattern: string): string => globSync(pattern, { cwd: content }).sort()[0] ?? '';
  const edited = oldest('articles/2024/*/*.md');
  const original = readFileSync(path.join(content, edited), 'utf8');
  // The search of an earlier year is indexed whole, of the newest only what lies near the article.
  for (const [what, file] of [
    ['one article of an earlier year edited', edited],
    ['one article of the newest month edited', oldest('articles/2026/06/*.md')],
  ] as const) {
    const text = readFileSync(path.join(content, file), 'utf8');
    const edits: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      writeFileSync(path.join(content, file), text.replace('\n\n', `\n\nEdit ${i}. `));
      edits.push((await dateline('build', content))?.wall ?? Number.NaN);
    }
    writeFileSync(path.join(content, file), text);
    await dateline('build', content);
    add(`${what}, \`npm run build\``, seconds(edits));
  }

  const published = path.join(content, 'articles/2026/06/zz-the-newest.md');
  writeFileSync(published, newest(original));
  const publish = await dateline('build', content);
  const files = / ([\d,]+) files changed/.exec(publish?.output ?? '')?.[1] ?? '?';
  add('one article published, `npm run build`', `${publish?.wall.toFixed(2)} s, ${files} files changed`);
  rmSync(published);
  await dateline('build', content);

  const checks: number[] = [];
  for (let i = 0; i < TIMES; i++) checks.push((await dateline('check', content))?.wall ?? Number.NaN);
  add('`npm run check`, warm', seconds(checks));

  add('preview', await measurePreview(content, edited));

  const helps: number[] = [];
  for (let i = 0; i < 5; i++) helps.push((await run('build', '--help'))?.wall ?? Number.NaN);
  add('`npm run build -- --help`', seconds(helps));
  return `| ${articles.toLocaleString('en')} articles, whole | median |\n|---|---|\n${rows.join('\n')}`;
}

const run = (...args: readonly string[]) =>
  measureRun([process.execPath, path.join(ROOT, 'src/cli/dateline.mjs'), ...args]);

const dateline = (command: 'build' | 'check', content: string) =>
  command === 'build' ? measureRun(wholeBuild(content, OUTPUT)) : run(command, '--content', content);

const seconds = (walls: readonly number[]): string => `${median(walls).toFixed(2)} s`;

// Newer than all others, as what is published today is.
function newest(text: string): string {
  return text.replace(/^title:.*$/m, 'title: The newest of all').replace(/^date:.*$/m, 'date: 2026-06-29 23:50');
}

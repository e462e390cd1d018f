import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { article, type Files, NOW, readTree, type SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

const ARTICLES = 60;

/** One of two editions of the same articles. */
export const articlesOf = (edition: string): Files =>
  Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, i) => [
      `articles/a-${i}.md`,
      article({
        title: `${edition} ${i}`,
        tags: [`Tag ${i % 7}`],
        date: `2026-06-${String((i % 28) + 1).padStart(2, '0')}`,
      }),
    ]),
  );

export interface Kills {
  readonly times: number;
  /** A number from 0 to 1 for the `i`-th build: the part of a build's duration after which it is killed. */
  readonly moment: (i: number) => number;
  readonly onKill?: (done: number, killed: number) => void;
}

export interface Killed {
  /** How many builds were still at work when they were killed. */
  readonly killed: number;
  /** What was found in the output after a build, by what it should not be. */
  readonly faults: readonly string[];
}

/** Builds two editions in turn into one output, each killed at a moment, and looks at what is there after each. The last build is left alone. */
export async function killBuilds(site: SmallSite, { times, moment, onKill }: Kills): Promise<Killed> {
  const faults: string[] = [];
  const build = (output: string, killAfter?: number) => {
    const args = ['build', '--content', site.content, '--output', output, '--no-cache'];
    return runDateline(args, { SOURCE_DATE_EPOCH: String(NOW / 1000) }, killAfter);
  };
  const whole = async (output: string): Promise<ReadonlyMap<string, Buffer>> => {
    const { status, stderr } = await build(output);
    if (status !== 0) faults.push(`a build left alone ended with ${status}: ${stderr}`);
    return readTree(output);
  };
  await site.put(articlesOf('Old'));
  const old = await whole(site.output);
  await site.put(articlesOf('New'));
  const began = performance.now();
  const young = await whole(path.join(site.folder, 'new'));
  let duration = performance.now() - began;

  let killed = 0;
  for (let i = 0; i < times; i++) {
    await site.put(articlesOf(i % 2 === 0 ? 'New' : 'Old'));
    const started = performance.now();
    const { signal, status } = await build(site.output, duration * moment(i));
    if (signal === 'SIGKILL') {
      killed++;
      // Builds that never come to their end tell nothing of it.
      duration *= 1.01;
    }
    // How fast the machine is changes while it is shared, so a build that came through is the new measure.
    else duration = performance.now() - started;
    if (signal !== 'SIGKILL' && status !== 0) faults.push(`build ${i} ended with ${status}`);
    const files = await readTree(site.output);
    const listed = namesIn(files.get('.dateline-manifest')).toSorted();
    const there = [...files.keys()].filter((name) => name !== '.dateline-manifest').toSorted();
    if (JSON.stringify(listed) !== JSON.stringify(there)) faults.push(`after build ${i} the manifest is another`);
    if (!isSame(files, old) && !isSame(files, young)) faults.push(`after build ${i} the site is neither of the two`);
    onKill?.(i + 1, killed);
  }
  await site.put(articlesOf('New'));
  if (!isSame(await whole(site.output), young)) faults.push('the last build, left alone, gives another site');
  const beside = (await readdir(site.folder)).toSorted().join(' ');
  if (beside !== '_site content new') faults.push(`what killed builds left was not cleared away: ${beside}`);
  return { killed, faults };
}

const namesIn = (manifest: Buffer | undefined): readonly string[] =>
  (manifest?.toString() ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\S+ /, ''));

function isSame(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): boolean {
  return a.size === b.size && [...a].every(([name, bytes]) => b.get(name)?.equals(bytes));
}

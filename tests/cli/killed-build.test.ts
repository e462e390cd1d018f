import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, type Files, NOW, readTree, SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

const TIMES = 10;
const ARTICLES = 60;

const articles = (edition: string): Files =>
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

test(`a build killed at any of ${TIMES} moments leaves a whole site, the old one or the new one`, async () => {
  const site = await SmallSite.write(articles('Old'));
  const build = (output: string, killAfter?: number) => {
    const args = ['build', '--content', site.content, '--output', output, '--no-cache'];
    return runDateline(args, { SOURCE_DATE_EPOCH: String(NOW / 1000) }, killAfter);
  };
  expect(await build(site.output)).toMatchObject({ status: 0 });
  const old = await readTree(site.output);
  await site.put(articles('New'));
  const began = performance.now();
  expect(await build(path.join(site.folder, 'new'))).toMatchObject({ status: 0 });
  const duration = performance.now() - began;
  const young = await readTree(path.join(site.folder, 'new'));

  let killed = 0;
  for (let i = 0; i < TIMES; i++) {
    await site.put(articles(i % 2 === 0 ? 'New' : 'Old'));
    // Towards the end, where the site is put in place, the moments stand closer.
    const { signal } = await build(site.output, duration * (0.2 + 0.8 * Math.sqrt((i + 0.5) / TIMES)));
    if (signal === 'SIGKILL') killed++;
    const files = await readTree(site.output);
    const named = files
      .get('.dateline-manifest')
      ?.toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^\S+ /, ''));
    expect(named?.toSorted()).toEqual([...files.keys()].filter((name) => name !== '.dateline-manifest').toSorted());
    expect(isSame(files, old) || isSame(files, young)).toBe(true);
  }
  expect(killed).toBeGreaterThan(0);

  await site.put(articles('New'));
  expect(await build(site.output)).toMatchObject({ status: 0 });
  expect(isSame(await readTree(site.output), young)).toBe(true);
  expect((await readdir(site.folder)).toSorted()).toEqual(['_site', 'content', 'new']);
}, 120_000);

function isSame(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): boolean {
  return a.size === b.size && [...a].every(([name, bytes]) => b.get(name)?.equals(bytes));
}

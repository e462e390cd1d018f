import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { holdsUntil } from '../../src/metadata/holds-until.ts';
import { article, NOW, SITE_YAML, SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

// Older than the moment in which a file's times cannot be trusted yet.
const settled = () => new Promise((resolve) => setTimeout(resolve, 120));

test('a build in which nothing has changed says what the last one said; whatever has changed is seen', async () => {
  const site = await SmallSite.write({
    'articles/a.md': article({ title: 'One', standfirst: 'Words.' }),
    'articles/b.md': article({ title: 'Two', date: '2026-07-04 18:00' }),
  });
  const build = async (...more: string[]) => {
    await settled();
    return runDateline([
      'build',
      '--content',
      site.content,
      '--output',
      site.output,
      '--no-ledger',
      '--now',
      '2026-07-04T12:00:00Z',
      ...more,
    ]);
  };
  const first = await build();
  expect(first.stdout).toMatch(/; \d+ pages rendered, \d+ files changed/);
  const again = await build();
  expect(again.stdout).toContain('; 0 pages rendered, 0 files changed');
  expect(again.stdout.replace(/;.*/, '')).toBe(first.stdout.replace(/;.*/, ''));
  expect(again.stdout).toContain('Build again at 2026-07-04T18:00:00+03:00');

  // Removed from the output: put back.
  await rm(path.join(site.output, 'robots.txt'));
  await build();
  expect(await readFile(path.join(site.output, 'robots.txt'), 'utf8')).toContain('Sitemap');

  // The same size and the same times: only the inode's own time tells.
  const file = path.join(site.content, 'articles/a.md');
  const text = await readFile(file, 'utf8');
  const when = new Date('2026-01-01');
  await utimes(file, when, when);
  await build();
  await writeFile(file, text.replace('One', 'Owe'));
  await utimes(file, when, when);
  await build();
  expect(await readFile(path.join(site.output, '2026/07/01/a/index.html'), 'utf8')).toContain('Owe');

  // The clock alone.
  const later = await build('--now', '2026-07-04T19:00:00Z');
  expect(later.stdout).toContain('Built 2 articles');
}, 60_000);

test('the same content gives the same site until something is due or is news no more', async () => {
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}security: {contact: a@test.example, expires: 2026-07-20}\n`,
    'articles/old.md': article({ date: '2026-06-01 09:00' }),
    'articles/fresh.md': article({ date: '2026-07-03 09:00' }),
    'articles/next.md': article({ date: '2026-07-08 09:00' }),
  });
  const until = async (now: number) => {
    const { site: ready } = await site.prepare({ now });
    return ready && new Date(holdsUntil(ready.publication)).toISOString();
  };
  // 48 hours after the newest; when the next is due; 48 hours after that; when the contact ends; never.
  expect(await until(NOW)).toBe('2026-07-05T06:00:00.001Z');
  expect(await until(Date.parse('2026-07-06T00:00:00Z'))).toBe('2026-07-08T06:00:00.000Z');
  expect(await until(Date.parse('2026-07-09T00:00:00Z'))).toBe('2026-07-10T06:00:00.001Z');
  expect(await until(Date.parse('2026-07-11T00:00:00Z'))).toBe('2026-07-20T23:59:59.000Z');
});

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, NOW, SmallSite } from '../small-site.ts';

const HOUR = 3_600_000;

test('a Markdown file of 100 MB is refused in seconds, and named', async () => {
  const site = await SmallSite.write({ 'articles/ferries.md': article() });
  await writeFile(path.join(site.content, 'articles/big.md'), Buffer.alloc(100_000_000, 'a '));
  const began = performance.now();
  const { diagnostics, site: prepared } = await site.prepare();
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(prepared).toBeUndefined();
  expect(diagnostics.map(({ code, file, message }) => `${file} ${code} ${message}`)).toEqual([
    'articles/big.md file-too-large the file has 100 MB; texts end at 5',
  ]);
}, 60_000);

test('a clock that jumps back takes down what lies ahead of it and loses no address; put right, it gives the same site', async () => {
  const site = await SmallSite.write({
    'articles/ferries.md': article({ date: '2026-07-01' }),
    'articles/boats.md': article({ date: new Date(NOW - HOUR).toISOString() }),
  });
  const right = await site.build();
  const { site: prepared } = await site.prepare();
  await site.put({ 'addresses.txt': prepared?.ledger.text ?? '' });
  const back = await site.build({ now: NOW - 2 * HOUR });
  expect([...back.keys()].filter((name) => name.includes('boats'))).toEqual([]);
  expect(await site.build({ now: NOW })).toEqual(right);
  const ahead = await site.build({ now: NOW + 365 * 24 * HOUR });
  expect([...ahead.keys()].filter((name) => name.endsWith('boats/index.html'))).toHaveLength(1);
  expect(await site.build({ now: NOW })).toEqual(right);
}, 60_000);

import { expect, test } from 'vitest';
import type { ContentPath } from '../../src/content/article.ts';
import type { Reading, Wanted } from '../../src/content/read-batch.ts';
import { readWithPool } from '../../src/content/read-pool.ts';
import { article, SmallSite } from '../small-site.ts';

test('threads read what one alone reads, each file once', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `articles/a-${i}.md` as ContentPath);
  const site = await SmallSite.write(
    Object.fromEntries(names.map((name, i) => [name, article({ title: `Headline ${i}` }, `Paragraph ${i}.\n`)])),
  );
  const wanted = names.map((name): Wanted => ['article', name]);
  const settings = { language: 'en', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true } as const;
  const read = async (jobs: number): Promise<readonly Omit<Reading, 'identity'>[]> => {
    const readings: Reading[] = [];
    const batch = { root: site.content, settings, version: 'test' };
    await readWithPool(wanted, batch, jobs, (some) => readings.push(...some), 50);
    // A file that was written a moment ago has no identity yet.
    return readings.map(({ identity: _, ...read }) => read).toSorted((a, b) => (a.source < b.source ? -1 : 1));
  };
  const alone = await read(1);
  expect(alone.map(({ source }) => source)).toEqual(names.toSorted());
  expect(await read(3)).toEqual(alone);
});

import { expect, test } from 'vitest';
import { machinesOf } from '../feeds/machine-workshop.ts';
import { article, type Files, NOW } from '../small-site.ts';

const built = async (files: Files, options = {}) => JSON.parse((await machinesOf(files, options)).text('/build.json'));

test('it says when the next scheduled article is due, and nothing of what it is', async () => {
  const files = {
    'articles/out.md': article({ date: '2026-07-01 09:00', updated: '2026-07-02 10:00' }),
    'articles/soon.md': article({ title: 'Secret', date: '2026-07-04 18:20' }),
    'articles/later.md': article({ date: '2026-07-05' }),
    'articles/draft.md': article({ date: '2026-07-04 16:00', draft: true }),
  };
  const now = { generator: 'Dateline', built: '2026-07-02T10:00:00+03:00', next: '2026-07-04T18:20:00+03:00' };
  expect(await built(files)).toEqual(now);
  expect(await built(files, { now: NOW + 60_000 })).toEqual(now);
  expect((await built(files, { now: Date.parse('2026-07-04T15:20:00Z') })).next).toBe('2026-07-05T00:00:00+03:00');
  expect((await built(files, { now: Date.parse('2027-01-01') })).next).toBeNull();
});

test('it says when something published ends too, and nothing of what is not published', async () => {
  const files = {
    'articles/pinned.md': article({ date: '2026-07-01', front: { until: '2026-07-06' } }),
    'articles/live.md': article({ date: '2026-07-01', kind: 'live', ended: '2026-07-05 10:00' }),
    'articles/chosen.md': article({ date: '2026-07-01' }),
    'articles/soon.md': article({ date: '2026-07-08', front: { until: '2026-07-04 20:00' } }),
    'articles/draft.md': article({ date: '2026-07-01', draft: true, front: { until: '2026-07-04 19:00' } }),
    'front.yaml':
      'lead: {article: chosen.md, until: 2026-07-04 18:30}\nsecondary: [{article: soon.md, until: 2026-07-04 18:10}]\n',
  };
  const nexts: string[] = [];
  for (let now = NOW; nexts.length < 9; now = Date.parse(nexts.at(-1) ?? '')) {
    const { next } = await built(files, { now });
    if (next === null) break;
    nexts.push(next);
  }
  expect(nexts).toEqual([
    '2026-07-04T18:30:00+03:00',
    '2026-07-05T10:00:00+03:00',
    '2026-07-07T00:00:00+03:00',
    '2026-07-08T00:00:00+03:00',
  ]);
});

test('a site without articles has neither time', async () => {
  expect(await built({})).toEqual({ generator: 'Dateline', built: null, next: null });
});

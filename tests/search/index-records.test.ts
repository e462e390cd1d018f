import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { RecordIndex } from '../../src/search/index-records.ts';
import type { SearchRecord } from '../../src/search/search-bundle.ts';

const record = (i: number): SearchRecord => ({
  url: `/a-${i}/`,
  content: `Ferries and ports ${i}. `.repeat(200),
  meta: { title: `Ferries ${i}` },
  filters: { section: [], tag: [], author: [] },
  sort: { date: String(i) },
});

test('a Pagefind that is killed is missed at once', async () => {
  let started: ChildProcess | undefined;
  const onProcess = (message: unknown): void => {
    started = (message as { process: ChildProcess }).process;
  };
  subscribe('child_process', onProcess);
  const index = await RecordIndex.start('en');
  unsubscribe('child_process', onProcess);
  await index.add(Array.from({ length: 100 }, (_, i) => record(i)));
  // Asked, and waiting for the answer: whoever writes to it next would notice by himself.
  const ending = index.end();
  started?.kill('SIGKILL');
  await expect(ending).rejects.toThrow('Pagefind has ended before its time (SIGKILL)');
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { ReadCache } from '../../src/content/read-cache.ts';

function filesOf(cache: ReadCache): string[] {
  const files: string[] = [];
  cache.files('reader', (file) => files.push(file));
  return files;
}

test('what another file gave is not taken for what this one gave', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-cache-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const cache = new ReadCache(folder, 'content');
  const reading = (name: string) => ({
    source: `${name}.md`,
    identity: name,
    key: name,
    read: `"${name}"`,
    body: `["${name}"]`,
  });
  cache.keep('reader', [reading('a'), reading('b')], []);
  expect(filesOf(cache).toSorted()).toEqual(['a.md', 'b.md']);
  expect(cache.body('a')).toBe('["a"]');
  const database = new DatabaseSync(cache.file);
  database.exec(`UPDATE files SET (read, readSum) = (SELECT read, readSum FROM files WHERE key = 'b') WHERE key = 'a';
    UPDATE bodies SET (body, bodySum) = (SELECT body, bodySum FROM bodies WHERE key = 'b') WHERE key = 'a'`);
  database.close();
  expect(filesOf(cache)).toEqual(['b.md']);
  expect(cache.body('a')).toBeUndefined();
  cache.close();
});

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import { openBodies } from '../../src/content/portable-bodies.ts';
import { article, SmallSite } from '../small-site.ts';

const SOURCE = 'articles/a.md';

test('another thread finds bodies in the cache and reads no file again; what the cache has lost it reads', async () => {
  const site = await SmallSite.write({ [SOURCE]: article({}, 'Twelve crossings a day.\n') });
  const cache = path.join(site.folder, 'kept');
  const { site: ready } = await site.prepare({ cache, reader: new ContentReader(1, cache) });
  const bodies = ready?.publication.bodies;
  if (!bodies?.portable) throw new Error('the bodies are in no cache');
  const sent = structuredClone(bodies.portable);

  await rm(path.join(site.content, SOURCE));
  expect(openBodies(sent).bodyOf(SOURCE)).toEqual(bodies.bodyOf(SOURCE));
  expect(openBodies(sent).keyOf(SOURCE)).toBe(bodies.keyOf(SOURCE));

  await site.put({ [SOURCE]: article({}, 'Twelve crossings a day.\n') });
  await rm(sent.cache);
  expect(openBodies(sent).bodyOf(SOURCE).text).toContain('Twelve crossings');
});

import { workerData } from 'node:worker_threads';
import { answerInTurn } from '../concurrency/answer-in-turn.ts';
import { BundleCache } from './bundle-cache.ts';
import type { BundleWork } from './index-bundle.ts';
import { RecordIndex } from './index-records.ts';
import type { SearchRecord } from './search-bundle.ts';

// A thread of indexBundle: answers some records with nothing, and their end with the names of the files it has kept.
const { directory, key, language } = workerData as BundleWork;
let index: Promise<RecordIndex> | undefined;
answerInTurn(async (piece: readonly SearchRecord[] | 'end'): Promise<readonly string[] | undefined> => {
  index ??= RecordIndex.start(language);
  if (piece === 'end') return new BundleCache(directory).remember(key, await (await index).end());
  await (await index).add(piece);
  return undefined;
});

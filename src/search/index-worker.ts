import { workerData } from 'node:worker_threads';
import { answerInTurn } from '../concurrency/answer-in-turn.ts';
import { BundleCache } from './bundle-cache.ts';
import type { BundleWork, Piece } from './index-bundle.ts';
import { RecordIndex } from './index-records.ts';

// A thread of indexBundle: answers some records with nothing, and the last ones with the names of the files it has kept.
const { directory, key, language } = workerData as BundleWork;
let index: Promise<RecordIndex> | undefined;
answerInTurn(async ({ records, isLast }: Piece): Promise<readonly string[] | undefined> => {
  index ??= RecordIndex.start(language);
  await (await index).add(records);
  return isLast ? new BundleCache(directory).remember(key, await (await index).end()) : undefined;
});

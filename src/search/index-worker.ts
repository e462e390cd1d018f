import { parentPort, workerData } from 'node:worker_threads';
import { BundleCache } from './bundle-cache.ts';
import type { BundleWork } from './index-bundle.ts';
import { RecordIndex } from './index-records.ts';
import type { SearchRecord } from './search-bundle.ts';

// A thread of indexBundle: answers some records with nothing, and their end with the names of the files it has kept.
const { directory, key, language } = workerData as BundleWork;
let index: Promise<RecordIndex> | undefined;
parentPort?.on('message', async (piece: readonly SearchRecord[] | 'end') => {
  index ??= RecordIndex.start(language);
  if (piece === 'end') {
    const files = await (await index).end();
    parentPort?.postMessage(await new BundleCache(directory).remember(key, files));
  } else {
    await (await index).add(piece);
    parentPort?.postMessage(undefined);
  }
});

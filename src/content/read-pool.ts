import { Worker } from 'node:worker_threads';
import { keepBusy } from '../concurrency/keep-busy.ts';
import { type BatchSettings, type Reading, readBatch, type Wanted } from './read-batch.ts';

// Large enough to hide the transfer, small enough that no thread waits long for the last.
const BATCH = 40;
// Starting a thread costs as much as reading this many files.
const WORTH_A_THREAD = 1200;

/**
 * Reads files on up to `jobs` threads, this one included: it works through the same batches, so that even the start of
 * the others costs no time. A pool library would keep it idle and threads alive that are needed once.
 */
export async function readWithPool(
  wanted: readonly Wanted[],
  settings: BatchSettings,
  jobs: number,
  onBatch: (readings: readonly Reading[]) => void,
  threadsFrom = WORTH_A_THREAD,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(wanted.length / BATCH) }, (_, i) =>
    wanted.slice(i * BATCH, (i + 1) * BATCH),
  );
  const others = Math.min(jobs, Math.floor(wanted.length / threadsFrom)) - 1;
  const workers = Array.from(
    { length: Math.max(0, others) },
    () => new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: settings }),
  );
  try {
    const finished = workers.map((worker) => keepBusy(worker, () => batches.shift(), onBatch));
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      onBatch(readBatch(batch, settings));
      // Lets the answers of the others in.
      if (workers.length > 0) await new Promise(setImmediate);
    }
    await Promise.all(finished);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

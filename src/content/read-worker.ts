import { parentPort, workerData } from 'node:worker_threads';
import { type BatchSettings, readBatch, type Wanted } from './read-batch.ts';

// A worker of ReadPool: answers each batch with its readings.
parentPort?.on('message', (batch: readonly Wanted[]) => {
  parentPort?.postMessage(readBatch(batch, workerData as BatchSettings));
});

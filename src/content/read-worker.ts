import { workerData } from 'node:worker_threads';
import { answerInTurn } from '../concurrency/answer-in-turn.ts';
import { type BatchSettings, type Reading, readBatch, type Wanted } from './read-batch.ts';

// A thread of readWithPool: answers each batch with its readings.
answerInTurn((batch: readonly Wanted[]): readonly Reading[] => readBatch(batch, workerData as BatchSettings));

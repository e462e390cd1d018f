import { once } from 'node:events';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MANIFEST } from './manifest.ts';
import { type Survey, surveyOutput } from './survey-output.ts';
import type { SurveySettings } from './survey-worker.ts';

// To start a thread takes as long as to look at so many bytes of names.
const WORTH_A_THREAD = 400_000;

/** Surveys an output on a thread of its own, where it is large. */
export async function surveyAside(target: string, spare: string | undefined): Promise<Survey> {
  const list = statSync(path.join(target, MANIFEST), { throwIfNoEntry: false });
  if (!list || list.size < WORTH_A_THREAD) return surveyOutput(target, spare);
  const workerData: SurveySettings = { target, spare };
  const worker = new Worker(new URL('./survey-worker.ts', import.meta.url), { workerData });
  try {
    const [survey] = (await once(worker, 'message')) as [Survey];
    return survey;
  } finally {
    await worker.terminate();
  }
}

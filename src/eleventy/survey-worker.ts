import { parentPort, workerData } from 'node:worker_threads';
import { surveyOutput } from './survey-output.ts';

/** What a thread that surveys an output is started with. */
export interface SurveySettings {
  readonly target: string;
  readonly spare: string | undefined;
}

const { target, spare } = workerData as SurveySettings;
parentPort?.postMessage(surveyOutput(target, spare));

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../cli/run-dateline.ts';

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

/** A workflow as data. */
export async function readWorkflow(name: string): Promise<Workflow> {
  return parse(await readFile(path.join(ROOT, '.github/workflows', name), 'utf8')) as Workflow;
}

/** The shell lines of a step, found by its name. */
export async function scriptOf(workflow: string, step: string): Promise<string> {
  const { jobs } = await readWorkflow(workflow);
  const found = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find(({ name }) => name === step);
  if (found?.run === undefined) throw new Error(`${workflow} has no step ${step} that runs something`);
  return found.run;
}

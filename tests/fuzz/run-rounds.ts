import fc from 'fast-check';
import type { Target } from './target.ts';

export interface Tally {
  readonly name: string;
  tried: number;
  /** Milliseconds. */
  time: number;
  readonly failures: string[];
}

export interface Rounds {
  readonly targets: readonly Target[];
  readonly seed: number;
  /** Called before each round: false ends the run. */
  readonly goOn: (tally: readonly Tally[]) => boolean;
  readonly onFailure?: (name: string, failure: string) => void;
}

/** Feeds every target in turn, a round at a time. Round `r` has the seed `seed + r`, so that a failure can be had again. */
export async function runRounds({ targets, seed, goOn, onFailure }: Rounds): Promise<readonly Tally[]> {
  const tally = targets.map(({ name }): Tally => ({ name, tried: 0, time: 0, failures: [] }));
  for (let round = 0; goOn(tally); round++) {
    for (const [i, target] of targets.entries()) {
      const own = tally[i];
      if (!own || (round > 0 && !goOn(tally))) continue;
      const began = performance.now();
      const details = await fc.check(target.property(), {
        numRuns: target.round,
        seed: seed + round,
        interruptAfterTimeLimit: 40_000,
        endOnFailure: target.shrink === false,
      });
      own.time += performance.now() - began;
      own.tried += details.numRuns;
      if (!details.failed) continue;
      const failure = `seed ${seed + round}, path ${details.counterexamplePath}: ${String(
        details.errorInstance instanceof Error ? details.errorInstance.stack : details.errorInstance,
      )
        .split('\n    at ')
        .slice(0, 3)
        .join(' at ')
        .slice(0, 1500)}`;
      own.failures.push(failure);
      onFailure?.(target.name, failure);
    }
  }
  return tally;
}

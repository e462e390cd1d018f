import type fc from 'fast-check';

/** One thing that is fed with whatever hurts. */
export interface Target {
  /** As `--only` names it. */
  readonly name: string;
  /** How many inputs make one round of about a second. */
  readonly round: number;
  /** Whether a failure is made smaller before it is shown; true when left out. */
  readonly shrink?: boolean;
  readonly property: () => fc.IRawProperty<unknown, boolean>;
}

/** Fails with every fault by name. @throws Error */
export function expectNone(faults: readonly string[], of: string): void {
  if (faults.length > 0)
    throw new Error(`${faults.slice(0, 5).join('\n')}\nout of ${JSON.stringify(of).slice(0, 2000)}`);
}

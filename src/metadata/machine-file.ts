import type { Reach } from '../pages/reach.ts';

/** A file that machines read. It is made when it is asked for, so that ten thousand of them never stand in memory at once. */
export class MachineFile {
  /** From the root of the output, with a slash in front and without base path: `/feed.xml`. */
  readonly address: string;
  /** All that the text depends on, when that is cheaper to tell than the text itself. */
  readonly inputs: (() => unknown) | undefined;
  /** What it takes from articles, where that is known. */
  readonly reach: Reach | undefined;
  readonly #make: () => string;

  constructor(address: string, make: () => string, inputs?: () => unknown, reach?: Reach) {
    this.address = address;
    this.inputs = inputs;
    this.reach = reach;
    this.#make = make;
  }

  text(): string {
    return this.#make();
  }

  get bytes(): Buffer {
    return Buffer.from(this.#make());
  }
}

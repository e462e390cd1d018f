import { DeployError } from '../../src/deploy/deploy-error.ts';
import type { ObjectStore } from '../../src/deploy/object-store.ts';
import type { FileHeaders } from '../../src/deploy/release.ts';

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly headers: FileHeaders;
}

/** A store that lies in memory, and does things in its own order as a network does. */
export class MemoryStore implements ObjectStore {
  readonly objects: Map<string, StoredObject>;

  constructor(objects: ReadonlyMap<string, StoredObject> = new Map()) {
    this.objects = new Map(objects);
  }

  /** The site as readers meet it. */
  get site(): ReadonlyMap<string, string> {
    const live = [...this.objects].filter(([key]) => !key.startsWith('.dateline/'));
    return new Map(live.sort().map(([key, { bytes }]) => [key, Buffer.from(bytes).toString()]));
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.objects.get(key)?.bytes;
  }

  async put(key: string, bytes: Uint8Array, headers: FileHeaders): Promise<void> {
    this.objects.set(key, { bytes, headers });
  }

  async copy(from: string, to: string, headers: FileHeaders): Promise<void> {
    const object = this.objects.get(from);
    if (!object) throw new DeployError(`there is nothing under ${from}`);
    this.objects.set(to, { bytes: object.bytes, headers });
  }

  async remove(key: string): Promise<void> {
    this.objects.delete(key);
  }
}

/** The process is killed: nothing that it still wanted to do is done. */
export class Killed extends Error {}

/**
 * Passes on operations until the given one, which is the last: it is not done, or done without an answer. `onDone` is
 * told after each that changes something.
 */
export class DyingStore implements ObjectStore {
  readonly #store: ObjectStore;
  readonly #last: number;
  readonly #lastIsDone: boolean;
  readonly #onDone: () => void | Promise<void>;
  operations = 0;

  constructor(store: ObjectStore, last = Infinity, lastIsDone = false, onDone: () => void | Promise<void> = () => {}) {
    this.#store = store;
    this.#last = last;
    this.#lastIsDone = lastIsDone;
    this.#onDone = onDone;
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return this.#pass(() => this.#store.get(key), false);
  }

  put(key: string, bytes: Uint8Array, headers: FileHeaders): Promise<void> {
    return this.#pass(() => this.#store.put(key, bytes, headers), true);
  }

  copy(from: string, to: string, headers: FileHeaders): Promise<void> {
    return this.#pass(() => this.#store.copy(from, to, headers), true);
  }

  remove(key: string): Promise<void> {
    return this.#pass(() => this.#store.remove(key), true);
  }

  async #pass<T>(operation: () => Promise<T>, changes: boolean): Promise<T> {
    const number = this.operations++;
    if (number > this.#last || (number === this.#last && !this.#lastIsDone)) throw new Killed();
    const result = await operation();
    if (changes) await this.#onDone();
    if (number === this.#last) throw new Killed();
    return result;
  }
}

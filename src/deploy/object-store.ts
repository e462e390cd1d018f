import type { FileHeaders } from './release.ts';

/** A store of objects under keys, as S3 has: each operation is done whole or not at all, and may be repeated. */
export interface ObjectStore {
  /** Undefined when there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, bytes: Uint8Array, headers: FileHeaders): Promise<void>;
  /** Copies within the store. @throws DeployError when there is nothing under `from`. */
  copy(from: string, to: string, headers: FileHeaders): Promise<void>;
  /** Does nothing when there is none. */
  remove(key: string): Promise<void>;
}

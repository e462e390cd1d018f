import { Worker } from 'node:worker_threads';
import { keepBusy } from '../concurrency/keep-busy.ts';
import type { SearchBundle, SearchRecord } from './search-bundle.ts';

/** What a thread is started with. */
export interface BundleWork {
  /** Of the bundle cache. */
  readonly directory: string;
  readonly key: string;
  readonly language: string;
}

/** Some of the records of a bundle. Who sends them may be busy when they are indexed, so the last ones say that they are. */
export interface Piece {
  readonly records: readonly SearchRecord[];
  readonly isLast: boolean;
}

// Enough to keep Pagefind busy, and no archive stands in memory.
const AT_ONCE = 64;

/**
 * Indexes a bundle into the bundle cache at `directory` on a thread of its own, because Pagefind answers in megabytes of
 * JSON. Returns the names of the index's files, sorted. Rejects when Pagefind cannot run on this machine.
 */
export async function indexBundle(
  { key, language, records }: SearchBundle,
  directory: string,
): Promise<readonly string[]> {
  const workerData: BundleWork = { directory, key, language };
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData });
  const pieces = piecesOf(records());
  let names: readonly string[] = [];
  try {
    await keepBusy<readonly string[] | undefined>(
      worker,
      () => pieces.next().value,
      (answer) => {
        names = answer ?? names;
      },
    );
    return names;
  } finally {
    await worker.terminate();
  }
}

function* piecesOf(records: Iterable<SearchRecord>): Generator<Piece, undefined> {
  let piece: SearchRecord[] = [];
  for (const record of records) {
    if (piece.length === AT_ONCE) {
      yield { records: piece, isLast: false };
      piece = [];
    }
    piece.push(record);
  }
  yield { records: piece, isLast: true };
}

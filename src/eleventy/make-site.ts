import { Worker } from 'node:worker_threads';
import type { MachineFile } from '../metadata/machine-file.ts';
import type { PortableSite } from './portable-site.ts';
import type { SitePage } from './prepare-site.ts';
import { type Chunk, type Made, SiteMaker } from './site-maker.ts';

/** What a thread is sent: addresses, because it has planned the same pages itself. */
export interface ChunkAddresses {
  readonly pages: readonly string[];
  readonly files: readonly string[];
}

/** What a thread is started with. */
export interface MakerSettings {
  readonly site: PortableSite;
  readonly staging: string;
}

// Eleventy holds every page of a run until its end, and each run has a cost of its own.
const MOST_AT_ONCE = 500;
// To start a thread that knows the site costs as much as making this many pages or files.
const WORTH_A_THREAD = 3000;

export interface Threads {
  readonly staging: string;
  readonly jobs: number;
  readonly site: PortableSite | undefined;
  readonly threadsFrom?: number | undefined;
}

/**
 * Makes pages and files on up to `jobs` threads, this one included. They take one chunk after the other, so that a slow
 * one keeps nobody waiting. Without `site` everything is made on this thread.
 */
export async function makeSite(
  pages: readonly SitePage[],
  files: readonly MachineFile[],
  { staging, jobs, site, threadsFrom = WORTH_A_THREAD }: Threads,
  onMade: (made: Made) => void,
): Promise<void> {
  const all = pages.length + files.length;
  const helping = site === undefined ? 0 : Math.max(0, Math.min(jobs, Math.floor(all / threadsFrom)) - 1);
  const size = Math.max(50, Math.min(MOST_AT_ONCE, Math.ceil(all / ((helping + 1) * 8))));
  const chunks = [...split(pages, size, 'pages'), ...split(files, size * 2, 'files')];
  const settings = site && { site, staging };
  const workers = Array.from(
    { length: helping },
    () => new Worker(new URL('./maker-worker.ts', import.meta.url), { workerData: settings }),
  );
  try {
    const others = workers.map((worker) => workThrough(worker, chunks, onMade));
    const maker = new SiteMaker(staging);
    const own = async (): Promise<void> => {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
        onMade(await maker.make(chunk));
        // Lets the answers of the others in.
        if (others.length > 0) await new Promise(setImmediate);
      }
      for (const { release } of others) release();
    };
    await Promise.all([own(), ...others.map(({ finished }) => finished)]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function split(
  list: readonly SitePage[] | readonly MachineFile[],
  size: number,
  as: 'pages' | 'files',
): readonly Chunk[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => ({
    pages: [],
    files: [],
    [as]: list.slice(i * size, (i + 1) * size),
  }));
}

function workThrough(worker: Worker, chunks: Chunk[], onMade: (made: Made) => void) {
  const { promise: finished, resolve, reject } = Promise.withResolvers<void>();
  const next = (): void => {
    const chunk = chunks.shift();
    if (!chunk) {
      resolve();
      return;
    }
    const pages = chunk.pages.map((page) => page.path);
    const files = chunk.files.map((file) => file.address);
    worker.postMessage({ pages, files } satisfies ChunkAddresses);
  };
  let ready = false;
  // Its first message says that it has planned the site; until then the others take what there is.
  worker.on('message', (made: Made | 'ready') => {
    if (made === 'ready') ready = true;
    else onMade(made);
    next();
  });
  worker.on('error', reject);
  return {
    finished,
    /** Nobody waits for a thread that is still planning when there is nothing left to make. */
    release: (): void => {
      if (!ready) resolve();
    },
  };
}

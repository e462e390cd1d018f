import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { keepBusy } from '../concurrency/keep-busy.ts';
import type { MachineFile } from '../metadata/machine-file.ts';
import type { PageInputs } from './page-inputs.ts';
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

// Eleventy holds every page of a run until its end: few enough that they are garbage before the engine moves them.
const AT_ONCE = 60;
// To start a thread that knows the site costs as much as making this many pages or files.
const WORTH_A_THREAD = 3000;

export interface Threads {
  readonly staging: string;
  readonly inputs: PageInputs;
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
  { staging, inputs, jobs, site, threadsFrom = WORTH_A_THREAD }: Threads,
  onMade: (made: Made) => void,
): Promise<void> {
  const all = pages.length + files.length;
  const helping = site === undefined ? 0 : Math.max(0, Math.min(jobs, Math.floor(all / threadsFrom)) - 1);
  const chunks = chunksOf(pages, files);
  const settings = site && { site, staging };
  const workers = Array.from(
    { length: helping },
    () => new Worker(new URL('./maker-worker.ts', import.meta.url), { workerData: settings }),
  );
  try {
    const { promise: allMade, resolve: release } = Promise.withResolvers<void>();
    const others = workers.map(async (worker) => {
      // Its first message says that it has planned the site. Nobody waits for that when there is nothing left to make.
      const ready = once(worker, 'message').then(() => true);
      if (!(await Promise.race([ready, allMade]))) return;
      await keepBusy(worker, () => addressesOf(chunks.shift()), onMade);
    });
    const maker = new SiteMaker(staging, inputs);
    const own = async (): Promise<void> => {
      for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
        onMade(await maker.make(chunk));
        // Lets the answers of the others in.
        if (helping > 0) await new Promise(setImmediate);
      }
      release();
    };
    await Promise.all([own(), ...others]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function chunksOf(pages: readonly SitePage[], files: readonly MachineFile[]): Chunk[] {
  const split = <T>(list: readonly T[], chunkOf: (some: readonly T[]) => Chunk): Chunk[] =>
    Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, i) =>
      chunkOf(list.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
    );
  return [
    ...split(pages, (some) => ({ pages: some, files: [] })),
    ...split(files, (some) => ({ pages: [], files: some })),
  ];
}

function addressesOf(chunk: Chunk | undefined): ChunkAddresses | undefined {
  return chunk && { pages: chunk.pages.map((page) => page.path), files: chunk.files.map((file) => file.address) };
}

import type { MachineFile } from '../metadata/machine-file.ts';
import { outputFile } from '../pages/site-path.ts';
import { MakerThread } from './maker-thread.ts';
import type { PageInputs } from './page-inputs.ts';
import type { SitePage } from './prepare-site.ts';
import { type Made, SiteMaker } from './site-maker.ts';

// Eleventy holds every page of a run until its end: few enough that they are garbage before the engine moves them.
const AT_ONCE = 60;
// To start a thread costs as much as making this many pages or files.
const WORTH_A_THREAD = 1000;
// With more of them, whoever makes their views cannot follow.
const MOST_THREADS = 3;
// To load Eleventy on this thread too takes as long as another one needs for so many pages.
const WORTH_ELEVENTY = 300;

export interface Making {
  readonly staging: string;
  readonly inputs: PageInputs;
  /** Threads to use, this one included. */
  readonly jobs: number;
  /** One that was started early; it is stopped in the end. */
  readonly thread?: MakerThread | undefined;
  readonly threadsFrom?: number | undefined;
}

/** Told of each file that was written: the hash of its content, and the fingerprint of what it was made from. */
export type OnMade = (file: string, hash: string, inputs: string) => void;

/**
 * Makes pages and files on up to `jobs` threads, this one included. Views and texts are made on this one, because it knows
 * the site; what others are sent is plain data. They take one chunk after the other, so that a slow one keeps nobody waiting.
 */
export async function makeSite(
  pages: readonly SitePage[],
  files: readonly MachineFile[],
  { staging, inputs, jobs, thread, threadsFrom = WORTH_A_THREAD }: Making,
  onMade: OnMade,
): Promise<void> {
  const waiting = {
    pages: inParts(pages, (part): Part => ({ pages: part, files: [] })),
    files: inParts(files, (part): Part => ({ pages: [], files: part })),
  };
  const worthwhile = Math.min(jobs - 1, MOST_THREADS, Math.floor((pages.length + files.length) / threadsFrom));
  const started = Array.from({ length: Math.max(0, worthwhile - (thread ? 1 : 0)) }, () => new MakerThread());
  const threads = [...(thread && pages.length > 0 ? [thread] : []), ...started];
  const settings = { staging, sites: [...new Set(pages.map(({ site }) => site))] };
  const enter = (made: Made, part: Part): void => {
    const ofFile = new Map([
      ...part.pages.map((page) => [outputFile(page.path), () => inputs.ofPage(page)] as const),
      ...part.files.map((file) => [file.address.slice(1), () => inputs.ofFile(file)] as const),
    ]);
    for (const [file, hash] of made) onMade(file, hash, ofFile.get(file)?.() ?? '');
  };
  // Texts come from this thread anyway, so pages are what another saves most of.
  const theirs = (): Part | undefined => waiting.pages.shift() ?? waiting.files.shift();
  const own = (): Part | undefined => {
    const isWorthIt = threads.length === 0 || waiting.pages.length * AT_ONCE > WORTH_ELEVENTY;
    return waiting.files.shift() ?? (isWorthIt ? waiting.pages.shift() : undefined);
  };
  const makeOwn = async (): Promise<void> => {
    const maker = new SiteMaker(staging);
    for (let part = own(); part; part = own()) {
      enter(await maker.make(part), part);
      // Lets the answers of the others in.
      if (threads.length > 0) await new Promise(setImmediate);
    }
  };
  try {
    await Promise.all([...threads.map((other) => other.make(settings, theirs, enter)), makeOwn()]);
  } finally {
    // Nobody may write any more when the staging directory is removed, and Pagefind needs the memory.
    await Promise.all([...started, ...(thread ? [thread] : [])].map((other) => other.stop()));
  }
}

/** What is made at a time. */
interface Part {
  readonly pages: readonly SitePage[];
  readonly files: readonly MachineFile[];
}

function inParts<T>(list: readonly T[], partOf: (some: readonly T[]) => Part): Part[] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, i) =>
    partOf(list.slice(i * AT_ONCE, (i + 1) * AT_ONCE)),
  );
}

import { parentPort, workerData } from 'node:worker_threads';
import { answerInTurn } from '../concurrency/answer-in-turn.ts';
import type { ChunkAddresses, MakerSettings } from './make-site.ts';
import { PageInputs } from './page-inputs.ts';
import { receiveSite } from './portable-site.ts';
import { planSite } from './prepare-site.ts';
import { type Made, SiteMaker } from './site-maker.ts';

// A thread of makeSite: plans the site that it was sent, then makes what it is asked for.
const { site, staging } = workerData as MakerSettings;
const { pages, bulk } = await planSite(receiveSite(site), site.options);
const pageAt = new Map(pages.map((page) => [page.path as string, page]));
const fileAt = new Map(bulk.map((file) => [file.address, file]));
const maker = new SiteMaker(staging, new PageInputs(pages));
// In turn also because Eleventy has one set of data at a time.
answerInTurn(
  (wanted: ChunkAddresses): Promise<Made> =>
    maker.make({
      pages: wanted.pages.map((address) => known(pageAt, address)),
      files: wanted.files.map((address) => known(fileAt, address)),
    }),
);
parentPort?.postMessage('ready');

function known<T>(map: ReadonlyMap<string, T>, address: string): T {
  const found = map.get(address);
  if (found === undefined) throw new Error(`this thread has not planned ${address}`);
  return found;
}

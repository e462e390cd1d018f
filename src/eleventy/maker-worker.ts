import { parentPort, workerData } from 'node:worker_threads';
import type { ChunkAddresses, MakerSettings } from './make-site.ts';
import { PageInputs } from './page-inputs.ts';
import { receiveSite } from './portable-site.ts';
import { planSite } from './prepare-site.ts';
import { SiteMaker } from './site-maker.ts';

// A thread of makeSite: plans the site that it was sent, then makes what it is asked for.
const { site, staging } = workerData as MakerSettings;
const { pages, bulk } = await planSite(receiveSite(site), site.options);
const pageAt = new Map(pages.map((page) => [page.path as string, page]));
const fileAt = new Map(bulk.map((file) => [file.address, file]));
const maker = new SiteMaker(staging, new PageInputs(pages));
// Eleventy has one set of data at a time.
let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (wanted: ChunkAddresses) => {
  turn = turn.then(async () => {
    const made = await maker.make({
      pages: wanted.pages.map((address) => known(pageAt, address)),
      files: wanted.files.map((address) => known(fileAt, address)),
    });
    parentPort?.postMessage(made);
  });
});
parentPort?.postMessage('ready');

function known<T>(map: ReadonlyMap<string, T>, address: string): T {
  const found = map.get(address);
  if (found === undefined) throw new Error(`this thread has not planned ${address}`);
  return found;
}

import { parentPort } from 'node:worker_threads';
import { answerInTurn } from '../concurrency/answer-in-turn.ts';
import type { MakerSettings, SentChunk } from './maker-thread.ts';
import { SiteMaker } from './site-maker.ts';

// A MakerThread: gets ready while there is nothing to make yet, then makes what it is sent.
const warm = SiteMaker.warm();
parentPort?.once('message', ({ staging, sites }: MakerSettings) => {
  const maker = new SiteMaker(staging, warm);
  // In turn also because Eleventy has one set of data at a time.
  answerInTurn(({ pages, files }: SentChunk) =>
    maker.make({
      pages: pages.map(({ path, layout, view, site }) => ({
        path,
        layout,
        view: () => view,
        site: known(sites, site),
      })),
      files: files.map(({ address, text }) => ({ address, text: () => text })),
    }),
  );
});

function known<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error(`this thread was sent no site ${place}`);
  return found;
}

import { Worker } from 'node:worker_threads';
import { keepBusy } from '../concurrency/keep-busy.ts';
import type { SitePath } from '../pages/site-path.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { Layout, View } from '../pages/views.ts';
import type { Chunk, Made } from './site-maker.ts';

/** What a thread is told before anything else. */
export interface MakerSettings {
  readonly staging: string;
  /** What pages show of the site itself, one for each edition. */
  readonly sites: readonly SiteView[];
}

/** A chunk as a thread is sent it: views are plain data. */
export interface SentChunk {
  readonly pages: readonly {
    readonly path: SitePath;
    readonly layout: Layout;
    readonly view: View;
    /** Its place among the sites. */
    readonly site: number;
  }[];
  readonly files: readonly { readonly address: string; readonly text: string }[];
}

/**
 * A thread that renders and writes what it is sent. It loads Eleventy and the layouts as soon as it is there, so it is
 * worth starting while the content is read.
 */
export class MakerThread {
  readonly #worker = new Worker(new URL('./maker-worker.ts', import.meta.url));
  readonly #failed: Promise<never>;

  constructor() {
    this.#failed = new Promise((_, reject) => this.#worker.once('error', reject));
    // Somebody will ask, or nobody needs it.
    this.#failed.catch(() => undefined);
  }

  /** Makes one chunk after the other, until `next` has none. @throws whatever a view, a layout, Eleventy or the disk throws. */
  async make<C extends Chunk>(
    { staging, sites }: MakerSettings,
    next: () => C | undefined,
    onMade: (made: Made, chunk: C) => void,
  ): Promise<void> {
    const sent: C[] = [];
    const send = (): SentChunk | undefined => {
      const chunk = next();
      if (!chunk) return undefined;
      sent.push(chunk);
      const pages = chunk.pages.map(({ path, layout, view, site }) => ({
        path,
        layout,
        view: view(),
        site: sites.indexOf(site),
      }));
      return { pages, files: chunk.files.map((file) => ({ address: file.address, text: file.text() })) };
    };
    const settings: MakerSettings = { staging, sites };
    this.#worker.postMessage(settings);
    const making = keepBusy<Made>(this.#worker, send, (made) => {
      // Answers come in the order of what was sent.
      const chunk = sent.shift();
      if (chunk) onMade(made, chunk);
    });
    await Promise.race([making, this.#failed]);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

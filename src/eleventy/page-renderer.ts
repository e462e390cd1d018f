import path from 'node:path';
import type { SitePage } from './prepare-site.ts';
import { runEleventy, startEleventy } from './start-eleventy.ts';

/**
 * Renders pages one at a time through Eleventy, so that its transforms and plugins apply as in a build. Eleventy starts
 * once; a page then costs a few milliseconds, however many others the site has.
 */
export class PageRenderer {
  #eleventy: ReturnType<typeof startEleventy> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** The page's markup. @throws whatever a layout throws. */
  render(page: SitePage): Promise<string> {
    const rendered = this.#queue.then(() => this.#render(page));
    // Eleventy has one set of data at a time; a page that failed must not keep the next one waiting.
    this.#queue = rendered.catch(() => undefined);
    return rendered;
  }

  async #render(page: SitePage): Promise<string> {
    this.#eleventy ??= startEleventy(path.join('.cache', 'dateline', 'preview'));
    const eleventy = await this.#eleventy;
    const [result] = await runEleventy(eleventy, [page]);
    if (!result) throw new Error(`Eleventy rendered nothing for ${page.path}`);
    return result.content;
  }
}

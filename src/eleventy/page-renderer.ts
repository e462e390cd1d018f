import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { setCurrentRendering } from './current-site.ts';
import type { SitePage } from './prepare-site.ts';

/**
 * Renders pages one at a time through Eleventy, so that its transforms and plugins apply as in a build. Eleventy starts
 * once; a page then costs a few milliseconds, however many others the site has.
 */
export class PageRenderer {
  #eleventy: Eleventy | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** The page's markup. @throws whatever a layout throws. */
  render(page: SitePage): Promise<string> {
    const rendered = this.#queue.then(() => this.#render(page));
    // Eleventy has one set of data at a time; a page that failed must not keep the next one waiting.
    this.#queue = rendered.catch(() => undefined);
    return rendered;
  }

  async #render(page: SitePage): Promise<string> {
    setCurrentRendering({ pages: [page], onPage: () => undefined });
    if (!this.#eleventy) {
      this.#eleventy = new Eleventy('layouts', path.join('.cache', 'dateline', 'preview'), {
        configPath: '.eleventy.ts',
        quietMode: true,
        source: 'script',
      });
      this.#eleventy.disableLogger();
    }
    // Eleventy keeps global data from one build to the next; what there is to render is new each time.
    this.#eleventy.templateData?.clearData();
    const [result] = await this.#eleventy.toJSON();
    if (!result) throw new Error(`Eleventy rendered nothing for ${page.path}`);
    return result.content;
  }
}

import { CODE_OF_PAGES, codeVersion } from '../content/code-version.ts';
import type { MachineFile } from '../metadata/machine-file.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { SitePage } from './prepare-site.ts';

/**
 * The fingerprints of what the pages and files of a site are made from: two are the same only if the same comes out. Any
 * thread that has planned the site tells the same.
 */
export class PageInputs {
  readonly #version = codeVersion(CODE_OF_PAGES);
  readonly #bySite = new Map<SiteView, string>();
  /** Of the site itself: its settings and navigation, and the code. */
  readonly ofSite: string;

  /** Of a site with these pages. */
  constructor(pages: readonly SitePage[]) {
    for (const view of new Set(pages.map((page) => page.site)))
      this.#bySite.set(view, fingerprint([this.#version, view]));
    this.ofSite = fingerprint([this.#version, [...this.#bySite.values()]]);
  }

  ofPage(page: SitePage): string {
    return fingerprint([this.#bySite.get(page.site), page.layout, page.inputs ? page.inputs() : page.view()]);
  }

  ofFile(file: MachineFile): string {
    return fingerprint([this.ofSite, file.inputs ? file.inputs() : file.text()]);
  }
}

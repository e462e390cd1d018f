import type { SitePage } from './prepare-site.ts';

/** What one run of Eleventy is to render. Eleventy loads its configuration by itself, so the two meet here. */
export interface Rendering {
  readonly pages: readonly SitePage[];
  /** Called with each finished page, after every transform. */
  readonly onPage: (file: string, content: string) => void;
}

let current: Rendering | undefined;

export function setCurrentRendering(rendering: Rendering | undefined): void {
  current = rendering;
}

/** @throws Error when Eleventy is started by hand: it has nothing to render then. */
export function currentRendering(): Rendering {
  if (!current) throw new Error('Eleventy is started by Dateline: run `npm run build` or `npm start`.');
  return current;
}

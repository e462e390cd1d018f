import type { SitePage } from './prepare-site.ts';

let current: readonly SitePage[] | undefined;

/** What the next run of Eleventy is to render. Eleventy loads its configuration by itself, so the two meet here. */
export function setPagesToRender(pages: readonly SitePage[] | undefined): void {
  current = pages;
}

/** @throws Error when Eleventy is started by hand: it has nothing to render then. */
export function pagesToRender(): readonly SitePage[] {
  if (!current) throw new Error('Eleventy is started by Dateline: run `npm run build` or `npm start`.');
  return current;
}

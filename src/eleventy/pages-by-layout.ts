import type { Layout } from '../pages/views.ts';
import type { SitePage } from './prepare-site.ts';

/** The pages that each layout paginates over; a layout without pages has an empty list, which Eleventy needs to find. */
export function pagesByLayout(pages: readonly SitePage[]): Readonly<Record<Layout, readonly SitePage[]>> {
  const layouts: Record<Layout, SitePage[]> = {
    article: [],
    front: [],
    listing: [],
    archive: [],
    'archive-year': [],
    'archive-days': [],
    tags: [],
    authors: [],
    corrections: [],
    versions: [],
    page: [],
    search: [],
    showcase: [],
    'not-found': [],
  };
  for (const page of pages) layouts[page.layout].push(page);
  return layouts;
}

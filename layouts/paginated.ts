import { outputFile, type SitePath } from '../src/pages/site-path.ts';
import type { SiteView } from '../src/pages/site-view.ts';
import type { Layout, View } from '../src/pages/views.ts';
import { machineHead } from './components/machine-head.ts';
import { renderView } from './pages/render-view.ts';

interface LayoutData {
  readonly planned: { readonly path: SitePath; readonly site: SiteView; readonly view: () => View };
}

/** The data of a layout: it paginates over the publication's pages of its kind, one page each, at the page's own address. */
export function paginated(layout: Layout) {
  return {
    pagination: { data: `pages.${layout}`, size: 1, alias: 'planned', addAllPagesToCollections: false },
    permalink: ({ planned }: LayoutData) => outputFile(planned.path),
    eleventyExcludeFromCollections: true,
  };
}

export function render({ planned }: LayoutData): string {
  const view = planned.view();
  return renderView(view, planned.site, machineHead(view, planned.site));
}

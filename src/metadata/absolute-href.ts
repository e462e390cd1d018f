import type { SiteView } from '../pages/site-view.ts';

/** An address of a view, absolute. Those of the site begin with a slash and hold its base path already. */
export function absoluteHref(href: string, site: Pick<SiteView, 'url'>): string {
  return new URL(href, `${site.url}/`).href;
}

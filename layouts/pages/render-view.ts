import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { View } from '../../src/pages/views.ts';
import { archivePage } from './archive.ts';
import { archiveDaysPage } from './archive-days.ts';
import { archiveYearPage } from './archive-year.ts';
import { articlePage } from './article.ts';
import { authorsPage } from './authors.ts';
import { correctionsPage } from './corrections.ts';
import { frontPage } from './front.ts';
import { listingPage } from './listing.ts';
import { notFoundPage } from './not-found.ts';
import { staticPage } from './page.ts';
import { searchPage } from './search.ts';
import { showcasePage } from './showcase.ts';
import { tagsPage } from './tags.ts';
import { versionsPage } from './versions.ts';

/** The whole page of a view, with doctype. `head` is what else machines are told: structured data, Open Graph, feeds. */
export function renderView(view: View, site: SiteView, head?: SafeHtml): string {
  return layOut(view, site, head).markup;
}

function layOut(view: View, site: SiteView, head: SafeHtml | undefined): SafeHtml {
  switch (view.layout) {
    case 'article':
      return articlePage(view, site, head);
    case 'front':
      return frontPage(view, site, head);
    case 'listing':
      return listingPage(view, site, head);
    case 'archive':
      return archivePage(view, site, head);
    case 'archive-year':
      return archiveYearPage(view, site, head);
    case 'archive-days':
      return archiveDaysPage(view, site, head);
    case 'tags':
      return tagsPage(view, site, head);
    case 'authors':
      return authorsPage(view, site, head);
    case 'corrections':
      return correctionsPage(view, site, head);
    case 'versions':
      return versionsPage(view, site, head);
    case 'page':
      return staticPage(view, site, head);
    case 'search':
      return searchPage(view, site, head);
    case 'showcase':
      return showcasePage(view, site, head);
    case 'not-found':
      return notFoundPage(view, site, head);
  }
}

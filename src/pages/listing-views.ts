import type { Entry } from '../publication/edition.ts';
import { type ListingSubject, listingPath } from './addresses.ts';
import { authorView } from './author-view.ts';
import { bodyView } from './body-view.ts';
import { hasFeed, listingFeed } from './feed-links.ts';
import { headView } from './head-view.ts';
import { numberPages } from './numbering.ts';
import type { PageContext } from './page-context.ts';
import type { AuthorView, BodyView } from './part-views.ts';
import type { SitePath } from './site-path.ts';
import type { ListingView } from './views.ts';

export interface Listing {
  readonly subject: ListingSubject;
  readonly id: string;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

interface Words {
  readonly heading: string;
  readonly standfirst: string;
  readonly introduction: BodyView;
  readonly author?: AuthorView;
}

/** Pages of a listing: the newest without a number, then every full one. */
export function listingPages(
  listing: Listing,
  context: PageContext,
): readonly { readonly path: SitePath; readonly view: () => ListingView }[] {
  const { edition, publication } = context;
  const pages = numberPages(listing.entries, publication.site.listings.size);
  const pathOf = (number?: number) => listingPath(edition, listing.subject, listing.id, number);
  const home = pathOf();
  const older = (number: number) => (number > 0 ? { older: context.href(pathOf(number)) } : {});
  const common = (path: SitePath, number?: number) => {
    const { heading, ...words } = wordsOf(listing, context);
    const title = number === undefined ? heading : `${heading} (${number})`;
    const feed = hasFeed(listing.subject) ? { feed: listingFeed(listing.subject, listing.id, heading, context) } : {};
    return {
      layout: 'listing' as const,
      subject: listing.subject,
      heading,
      ...words,
      home: context.href(home),
      ...headView({ path, title, description: words.standfirst, ...feed }, context),
    };
  };
  const newest = {
    path: home,
    view: (): ListingView => ({
      ...common(home),
      items: pages.newest.map((entry) => context.teaser(entry)),
      count: listing.entries.length,
      ...older(pages.sealed),
    }),
  };
  const sealed = Array.from({ length: pages.sealed }, (_, i) => {
    const number = i + 1;
    const path = pathOf(number);
    const view = (): ListingView => ({
      ...common(path, number),
      // What a listing says of itself belongs on its first page; on the others it would only age.
      introduction: [],
      number,
      items: pages.page(number).map((entry) => context.teaser(entry)),
      newer: context.href(number === pages.sealed ? home : pathOf(number + 1)),
      ...older(number - 1),
    });
    return { path, view };
  });
  return [newest, ...sealed];
}

function wordsOf({ subject, id }: Listing, context: PageContext): Words {
  const { publication } = context;
  if (subject === 'author') {
    const author = authorView(id, context);
    return { heading: author.name, standfirst: author.role, introduction: [], author };
  }
  if (subject === 'section') {
    const section = publication.site.sections.find(({ slug }) => slug === id);
    return {
      heading: context.text(section?.name) || id,
      standfirst: context.text(section?.description),
      introduction: [],
    };
  }
  if (subject === 'series') {
    const series = publication.series.get(id);
    return {
      heading: context.text(series?.title) || id,
      standfirst: context.text(series?.description),
      introduction: series ? bodyView(series, context) : [],
    };
  }
  const record = publication.tagRecords.get(id);
  return {
    heading: context.tagLabel(id),
    standfirst: context.text(record?.description),
    introduction: record ? bodyView(record, context) : [],
  };
}

import type {
  ClaimReview,
  Claim as ClaimThing,
  CollectionPage,
  Graph,
  ProfilePage,
  Rating,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import { wordsOf } from '../language/words.ts';
import type { Teaser } from '../pages/part-views.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { ArticleView, ListingView, PageView, View } from '../pages/views.ts';
import { absoluteHref } from './absolute-href.ts';
import { articleSchema, plainBlocks } from './article-schema.ts';
import { breadcrumbs, given, imageObject, person, publisher, publisherId } from './schema-parts.ts';

/** The structured data of a page as JSON-LD for a script element, safe inside it; undefined for a page that says nothing of itself. */
export function jsonLd(view: View, site: SiteView): string | undefined {
  const things = thingsOf(view, site);
  if (things.length === 0) return undefined;
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function thingsOf(view: View, site: SiteView): readonly Thing[] {
  const home = { label: wordsOf(site.language).home, href: site.home };
  switch (view.layout) {
    case 'article': {
      const section = view.section ? [view.section] : [];
      return [
        articleSchema(view, site),
        ...claimReview(view, site),
        breadcrumbs([home, ...section, { label: view.title, href: view.href }], site),
      ];
    }
    case 'front':
      return [webSite(view, site), publisher(site)];
    case 'listing':
      return [
        view.author && view.number === undefined ? profile(view, site) : listing(view, site),
        breadcrumbs([home, { label: view.heading, href: view.home }], site),
      ];
    case 'archive':
    case 'archive-year':
    case 'archive-days':
    case 'tags':
    case 'authors':
    case 'corrections':
      return [collection(view, site, [])];
    case 'page':
      return [
        { '@type': 'WebPage', ...page(view, site), headline: view.title } satisfies WebPage,
        breadcrumbs([home, { label: view.title, href: view.canonical }], site),
      ];
    case 'versions':
    case 'search':
    case 'showcase':
    case 'not-found':
      return [];
  }
}

/** https://developers.google.com/search/docs/appearance/structured-data/factcheck */
function claimReview(view: ArticleView, site: SiteView): readonly ClaimReview[] {
  const { claim } = view;
  if (!claim) return [];
  const address = absoluteHref(view.href, site);
  return [
    given<Exclude<ClaimReview, string>>({
      '@type': 'ClaimReview',
      '@id': `${address}#claim`,
      url: address,
      claimReviewed: claim.text,
      datePublished: view.date.iso,
      inLanguage: view.language,
      author: { '@id': publisherId(site) },
      itemReviewed: given<Exclude<ClaimThing, string>>({
        '@type': 'Claim',
        author: claim.by === undefined ? undefined : { '@type': 'Organization', name: claim.by },
      }),
      reviewRating: given<Exclude<Rating, string>>({
        '@type': 'Rating',
        alternateName: claim.verdict,
        ratingValue: claim.rating,
        worstRating: claim.rating === undefined ? undefined : 1,
        bestRating: claim.rating === undefined ? undefined : 5,
      }),
    }),
  ];
}

function webSite(view: PageView, site: SiteView): WebSite {
  return given<Exclude<WebSite, string>>({
    '@type': 'WebSite',
    '@id': `${view.canonical}#website`,
    name: site.name,
    alternateName: site.tagline || undefined,
    url: view.canonical,
    description: site.description || undefined,
    inLanguage: site.language,
    publisher: { '@id': publisherId(site) },
    license: site.license,
  });
}

function profile(view: ListingView, site: SiteView): ProfilePage {
  const { author } = view;
  const biography = author?.biography.map((part) => (typeof part === 'string' ? plainBlocks(part) : '')).join(' ');
  return given<Exclude<ProfilePage, string>>({
    '@type': 'ProfilePage',
    ...page(view, site),
    mainEntity: author && {
      ...person(author, site),
      ...given({
        description: biography?.trim() || undefined,
        image: author.photo && imageObject(author.photo, site),
      }),
      worksFor: { '@id': publisherId(site) },
    },
  });
}

function listing(view: ListingView, site: SiteView): CollectionPage {
  return collection({ ...view, title: view.heading }, site, view.items);
}

function collection(view: PageView, site: SiteView, items: readonly Teaser[]): CollectionPage {
  return given<Exclude<CollectionPage, string>>({
    '@type': 'CollectionPage',
    ...page(view, site),
    mainEntity:
      items.length === 0
        ? undefined
        : {
            '@type': 'ItemList',
            itemListElement: items.map(({ href }, i) => ({
              '@type': 'ListItem',
              position: i + 1,
              url: absoluteHref(href, site),
            })),
          },
  });
}

function page(view: PageView, site: SiteView) {
  return given({
    '@id': `${view.canonical}#page`,
    url: view.canonical,
    name: view.title || undefined,
    description: view.description || undefined,
    inLanguage: view.language,
    publisher: publisher(site),
  });
}

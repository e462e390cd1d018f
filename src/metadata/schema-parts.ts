import type { BreadcrumbList, ImageObject, NewsMediaOrganization, Person, SocialMediaPosting } from 'schema-dts';
import type { AuthorView, BodyView, LinkView, PictureView, TweetView } from '../pages/part-views.ts';
import type { SiteView } from '../pages/site-view.ts';
import { absoluteHref } from './absolute-href.ts';
import { plainMarkup } from './plain-markup.ts';

/*
 * The things that structured data of several pages speak of.
 */

/** A value whose parts may be left out. */
type Maybe<T> = { [K in keyof T]: T[K] | undefined };
/** The value as it is: JSON knows no `undefined`, so what is left out does not reach the page. */
export const given = <T extends object>(value: Maybe<T>): T => value as T;

export const publisherId = (site: SiteView): string => `${site.url}/#publisher`;

const publishers = new WeakMap<SiteView, NewsMediaOrganization>();

/** The publication with the policies it has. https://schema.org/NewsMediaOrganization */
export function publisher(site: SiteView): NewsMediaOrganization {
  const known = publishers.get(site) ?? describePublisher(site);
  publishers.set(site, known);
  return known;
}

function describePublisher(site: SiteView): NewsMediaOrganization {
  const policy = (name: keyof SiteView['policies']) => {
    const href = site.policies[name];
    return href === undefined ? undefined : absoluteHref(href, site);
  };
  const icon = site.assets['icons/icon-512.png'] ?? site.assets['icons/favicon.svg'];
  return given<Exclude<NewsMediaOrganization, string>>({
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(site),
    name: site.name,
    url: `${site.url}/`,
    description: site.description || undefined,
    logo: icon && absoluteHref(icon, site),
    email: site.contact,
    foundingDate: site.founded,
    ethicsPolicy: policy('ethics'),
    correctionsPolicy: policy('corrections'),
    ownershipFundingInfo: policy('ownership'),
    verificationFactCheckingPolicy: policy('verification'),
    unnamedSourcesPolicy: policy('unnamedSources'),
    masthead: policy('masthead'),
    missionCoveragePrioritiesPolicy: policy('missionCoverage'),
    diversityPolicy: policy('diversity'),
    actionableFeedbackPolicy: policy('feedback'),
    publishingPrinciples: policy('principles'),
  });
}

/** An author; the name without titles, as Google asks. */
export function person({ name, role, href, links }: AuthorView, site: SiteView): Exclude<Person, string> {
  const profiles = links.map((link) => link.href).filter((address) => /^https?:/.test(address));
  return given<Exclude<Person, string>>({
    '@type': 'Person',
    '@id': `${absoluteHref(href, site)}#person`,
    name,
    url: absoluteHref(href, site),
    jobTitle: role || undefined,
    sameAs: profiles.length > 0 ? profiles : undefined,
  });
}

export function imageObject(image: PictureView, site: SiteView): Exclude<ImageObject, string> {
  const { picture, alt, caption, credit, creditHref, license } = image;
  const { address, width, height } = picture.fallback;
  const words = plainMarkup(credit) || undefined;
  return given<Exclude<ImageObject, string>>({
    '@type': 'ImageObject',
    url: pictureAddress(address, site),
    contentUrl: pictureAddress(address, site),
    width: `${width}`,
    height: `${height}`,
    caption: plainMarkup(caption) || alt || undefined,
    creditText: words,
    copyrightNotice: words,
    license,
    acquireLicensePage: creditHref,
  });
}

/** Pictures have their addresses without base path. */
export function pictureAddress(address: string, site: SiteView): string {
  return `${site.url}${address}`;
}

/** The way from the front page to a page. */
export function breadcrumbs(steps: readonly LinkView[], site: SiteView): Exclude<BreadcrumbList, string> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      item: absoluteHref(href, site),
    })),
  };
}

/** The archived posts of a text. */
export function postings(body: BodyView): readonly Exclude<SocialMediaPosting, string>[] {
  return body.flatMap((part) => (typeof part !== 'string' && part.type === 'tweet' ? [posting(part)] : []));
}

function posting({ href, author, handle, profile, date, language, text }: TweetView) {
  return {
    '@type': 'SocialMediaPosting' as const,
    url: href,
    author: given<Exclude<Person, string>>({
      '@type': 'Person',
      name: author,
      alternateName: `@${handle}`,
      url: profile,
    }),
    datePublished: date.iso,
    inLanguage: language,
    articleBody: text.map((piece) => (typeof piece === 'string' ? piece : piece.label)).join(''),
  };
}

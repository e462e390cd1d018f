import { typeOf } from '../images/plan-picture.ts';
import type { ShareImageView } from '../pages/part-views.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { ArticleView, PageView, View } from '../pages/views.ts';
import { absoluteHref } from './absolute-href.ts';
import { lastChange } from './last-change.ts';

/** A `meta` element: `property` for Open Graph, `name` for everybody else. */
export interface Meta {
  readonly name?: string;
  readonly property?: string;
  readonly content: string;
}

/** What social networks, libraries and reference managers are told of a page. */
export function socialMeta(view: View, site: SiteView): readonly Meta[] {
  if (view.layout === 'not-found' || view.layout === 'showcase') return [];
  const image = view.layout === 'article' ? view.shareImage : undefined;
  return [
    ...openGraph(view, site),
    ...imageMeta(image ?? site.shareImage, site),
    ...(view.layout === 'article'
      ? [...articleMeta(view, site), ...dublinCore(view, site), ...citation(view, site)]
      : []),
  ];
}

const named = (name: string, content: string): Meta => ({ name, content });
const property = (name: string, content: string): Meta => ({ property: name, content });

/** https://ogp.me */
function openGraph(view: View, site: SiteView): readonly Meta[] {
  const author = view.layout === 'listing' && view.author !== undefined && view.number === undefined;
  return [
    property('og:site_name', site.name),
    property('og:type', view.layout === 'article' ? 'article' : author ? 'profile' : 'website'),
    property('og:title', view.title || site.name),
    ...(view.description === '' ? [] : [property('og:description', view.description)]),
    property('og:url', view.canonical),
    property('og:locale', locale(view.language)),
    ...view.translations.map(({ language }) => property('og:locale:alternate', locale(language))),
  ];
}

/** The picture that a shared link shows. */
function imageMeta(image: ShareImageView | undefined, site: SiteView): readonly Meta[] {
  if (!image) return [named('twitter:card', 'summary')];
  const address = absoluteHref(image.href, site);
  return [
    property('og:image', address),
    property('og:image:type', typeOf(address)),
    property('og:image:width', String(image.width)),
    property('og:image:height', String(image.height)),
    property('og:image:alt', image.alt),
    named('twitter:card', 'summary_large_image'),
    named('twitter:image', address),
    named('twitter:image:alt', image.alt),
  ];
}

function articleMeta(view: ArticleView, site: SiteView): readonly Meta[] {
  return [
    property('article:published_time', view.date.iso),
    property('article:modified_time', lastChange(view).iso),
    ...view.authors.map(({ href }) => property('article:author', absoluteHref(href, site))),
    ...(view.section ? [property('article:section', view.section.label)] : []),
    ...view.tags.map(({ label }) => property('article:tag', label)),
  ];
}

/** https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */
function dublinCore(view: ArticleView, site: SiteView): readonly Meta[] {
  return [
    named('DC.title', view.title),
    ...view.authors.map(({ name }) => named('DC.creator', name)),
    ...(view.standfirst === '' ? [] : [named('DC.description', view.standfirst)]),
    named('DC.publisher', site.name),
    named('DC.date', view.date.iso.slice(0, 10)),
    named('DC.language', view.language),
    named('DC.identifier', view.canonical),
    named('DC.type', 'Text'),
    ...view.tags.map(({ label }) => named('DC.subject', label)),
    ...(site.license === undefined ? [] : [named('DC.rights', site.license)]),
  ];
}

/** Highwire Press tags, which Zotero and Google Scholar read. */
function citation(view: ArticleView & PageView, site: SiteView): readonly Meta[] {
  return [
    named('citation_title', view.title),
    ...view.authors.map(({ name }) => named('citation_author', name)),
    named('citation_publication_date', view.date.iso.slice(0, 10).replaceAll('-', '/')),
    named('citation_journal_title', site.name),
    named('citation_publisher', site.name),
    named('citation_language', view.language),
    named('citation_public_url', view.canonical),
    ...view.tags.map(({ label }) => named('citation_keywords', label)),
  ];
}

const locales = new Map<string, string>();

/** `uk_UA` of `uk`: Open Graph names a territory, where CLDR knows the likely one. */
function locale(language: string): string {
  const known = locales.get(language);
  if (known !== undefined) return known;
  const named = findLocale(language);
  locales.set(language, named);
  return named;
}

function findLocale(language: string): string {
  const { language: code, region } = new Intl.Locale(language).maximize();
  return region === undefined ? code : `${code}_${region}`;
}

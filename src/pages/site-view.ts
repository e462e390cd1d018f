import { directionOf, languageOf } from '../language/language.ts';
import { logoPath } from '../publication/check-pictures.ts';
import { frontPath, listingPath, placePath } from './addresses.ts';
import type { PageContext } from './page-context.ts';
import { ownShareView } from './share-view.ts';
import type { SitePath } from './site-path.ts';
import type { LogoView, SiteView, SupportView } from './views.ts';

/** What every page of an edition shares. */
export function siteView(
  context: PageContext,
  { assets, integrity }: Pick<SiteView, 'assets' | 'integrity'>,
): SiteView {
  const { publication, edition, base } = context;
  const { site } = publication;
  const support = supportView(context);
  const logo = logoView(context);
  const editions = publication.editions.map((other) => ({
    language: other.language,
    name: languageOf(other.language).name,
    href: context.href(frontPath(other)),
  }));
  return {
    name: site.name,
    tagline: context.text(site.tagline),
    description: context.text(site.description),
    url: `${base.origin}${base.base}`,
    timeZone: site.timeZone,
    language: edition.language,
    direction: directionOf(edition.language),
    home: context.href(frontPath(edition)),
    // A section that has no article in this language yet would be a bare page.
    sections: site.sections
      .filter(({ slug }) => edition.prefix === '' || edition.bySection.has(slug))
      .map(({ slug, name }) => ({
        label: context.text(name),
        href: context.href(listingPath(edition, 'section', slug)),
      })),
    navigation: site.navigation.map(({ label, href }) => ({
      label: context.text(label),
      href: context.written(localised(href, context)),
    })),
    editions: editions.length > 1 ? editions : [],
    places: {
      archive: context.href(placePath(edition, 'archive')),
      tags: context.href(placePath(edition, 'tags')),
      authors: context.href(placePath(edition, 'authors')),
      corrections: context.href(placePath(edition, 'corrections')),
      search: context.href(placePath(edition, 'search')),
    },
    policies: Object.fromEntries(
      Object.entries(site.policies ?? {}).map(([policy, href]) => [policy, context.written(localised(href, context))]),
    ),
    assets,
    integrity,
    shareImage: ownShareView(context),
    typefaces: site.design?.typefaces ?? 'newspaper',
    preview: publication.preview,
    ...(logo ? { logo } : {}),
    // A preview shows what is saved, never what was.
    ...(site.offline !== undefined && !publication.preview ? { worker: context.href('/sw.js' as SitePath) } : {}),
    ...(support ? { support } : {}),
    ...(site.license === undefined ? {} : { license: context.written(site.license) }),
    ...(site.founded === undefined ? {} : { founded: String(site.founded) }),
    ...(site.contact === undefined ? {} : { contact: site.contact }),
  };
}

export function supportView(context: PageContext): SupportView | undefined {
  const { support } = context.publication.site;
  if (!support) return undefined;
  return {
    title: context.text(support.title),
    text: context.text(support.text),
    label: context.text(support.label),
    href: context.written(localised(support.href, context)),
  };
}

function logoView(context: PageContext): LogoView | undefined {
  const { design, name } = context.publication.site;
  const { src, dark: written } = design?.logo ?? {};
  const pictureOf = (file: string | undefined) =>
    file === undefined ? undefined : context.picture({ src: logoPath(file), alt: name });
  const light = pictureOf(src);
  const dark = pictureOf(written);
  return light && { light, ...(dark ? { dark } : {}) };
}

/** An address of site.yaml in this edition, where the edition has that page. */
function localised(href: string, { edition, book }: PageContext): string {
  const own = `${edition.prefix}${href}`;
  return edition.prefix !== '' && href.startsWith('/') && book.at.has(own as SitePath) ? own : href;
}

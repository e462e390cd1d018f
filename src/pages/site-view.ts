import type { SafeUrl } from '../html/safe-url.ts';
import { directionOf, languageOf } from '../language/language.ts';
import { logoPath } from '../publication/check-pictures.ts';
import type { Typefaces } from '../schema/design.ts';
import type { Policy } from '../schema/site.ts';
import { frontPath, listingPath, placePath } from './addresses.ts';
import type { PageContext } from './page-context.ts';
import type { LinkView, LogoView, ShareImageView, SupportView, TranslationView } from './part-views.ts';
import { ownShareView } from './share-view.ts';
import type { SitePath } from './site-path.ts';

/** What every page of an edition shares. */
export interface SiteView {
  readonly name: string;
  readonly tagline: string;
  readonly description: string;
  /** Origin and base path without slash at the end, for absolute addresses: canonical, Open Graph. */
  readonly url: string;
  readonly timeZone: string;
  /** BCP 47 of the edition. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly home: SafeUrl;
  readonly sections: readonly LinkView[];
  readonly navigation: readonly LinkView[];
  /** Every edition, this one included; empty when there is only one. */
  readonly editions: readonly TranslationView[];
  /** Addresses of the pages that every edition has. */
  readonly places: {
    readonly archive: SafeUrl;
    readonly tags: SafeUrl;
    readonly authors: SafeUrl;
    readonly corrections: SafeUrl;
    readonly search: SafeUrl;
  };
  readonly support?: SupportView;
  /** For pages that have none of their own. */
  readonly shareImage?: ShareImageView;
  readonly license?: SafeUrl;
  /** Pages that state how the newsroom works. */
  readonly policies: Readonly<Partial<Record<Policy, SafeUrl>>>;
  /** Year or date. */
  readonly founded?: string;
  readonly contact?: string;
  /** Address of a file of assets/ by its path there (`styles/article.css`), its content hash in the name. */
  readonly assets: Readonly<Record<string, SafeUrl>>;
  /** What those files have to hash to, `sha384-…`, by the same paths. */
  readonly integrity: Readonly<Record<string, string>>;
  readonly typefaces: Typefaces;
  /** Address of the service worker, where there is one. */
  readonly worker?: SafeUrl;
  /** Stands for the name in the masthead. */
  readonly logo?: LogoView;
  /** Drafts and scheduled articles are shown and marked. */
  readonly preview: boolean;
}

/** The view of an edition that all its pages share. */
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

import type { Article, ContentImage, ContentPath } from '../content/article.ts';
import type { History } from '../history/load-history.ts';
import { type SafeUrl, safeUrl } from '../html/safe-url.ts';
import type { Picture, PictureFile } from '../images/picture.ts';
import type { Edition, Entry } from '../publication/edition.ts';
import type { Publication } from '../publication/publication.ts';
import { isRunning } from '../publication/visibility.ts';
import type { LocalisedText } from '../schema/field.ts';
import { textIn } from '../schema/locale.ts';
import type { Moment } from '../schema/moment.ts';
import type { AddressBook } from './address-book.ts';
import { listingPath } from './addresses.ts';
import { fingerprint, withKey } from './fingerprint.ts';
import type { LinkView, PictureView, Teaser } from './part-views.ts';
import { absoluteUrl, hrefOf, type SiteBase, type SitePath } from './site-path.ts';

/** What the makers of views share: the publication, where everything stands, and the pictures. One for each edition. */
export class PageContext {
  readonly publication: Publication;
  readonly edition: Edition;
  readonly book: AddressBook;
  readonly base: SiteBase;
  /** A name for the fonts that share images are set in, which changes with them. */
  readonly typefaces: string;
  /** How articles have changed, where the site shows it. */
  readonly history: History | undefined;
  readonly #pictures: ReadonlyMap<ContentPath, Picture>;
  readonly #teasers = new Map<Entry, Teaser>();
  readonly #made = new Map<string, Map<string, unknown>>();

  constructor(
    publication: Publication,
    edition: Edition,
    book: AddressBook,
    base: SiteBase,
    pictures: ReadonlyMap<ContentPath, Picture>,
    typefaces = '',
    history?: History,
  ) {
    this.history = history;
    this.typefaces = typefaces;
    this.publication = publication;
    this.edition = edition;
    this.book = book;
    this.base = base;
    this.#pictures = pictures;
  }

  /** The same pictures and addresses for another state of the publication. */
  with(publication: Publication, edition: Edition): PageContext {
    return new PageContext(publication, edition, this.book, this.base, this.#pictures, this.typefaces);
  }

  /** Changes with all that pages take from the settings and from the edition itself. */
  get key(): string {
    const { publication, edition, base, typefaces } = this;
    const editions = publication.editions.map(({ language }) => language);
    return this.once('key', '', () =>
      fingerprint([publication.site, publication.preview, edition.language, editions, base, typefaces]),
    );
  }

  /** What many pages of the edition show, made once: `what` is made of nothing but `of`, a slug, an id or a file. */
  once<T>(what: string, of: string, make: () => T): T {
    let made = this.#made.get(what);
    if (!made) {
      made = new Map();
      this.#made.set(what, made);
    }
    if (!made.has(of)) made.set(of, make());
    return made.get(of) as T;
  }

  href(path: SitePath): SafeUrl {
    return hrefOf(path, this.base);
  }

  absolute(path: SitePath): SafeUrl {
    return absoluteUrl(path, this.base);
  }

  /** An address of a view, with origin. */
  absoluteHref(href: string): SafeUrl {
    return `${this.base.origin}${href}` as SafeUrl;
  }

  /** An address that an editor wrote: of this site, with its base path, or elsewhere. */
  written(address: string): SafeUrl {
    return address.startsWith('/') ? hrefOf(address, this.base) : (safeUrl(address) ?? ('#' as SafeUrl));
  }

  text(text: LocalisedText | undefined): string {
    return text === undefined ? '' : textIn(text, this.edition.language, this.publication.site.language);
  }

  picture(image: ContentImage | undefined): PictureView | undefined {
    const picture = image && this.#served(image.src);
    if (!image || !picture) return undefined;
    const creditHref = image.creditUrl === undefined ? undefined : safeUrl(image.creditUrl);
    const license = image.license === undefined ? undefined : safeUrl(image.license);
    return {
      picture,
      alt: image.alt,
      caption: image.caption ?? '',
      credit: image.credit ?? '',
      ...(creditHref ? { creditHref } : {}),
      ...(license ? { license } : {}),
      ...(image.focus ? { focus: image.focus } : {}),
      ...(image.wide === undefined ? {} : { wide: image.wide }),
    };
  }

  /** Changes with the files of a picture; undefined when there is none. Words about it stand in the file that shows it. */
  pictureKey(image: ContentImage | undefined): unknown {
    return image && this.#served(image.src);
  }

  // Addresses of views hold the base path.
  #served(src: ContentPath): Picture | undefined {
    const picture = this.#pictures.get(src);
    if (!picture) return undefined;
    return this.once('picture', src, () => {
      if (this.base.base === '') return withKey({ ...picture });
      const based = (file: PictureFile): PictureFile => ({ ...file, address: hrefOf(file.address, this.base) });
      const sources = picture.sources.map(({ type, files }) => ({ type, files: files.map(based) }));
      return withKey({ ...picture, sources, fallback: based(picture.fallback) });
    });
  }

  section(slug: string | undefined): LinkView | undefined {
    return this.once('section', slug ?? '', () => {
      const section = this.publication.site.sections.find((candidate) => candidate.slug === slug);
      const href = section && this.href(listingPath(this.edition, 'section', section.slug));
      return section && href && { label: this.text(section.name), href };
    });
  }

  author(id: string): LinkView {
    return this.once('author link', id, () => ({
      label: this.text(this.publication.authors.get(id)?.name) || id,
      href: this.href(listingPath(this.edition, 'author', id)),
    }));
  }

  tag(slug: string): LinkView {
    return this.once('tag', slug, () => ({
      label: this.#labelOfTag(slug),
      href: this.href(listingPath(this.edition, 'tag', slug)),
    }));
  }

  /** As its record writes it, else as the first article that used it did: a later one does not rename it. */
  tagLabel(slug: string): string {
    return this.tag(slug).label;
  }

  #labelOfTag(slug: string): string {
    const record = this.publication.tagRecords.get(slug);
    if (record?.label !== undefined) return this.text(record.label);
    const first = this.edition.byTag.get(slug)?.[0]?.article;
    return first?.tags.find((label) => this.publication.tags.slugOf(label, first.language) === slug) ?? slug;
  }

  teaser(entry: Entry): Teaser {
    const known = this.#teasers.get(entry);
    if (known) return known;
    const teaser = withKey(this.#makeTeaser(entry));
    this.#teasers.set(entry, teaser);
    return teaser;
  }

  /** When a live report ended; undefined while it goes on. */
  endOf(article: Article): Moment | undefined {
    return article.kind === 'live' && !isRunning(article, this.publication.now) ? article.ended : undefined;
  }

  #makeTeaser({ article, state }: Entry): Teaser {
    const { title, standfirst, language, kind, date } = article;
    const section = this.section(article.section);
    const image = this.picture(article.image);
    return {
      href: this.href(this.pathOf(article.source)),
      title,
      standfirst,
      language,
      kind,
      date,
      authors: article.authors.map((id) => this.author(id)),
      ...(this.endOf(article) ? { over: true } : {}),
      ...(section ? { section } : {}),
      ...(image ? { image } : {}),
      ...(state ? { state } : {}),
    };
  }

  pathOf(source: ContentPath): SitePath {
    const path = this.book.pathOf.get(source);
    if (path === undefined) throw new Error(`no address was given to ${source}`);
    return path;
  }
}

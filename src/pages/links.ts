import path from 'node:path';
import type { Article, ContentPath, Page } from '../content/article.ts';
import { slugInName } from '../content/slug-of-file.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { KnownPaths } from '../diagnostics/known-paths.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { onceFor } from '../diagnostics/once-for.ts';
import { decodeAddress } from '../html/decode-address.ts';
import type { Publication } from '../publication/publication.ts';
import type { AddressBook } from './address-book.ts';
import { type ListingSubject, listingPath, prefixOf } from './addresses.ts';
import { type SitePath, sitePath } from './site-path.ts';

/** Where a link within the publication leads. */
export type LinkTarget =
  | { readonly to: 'page'; readonly path: SitePath; readonly suffix: string }
  /** A document to download, published under /files/. */
  | { readonly to: 'file'; readonly source: ContentPath }
  /** Not published yet, or not to be read: shown as text until it is. */
  | { readonly to: 'hidden'; readonly unread?: true }
  | { readonly to: 'nothing'; readonly code: DiagnosticCode; readonly message: string; readonly help: string };

/** Formats that a browser shows or saves without running anything in the site's name. */
export const DOWNLOADS =
  /\.(?:pdf|csv|tsv|txt|xlsx?|ods|odt|docx?|pptx?|epub|zip|json|geojson|mp3|m4a|ogg|mp4|webm|jpe?g|png|webp|gif)$/i;
// Where they were taken stands in the middle of their bytes, and cannot be cut out of them.
const TELLING_PICTURES = /\.(?:avif|hei[cf]|tiff?|jxl|jp2|bmp|psd|dng|cr[23]|nef|arw)$/i;
// Ids that every article's page has besides those of its body.
const PAGE_ANCHORS = new Set(['main', 'corrections']);

/** Resolves a link of a document: a file (`../07/talks.md#why`), an address from the root (`/about/`) or an anchor. */
export function resolveLink(href: string, from: ContentPath, publication: Publication, book: AddressBook): LinkTarget {
  const [, written = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const target = decodeAddress(written).normalize('NFC');
  if (target === '') return withAnchor(documentAt(from, publication), book.pathOf.get(from), query, anchor);
  const file = target.startsWith('/')
    ? path.posix.normalize(target.slice(1))
    : path.posix.join(path.posix.dirname(from), target);
  if (file === '..' || file.startsWith('../'))
    return nothing(
      'path-outside',
      `the link leaves content/: ${href}`,
      'link to a file below content/, or to an address such as /about/',
    );
  if (/\.md$/.test(target)) return toFile(file, from, href, query, anchor, publication, book);
  if (DOWNLOADS.test(target) && publication.files.all.has(file)) return { to: 'file', source: file };
  if (TELLING_PICTURES.test(target) && publication.files.all.has(file))
    return nothing(
      'link-picture',
      `the link leads to a picture whose place and camera cannot be taken out: ${href}`,
      'export it as JPEG, PNG or WebP, and link to that',
    );

  const address = `${target.replace(/\/*$/, '')}/`.replace(/^\/\/$/, '/');
  const asPath = (target.startsWith('/') ? address : '') as SitePath;
  if (asPath !== '' && book.at.has(asPath)) return withAnchor(book.at.get(asPath) ?? undefined, asPath, query, anchor);
  if (asPath !== '' && book.hidden.has(asPath)) return { to: 'hidden' };
  if (
    asPath !== '' &&
    (target in publication.redirects || address in publication.redirects || movedFrom(publication, address))
  )
    return { to: 'page', path: asPath, suffix: query + anchor };
  if (/^\/(?:feed\.xml|atom\.xml|feed\.json|sitemap\.xml|robots\.txt)$/.test(target))
    return { to: 'page', path: target as SitePath, suffix: '' };
  if (publication.files.all.has(`${file.replace(/\/$/, '')}.md`))
    return toFile(`${file.replace(/\/$/, '')}.md`, from, href, query, anchor, publication, book);
  // What stands there once its file can be read has its own diagnostics, too.
  if (asPath !== '' && unreadSlugs(publication).has(path.posix.basename(asPath))) return { to: 'hidden', unread: true };
  const known = target.startsWith('/') ? knownAddresses(book) : knownArticles(publication);
  return nothing(
    'link-broken',
    `the link leads to nothing: ${href}`,
    known.didYouMean(target, 'link to a file such as ../07/talks.md, or to an address such as /about/'),
  );
}

/** All links of all bodies, checked; anchors too. */
export function checkLinks(publication: Publication, book: AddressBook): readonly Problem[] {
  const problems: Problem[] = [];
  const documents = [
    ...[...publication.entries.values()].map((entry) => entry.article),
    ...publication.pages.values(),
    ...publication.hidden.values(),
    ...publication.unfinished,
    ...publication.authors.values(),
    ...publication.tagRecords.values(),
    ...publication.series.values(),
  ];
  for (const document of documents) {
    for (const { href, line } of document.body.links) {
      const target = resolveLink(href, document.source, publication, book);
      const place = { at: 'text', line, text: href } as const;
      if (target.to === 'nothing')
        problems.push({ code: target.code, file: document.source, place, message: target.message, help: target.help });
      else if (target.to === 'hidden' && !target.unread && !publication.hidden.has(document.source)) {
        const help = 'nothing to do: it becomes a link when that is published';
        problems.push({
          code: 'link-unpublished',
          file: document.source,
          place,
          message: `readers see plain text here: ${href} is not published yet`,
          help,
        });
      }
    }
  }
  return problems;
}

/** Address under which a linked file is published. */
export function filePath(source: ContentPath): string {
  return `/files/${source}`;
}

function toFile(
  file: ContentPath,
  from: ContentPath,
  href: string,
  query: string,
  anchor: string,
  publication: Publication,
  book: AddressBook,
): LinkTarget {
  const found = book.pathOf.get(file);
  if (found !== undefined) {
    const document = documentAt(file, publication);
    const target = withAnchor(document, found, query, anchor);
    return publication.hidden.has(file) && target.to === 'page' ? { to: 'hidden' } : target;
  }
  const listed = listingsOf(file, from, publication);
  if (listed.length > 0) {
    const path = listed.find((candidate) => book.at.has(candidate));
    return path === undefined ? { to: 'hidden' } : { to: 'page', path, suffix: query + anchor };
  }
  // A file that is there and could not be read has its own diagnostics.
  if (publication.files.all.has(file)) return { to: 'hidden', unread: true };
  return nothing(
    'link-broken',
    `there is no file ${file}`,
    knownFiles(publication).didYouMean(file, `check the path: ${href} is read from the folder of this file`),
  );
}

/** The pages that an author, a tag or a series may have: the one in the edition of the text that links to it first. */
function listingsOf(file: ContentPath, from: ContentPath, publication: Publication): readonly SitePath[] {
  const { site, authors, tagRecords, series } = publication;
  const language = documentAt(from, publication)?.language ?? site.language;
  const prefixes = new Set([prefixOf(language, site), ...publication.editions.map(({ prefix }) => prefix)]);
  const pathsOf = (subject: ListingSubject, id: string) =>
    [...prefixes].map((prefix) => listingPath({ prefix }, subject, id));
  for (const author of authors.values()) if (author.source === file) return pathsOf('author', author.id);
  for (const tag of tagRecords.values()) if (tag.source === file) return pathsOf('tag', tag.slug);
  for (const one of series.values()) if (one.source === file) return pathsOf('series', one.id);
  return [];
}

function withAnchor(
  document: Article | Page | undefined,
  target: SitePath | undefined,
  query: string,
  anchor: string,
): LinkTarget {
  const id = decodeAddress(anchor.slice(1));
  if (id !== '' && document && !document.body.anchors.includes(id) && !PAGE_ANCHORS.has(id)) {
    const help = didYouMean(
      id,
      document.body.anchors,
      document.body.anchors.length > 0
        ? `anchors there: ${document.body.anchors.slice(0, 8).join(', ')}`
        : 'there are no headings to link to',
    );
    return nothing('anchor-broken', `${document.source} has no anchor \`#${id}\``, help);
  }
  return { to: 'page', path: target ?? sitePath(), suffix: query + anchor };
}

function documentAt(source: ContentPath, publication: Publication): Article | Page | undefined {
  return publication.entries.get(source)?.article ?? publication.pages.get(source) ?? publication.hidden.get(source);
}

const movedFrom = (publication: Publication, address: string): boolean =>
  oldAddresses(publication).has(address.replace(/\/$/, ''));

// An old article may be full of broken links: what they are compared with is gathered once.
const knownAddresses = onceFor(({ at }: AddressBook) => new KnownPaths(at.keys()));
const knownArticles = onceFor(({ files }: Publication) => new KnownPaths(files.byKind.article));
// With a slash in front, so that it can be pasted as it is.
const knownFiles = onceFor(
  ({ files: { byKind } }: Publication) =>
    new KnownPaths([...byKind.article, ...byKind.page].map((source) => `/${source}`)),
);
const oldAddresses = onceFor(({ entries, pages }: Publication) => {
  const documents = [...Array.from(entries.values(), ({ article }) => article), ...pages.values()];
  return new Set(documents.flatMap(({ redirectFrom }) => redirectFrom.map((old) => old.replace(/\/$/, ''))));
});

const unreadSlugs = onceFor(({ files: { byKind }, entries, pages, hidden, unfinished, site }: Publication) => {
  const unread = [...byKind.article, ...byKind.page].filter(
    (source) => !entries.has(source) && !pages.has(source) && !hidden.has(source),
  );
  return new Set([...unread.map((source) => slugInName(source, site.language)), ...unfinished.map(({ slug }) => slug)]);
});

function nothing(code: DiagnosticCode, message: string, help: string): LinkTarget {
  return { to: 'nothing', code, message, help };
}

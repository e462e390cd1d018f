import type { Article, ContentPath, Page } from '../content/article.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../publication/edition.ts';
import type { Publication } from '../publication/publication.ts';
import {
  articlePath,
  frontPath,
  type ListingSubject,
  listingPath,
  pagePath,
  periodPath,
  placePath,
  versionsPath,
} from './addresses.ts';
import { numberPages } from './numbering.ts';
import { type SitePath, sitePath } from './site-path.ts';

/** Every address of the site and what stands there. */
export interface AddressBook {
  readonly pathOf: ReadonlyMap<ContentPath, SitePath>;
  /** The document at an address; null where a page is made from many (a listing, the archive). */
  readonly at: ReadonlyMap<SitePath, Article | Page | null>;
  /** Addresses of what is not published yet. */
  readonly hidden: ReadonlySet<SitePath>;
}

interface Claim {
  readonly path: SitePath;
  readonly document: Article | Page;
}

/** Gives every page its address and finds all that two would share. `versioned` are the articles with a page of versions. */
export function writeAddressBook(
  publication: Publication,
  versioned: Iterable<ContentPath> = [],
): {
  readonly book: AddressBook;
  readonly problems: readonly Problem[];
} {
  const { site } = publication;
  const made = new Map<string, string>();
  const at = new Map<SitePath, Article | Page | null>();
  for (const path of ['/404.html', '/admin/', '/search/']) made.set(path, 'a page of the site itself');
  at.set(sitePath('search'), null);
  for (const edition of publication.editions) {
    for (const [path, what] of madePaths(edition, publication)) {
      made.set(path.toLowerCase(), what);
      at.set(path, null);
    }
  }

  const pathOf = new Map<ContentPath, SitePath>();
  const claims: Claim[] = [];
  // Hidden documents come last: what is published keeps its address, the draft has to give way.
  const documents = [
    ...[...publication.entries.values()].map((entry) => entry.article),
    ...publication.pages.values(),
    ...publication.hidden.values(),
  ];
  for (const document of documents) {
    const path = 'kind' in document ? articlePath(document, site) : pagePath(document, site);
    claims.push({ path, document });
    pathOf.set(document.source, path);
  }
  for (const source of versioned) {
    const path = pathOf.get(source);
    if (path === undefined) continue;
    made.set(versionsPath(path).toLowerCase(), `the versions of ${source}`);
    at.set(versionsPath(path), null);
  }
  const problems = findCollisions(claims, made);
  const hidden = new Set<SitePath>();
  for (const { path, document } of claims) {
    if (publication.hidden.has(document.source)) hidden.add(path);
    else if (!at.has(path)) at.set(path, document);
  }
  return { book: { pathOf, at, hidden }, problems };
}

function* madePaths(edition: Edition, publication: Publication): Generator<readonly [SitePath, string]> {
  const { site, authors, series } = publication;
  yield [frontPath(edition), 'the front page'];
  for (const place of ['archive', 'tags', 'authors', 'corrections', 'search'] as const)
    yield [placePath(edition, place), `the page /${place}/`];
  const listings: readonly (readonly [ListingSubject, Iterable<string>, ReadonlyMap<string, readonly unknown[]>])[] = [
    ['section', site.sections.map(({ slug }) => slug), edition.bySection],
    ['tag', edition.byTag.keys(), edition.byTag],
    // An author or series that does not exist has a diagnostic and no address: its id may be any text.
    ['author', [...edition.byAuthor.keys()].filter((id) => authors.has(id)), edition.byAuthor],
    ['series', [...edition.bySeries.keys()].filter((id) => series.has(id)), edition.bySeries],
  ];
  for (const [subject, ids, entries] of listings) {
    for (const id of ids) {
      yield [listingPath(edition, subject, id), `the ${subject} ${id}`];
      const { sealed } = numberPages(entries.get(id) ?? [], site.listings.size);
      for (let number = 1; number <= sealed; number++)
        yield [listingPath(edition, subject, id, number), `the ${subject} ${id}`];
    }
  }
  const periods = new Set([...edition.byDay.keys()].flatMap((day) => [day.slice(0, 4), day.slice(0, 7), day]));
  for (const period of periods) yield [periodPath(edition, period), `the archive of ${period}`];
}

/** All address collisions of a site at once, before anything is rendered. Upper and lower case count as one, as on many disks. */
export function findCollisions(claims: readonly Claim[], made: ReadonlyMap<string, string>): readonly Problem[] {
  const owners = new Map<string, Article | Page>();
  const problems: Problem[] = [];
  for (const { path, document } of claims) {
    const key = path.toLowerCase();
    const owner = owners.get(key);
    const taken = owner ? owner.source : made.get(key);
    if (taken === undefined) {
      owners.set(key, document);
      continue;
    }
    problems.push({
      code: 'address-conflict',
      file: document.source,
      place: { at: 'value', path: ['slug'], or: ['title'] },
      message: `the address ${path} is taken by ${taken}`,
      help: owner ? 'give one of the two another `slug`' : 'give it another `slug`',
    });
  }
  return problems;
}

import type { Article, Page } from '../content/article.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { slugOf } from '../language/slug.ts';
import type { AddressBook } from '../pages/address-book.ts';
import { listingPath, versionsPath } from '../pages/addresses.ts';
import type { SitePath } from '../pages/site-path.ts';
import type { Publication } from '../publication/publication.ts';

/** A redirect as it was asked for. */
export interface RedirectSource {
  readonly from: string;
  /** An address of this site or elsewhere, as written. */
  readonly to: string;
  /** Where an editor wrote it; what follows from a tag's other spellings has no place, and gives way. */
  readonly written?: { readonly file: string; readonly place: Place };
  /** It begins when its document is published. */
  readonly hidden?: true;
}

export const REDIRECTS_FILE = 'redirects.yaml';

/** Every redirect there is: of redirects.yaml, of articles and pages that have moved, of tags that were written otherwise. */
export function redirectSources(publication: Publication, book: AddressBook): readonly RedirectSource[] {
  const articles = [...publication.entries.values()].map(({ article }) => article);
  return [
    ...Object.entries(publication.redirects).map(
      ([from, to]): RedirectSource => ({
        from,
        to,
        written: { file: REDIRECTS_FILE, place: { at: 'key', path: [from] } },
      }),
    ),
    ...[...articles, ...publication.pages.values()].flatMap((document) => moved(document, book)),
    ...[...publication.hidden.values()].flatMap((document) =>
      moved(document, book).map((source): RedirectSource => ({ ...source, hidden: true })),
    ),
    ...formerTags(publication),
  ];
}

function moved(document: Article | Page, { pathOf, at }: AddressBook): readonly RedirectSource[] {
  const to = pathOf.get(document.source) ?? '/';
  const sources = document.redirectFrom.map((from, i): RedirectSource => {
    return { from, to, written: { file: document.source, place: { at: 'value', path: ['redirectFrom', i] } } };
  });
  // Its versions have moved with it.
  const versions = versionsPath(to as SitePath);
  if (!at.has(versions)) return sources;
  const former = document.redirectFrom.filter((from) => from.endsWith('/'));
  return [...sources, ...former.map((from) => ({ from: versionsPath(from as SitePath), to: versions }))];
}

// A tag that got a file had the address of its label before, as the edition's language writes it.
function formerTags({ editions, tagRecords }: Publication): readonly RedirectSource[] {
  return editions.flatMap((edition) =>
    [...edition.byTag.keys()].flatMap((slug) => {
      const record = tagRecords.get(slug);
      if (!record) return [];
      const { label, aliases } = record;
      const own = typeof label === 'string' ? label : label?.[edition.language];
      const slugs = [...(own === undefined ? [] : [own]), ...aliases].map((spelling) =>
        slugOf(spelling, edition.language),
      );
      return [...new Set(slugs)]
        .filter((former) => former !== '' && former !== slug)
        .map((former) => ({ from: listingPath(edition, 'tag', former), to: listingPath(edition, 'tag', slug) }));
    }),
  );
}

import type { ContentPath } from '../../content/article.ts';
import type { Site } from '../../schema/site.ts';
import type { ImportNote } from '../import-note.ts';
import type { ImportPlan } from '../import-plan.ts';
import type { ImportRules } from '../import-rules.ts';
import { MediaLibrary } from '../pictures.ts';
import { indexAttachments } from './attachments.ts';
import { bylines, type KnownAuthor } from './authors.ts';
import { convertItem } from './convert-item.ts';
import { OldAddresses } from './old-addresses.ts';
import { type PlacedItem, placeItems, reasonToLeave } from './place-items.ts';
import { termRedirects } from './term-redirects.ts';
import { termRules } from './terms.ts';
import type { Wxr } from './wxr.ts';

export interface WordPressOptions extends ImportRules {
  readonly site: Site;
  readonly authors: readonly KnownAuthor[];
  /** Files of the uploads folder; undefined when there is none. */
  readonly uploads?: readonly string[];
}

/** What an import of a WordPress export does. Pure: the same export, content and options give the same plan. */
export function planWordPressImport(wxr: Wxr, options: WordPressOptions): ImportPlan {
  const { site } = options;
  const terms = termRules(site, options);
  const placed = placeItems(wxr, site, terms.sectionOf);
  const authors = bylines(wxr, options.authors, site.language, options);
  const library = new MediaLibrary(options.uploads);
  const context = {
    site,
    library,
    attachments: indexAttachments(wxr.items),
    old: new OldAddresses(wxr, placed),
    authorsOf: authors.idsOf,
    ...terms,
    rules: options,
    redirected: new Set<string>(),
  };
  const texts = placed.map((item) => convertItem(item, context));
  const bylined = placed.filter(({ kind }) => kind === 'article').flatMap(({ item }) => authors.idsOf(item));
  const missing = authors.missing(bylined);
  const files = new Map<ContentPath, string>([...texts.map(({ file, text }) => [file, text] as const), ...missing]);
  return {
    title: wxr.title,
    files,
    copies: [...library.copies.values()],
    wanted: [...library.wanted],
    redirects: wxr.feed ? new Map() : termRedirects(wxr, placed, { site, terms, authorsOf: authors.idsOf }),
    taken: [
      ...(['article', 'page'] as const).map((kind) => countOf(placed, kind)),
      ['authors', missing.size],
      ['pictures and documents', library.copies.size],
    ],
    leftOut: leftOut(wxr),
    notes: [...texts.flatMap(({ notes }) => notes), ...sectionNotes(placed, terms.sectionOf)],
  };
}

function countOf(placed: readonly PlacedItem[], wanted: PlacedItem['kind']): readonly [string, number, string] {
  const own = placed.filter(({ kind }) => kind === wanted);
  const drafts = own.filter(({ draft }) => draft).length;
  const scheduled = own.filter(({ draft, item }) => !draft && item.status === 'future').length;
  const of = [drafts > 0 ? `${drafts} of them draft` : '', scheduled > 0 ? `${scheduled} scheduled` : ''];
  return [`${wanted}s`, own.length, of.filter((part) => part !== '').join(', ')];
}

function leftOut({ items, forbidden }: Wxr): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  const count = (what: string, number: number): void => {
    if (number > 0) counts.set(what, (counts.get(what) ?? 0) + number);
  };
  count(
    'comments',
    items.reduce((sum, item) => sum + item.comments, 0),
  );
  for (const item of items) {
    const reason = reasonToLeave(item);
    if (reason !== undefined && reason !== 'attachment') count(reason, 1);
  }
  count('characters that no text can hold', forbidden);
  return [...counts];
}

function sectionNotes(
  placed: readonly PlacedItem[],
  sectionOf: (item: PlacedItem['item']) => string | undefined,
): ImportNote[] {
  const without = placed.filter(({ kind, item }) => kind === 'article' && sectionOf(item) === undefined);
  return without.map(({ file }) => ({
    kind: 'person',
    file,
    line: 1,
    message: 'no section: none of its categories is one, nor does a mapping name one',
  }));
}

import { searchBundlePath } from '../pages/addresses.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import type { PageContext } from '../pages/page-context.ts';
import { searchableByPeriod } from '../pages/search-view.ts';
import type { SitePath } from '../pages/site-path.ts';
import { dayOf, type Entry } from '../publication/edition.ts';

/** What Pagefind is told of an article. */
export interface SearchRecord {
  /** Without base path; behind `#` what a result shows and nobody searches: `/2024/03/01/older/#2024-03-01.en`. */
  readonly url: string;
  /** What is searched and shown in excerpts. */
  readonly content: string;
  /** Searched too, with weights of their own: see assets/scripts/search.js. */
  readonly meta: { readonly title: string; readonly standfirst?: string };
  /** As readers see them. The year follows from the period, see assets/scripts/search.js. */
  readonly filters: Readonly<
    Record<'section' | 'tag' | 'author', readonly string[]> & { language?: readonly string[] }
  >;
  readonly sort: { readonly date: string };
}

/**
 * The published articles of one edition and one period, see searchableByPeriod: what is indexed together. Publishing an
 * article touches the bundle of its period alone.
 */
export interface SearchBundle {
  /** Where it is served, without base path: `/pagefind/en/2025/`. */
  readonly address: SitePath;
  /** Primary subtag, which is what Pagefind stems by. */
  readonly language: string;
  /** Changes whenever a record could. */
  readonly key: string;
  /** How many records it has. */
  readonly size: number;
  readonly records: () => Iterable<SearchRecord>;
}

/** The bundles of an edition, oldest first. `version` is that of all code that has a part in them. */
export function planBundles(context: PageContext, version: string): readonly SearchBundle[] {
  const { entries: all } = context.edition;
  const language = context.edition.language.toLowerCase().split('-')[0] ?? 'en';
  // A filter that all articles pass is loaded by every reader for nothing.
  const isMixed = all.some(({ article }) => article.language !== all[0]?.article.language);
  // Whatever else is told of an article stands in its file, and the key changes with that.
  const ofItself = ({ article: { source }, tags }: Entry): unknown => [
    context.pathOf(source),
    context.publication.bodies.keyOf(source),
    tags,
  ];
  return [...searchableByPeriod(context.edition)].map(([period, entries]) => ({
    address: searchBundlePath(context.edition, period),
    language,
    key: fingerprint([version, language, isMixed, namesIn(entries, context), entries.map(ofItself)]),
    size: entries.length,
    *records() {
      for (const [i, entry] of entries.entries()) yield recordOf(entry, i, isMixed, context);
    },
  }));
}

/** What sections, tags and authors of articles are called. */
function namesIn(entries: readonly Entry[], context: PageContext): unknown {
  const sections = new Set(entries.map(({ article }) => article.section));
  const tags = new Set(entries.flatMap((entry) => entry.tags));
  const authors = new Set(entries.flatMap(({ article }) => article.authors));
  return [
    Array.from(sections, (slug) => [slug, context.section(slug)?.label]),
    Array.from(tags, (slug) => [slug, context.tagLabel(slug)]),
    Array.from(authors, (id) => [id, context.author(id).label]),
  ];
}

function headOf({ article, tags }: Entry, context: PageContext) {
  return {
    url: context.pathOf(article.source),
    title: article.title,
    standfirst: article.standfirst,
    section: context.section(article.section)?.label,
    tags: tags.map((slug) => context.tagLabel(slug)),
    authors: article.authors.map((id) => context.author(id).label),
    language: article.language,
  };
}

// What is to be shown and not to be found cannot be a field, by whose words Pagefind finds articles, and as a filter it
// would be loaded for all articles before the first is found.
function recordOf(entry: Entry, place: number, isMixed: boolean, context: PageContext): SearchRecord {
  const { url, title, standfirst, section, tags, authors, language } = headOf(entry, context);
  const { text } = context.publication.bodies.bodyOf(entry.article.source);
  return {
    url: `${url}#${dayOf(entry)}.${language}`,
    content: standfirst === '' ? text : `${standfirst}\n\n${text}`,
    meta: { title, ...(standfirst === '' ? {} : { standfirst }) },
    filters: {
      section: section === undefined ? [] : [section],
      tag: tags,
      author: authors,
      ...(isMixed ? { language: [language] } : {}),
    },
    // Its place in the period: Pagefind compares numbers as 32-bit floats, which cannot tell two minutes apart.
    sort: { date: String(place) },
  };
}

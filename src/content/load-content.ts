import type { StyleCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/body.ts';
import type { FrontSource } from '../schema/front.ts';
import type { Site } from '../schema/site.ts';
import type { Article, Author, ContentPath, Page, Series, TagRecord, Tweet } from './article.ts';
import { type ContentFiles, type ContentKind, listContent } from './content-files.ts';
import { type Ledger, loadLedger } from './load-ledger.ts';
import { loadDeployTargets, loadFront, loadGone, loadRedirects, loadSite } from './load-site.ts';
import { locateAll } from './locate.ts';
import type { DocumentOf, ReadSource } from './read-source.ts';
import { type ReadingSettings, readingSettings } from './settings.ts';

/** Everything editors wrote, read and checked file by file. What one file says of another is checked by the publication. */
export interface Content {
  readonly site: Site | undefined;
  readonly files: ContentFiles;
  readonly articles: readonly Article[];
  /** What is right of articles with errors: checked like the others, shown nowhere. */
  readonly unfinished: readonly Article[];
  readonly authors: readonly Author[];
  readonly tags: readonly TagRecord[];
  readonly series: readonly Series[];
  readonly pages: readonly Page[];
  readonly tweets: readonly Tweet[];
  readonly redirects: Readonly<Record<string, string>>;
  readonly gone: Readonly<Record<string, string>>;
  readonly ledger: Ledger;
  readonly front: FrontSource;
  readonly bodies: Bodies;
  readonly diagnostics: readonly Diagnostic[];
  /** Notes on style, file by file; how much each weighs is not decided here. */
  readonly style: readonly Diagnostic[];
  /** What a file says must not be said of it. */
  readonly silenced: ReadonlyMap<ContentPath, readonly StyleCode[]>;
}

/** Bodies by the file they stand in; fetched only by the pages that show them. */
export interface Bodies {
  bodyOf(source: ContentPath): Body;
  /** Changes whenever the body could: bytes of the file, settings and code that read it. */
  keyOf(source: ContentPath): string;
}

/** Reads many files: on this thread or on others, from a cache or from the disk. */
export interface SourceReader {
  /** One file that was read before, as it is now; undefined when it was not. */
  readAgain?(source: ContentPath): { readonly source: ReadSource; readonly bodies: Bodies } | undefined;
  read(
    root: string,
    sources: readonly (readonly [ContentKind, ContentPath])[],
    settings: ReadingSettings,
  ): Promise<{ readonly sources: readonly ReadSource[]; readonly bodies: Bodies }>;
}

// What an unreadable site.yaml leaves open; the other files are still checked.
const FALLBACK: ReadingSettings = { language: 'en', timeZone: 'UTC', html: 'sanitize', requireCredit: true };

/** Loads a content folder. All problems of all files come back as diagnostics; only faults of the machine are thrown. */
export async function loadContent(root: string, reader: SourceReader): Promise<Content> {
  const [files, site, redirects, gone, ledger, front, targets] = await Promise.all([
    listContent(root),
    loadSite(root),
    loadRedirects(root),
    loadGone(root),
    loadLedger(root),
    loadFront(root),
    loadDeployTargets(root),
  ]);
  const settings = site.value ? readingSettings(site.value) : FALLBACK;
  const wanted = Object.entries(files.byKind).flatMap(([kind, sources]) =>
    sources.map((source) => [kind as ContentKind, source] as const),
  );
  const { sources, bodies } = await reader.read(root, wanted, settings);
  const documents = <K extends ContentKind>(kind: K): DocumentOf[K][] =>
    sources.flatMap((read) => (read.kind === kind && read.document ? [read.document as DocumentOf[K]] : []));
  return {
    site: site.value,
    files,
    articles: documents('article'),
    unfinished: sources.flatMap((read) =>
      read.kind === 'article' && read.unfinished ? [read.unfinished as Article] : [],
    ),
    authors: documents('author'),
    tags: documents('tag'),
    series: documents('series'),
    pages: documents('page'),
    tweets: documents('tweet'),
    redirects: redirects.value ?? {},
    gone: gone.value ?? {},
    ledger,
    front: front.value ?? {},
    bodies,
    diagnostics: [
      ...site.diagnostics,
      ...redirects.diagnostics,
      ...gone.diagnostics,
      ...front.diagnostics,
      ...targets.diagnostics,
      ...locateAll(files.problems, ''),
      ...sources.flatMap((read) => read.diagnostics),
    ],
    style: sources.flatMap((read) => read.style ?? []),
    silenced: new Map(sources.flatMap(({ source, silenced }) => (silenced ? [[source, silenced] as const] : []))),
  };
}

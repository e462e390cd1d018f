import { isStyleCode, type StyleCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/body.ts';
import type { Article, Author, ContentPath, Page, Series, TagRecord, Tweet } from './article.ts';
import type { ContentKind } from './content-files.ts';
import { locateAll } from './locate.ts';
import { type ReadDocument, readArticle } from './read-article.ts';
import { readAuthor, readPage, readSeries, readTag } from './read-records.ts';
import { readTweetFile } from './read-tweet.ts';
import type { ReadingSettings } from './settings.ts';
import { decodeSource, firstBadByte } from './source-text.ts';

export interface DocumentOf {
  readonly article: Article;
  readonly author: Author;
  readonly tag: TagRecord;
  readonly series: Series;
  readonly page: Page;
  readonly tweet: Tweet;
}

/** What one file gave: its document and body unless it is broken, and what is wrong with it. Plain JSON. */
export interface ReadSource<K extends ContentKind = ContentKind> {
  readonly kind: K;
  readonly source: ContentPath;
  readonly document?: DocumentOf[K];
  /** Of a broken file: what is right of it. Only to be checked, never to be shown. */
  readonly unfinished?: DocumentOf[K];
  readonly body?: Body;
  readonly diagnostics: readonly Diagnostic[];
  /** Notes on style; how much each weighs is up to site.yaml, which no reading depends on. */
  readonly style?: readonly Diagnostic[];
  /** What the file says must not be said of it. */
  readonly silenced?: readonly StyleCode[];
}

/** A text this long is a mistake or an attack; a book has two megabytes. */
const MOST_BYTES = 5_000_000;

type Reader = (source: string, text: string, settings: ReadingSettings) => ReadDocument<unknown>;

const READERS: Readonly<Record<ContentKind, Reader>> = {
  article: readArticle,
  author: readAuthor,
  tag: readTag,
  series: readSeries,
  page: readPage,
  tweet: (source, text, settings) => {
    const { tweet, problems } = readTweetFile(source, text, settings);
    return tweet ? { document: tweet, problems } : { problems };
  },
};

/** Reads one content file from its bytes. Pure, and never throws on what an editor wrote. */
export function readSource(
  kind: ContentKind,
  source: ContentPath,
  bytes: Uint8Array,
  settings: ReadingSettings,
): ReadSource {
  if (bytes.byteLength > MOST_BYTES) {
    const megabytes = Math.round(bytes.byteLength / 1e6);
    const message = `the file has ${megabytes} MB; texts end at ${MOST_BYTES / 1e6}`;
    return failed(kind, source, {
      code: 'file-too-large',
      severity: 'error',
      file: source,
      line: 1,
      column: 1,
      message,
      help: 'split it, or keep pictures and data in files of their own',
    });
  }
  const text = decodeSource(bytes);
  if (text === undefined) {
    const help = 'save it again with the encoding UTF-8';
    return failed(kind, source, {
      code: 'file-not-utf8',
      severity: 'error',
      file: source,
      ...firstBadByte(bytes),
      message: 'the file is not UTF-8 text',
      help,
    });
  }
  const { document, unfinished, body, problems, checks } = READERS[kind](source, text, settings);
  const silenced = Object.keys(checks ?? {}) as StyleCode[];
  const told = problems.filter(({ code }) => !isStyleCode(code) || !silenced.includes(code));
  const located = locateAll(told, text);
  const style = located.filter(({ code }) => isStyleCode(code));
  return {
    kind,
    source,
    diagnostics: style.length > 0 ? located.filter(({ code }) => !isStyleCode(code)) : located,
    ...(style.length > 0 ? { style } : {}),
    ...(silenced.length > 0 ? { silenced } : {}),
    ...(document ? { document: document as DocumentOf[ContentKind] } : {}),
    ...(unfinished ? { unfinished: unfinished as DocumentOf[ContentKind] } : {}),
    ...(body ? { body } : {}),
  };
}

function failed(kind: ContentKind, source: ContentPath, diagnostic: Diagnostic): ReadSource {
  return { kind, source, diagnostics: [diagnostic] };
}

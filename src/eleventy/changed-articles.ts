import type { Article, ContentPath } from '../content/article.ts';
import { authorView } from '../pages/author-view.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import type { Reach } from '../pages/reach.ts';
import type { Entry } from '../publication/edition.ts';
import type { PageInputs } from './page-inputs.ts';
import type { PreparedSite } from './prepare-site.ts';

/**
 * Which articles are others than when the output was last built, and so which pages need not be looked at: to tell what
 * each of fifty thousand is made from takes longer than to make what one article changes.
 */
export class ChangedArticles {
  /** What the articles are now, to be told the next time. */
  readonly text: string;
  readonly #site: PreparedSite;
  /** Of articles that are the same otherwise. */
  readonly #texts = new Set<ContentPath>();
  /** By edition: how many articles, from the oldest on, are what they were, but for their texts. */
  readonly #common = new Map<string, number>();
  readonly #isFrameSame: boolean;
  /** Whether nothing but texts of articles has changed. */
  readonly areSame: boolean;

  /** `last` is the `text` of the last build; empty where there was none. */
  constructor(site: PreparedSite, inputs: PageInputs, last: string) {
    this.#site = site;
    const [frame = '', others = '', ...told] = last.split('\n');
    const now = { frame: frameOf(site, inputs), others: othersOf(site) };
    const lines = [now.frame, now.others];
    const before = byEdition(told);
    this.#isFrameSame = frame === now.frame;
    let isAllSame = this.#isFrameSame && others === now.others;
    for (const { edition } of site.contexts) {
      const known = before.get(edition.language) ?? [];
      const own = edition.entries.map((entry) => lineOf(entry, site));
      const common = own.findIndex((line, i) => !this.#isSame(line, known[i], edition.entries[i]));
      if (common >= 0 || own.length !== known.length) isAllSame = false;
      this.#common.set(edition.language, common < 0 ? Math.min(own.length, known.length) : common);
      lines.push(`${EDITION}${edition.language}`, ...own);
    }
    this.areSame = isAllSame;
    this.text = lines.join('\n');
  }

  /** Whether what reaches so far is made from what it was made from the last time. */
  leave(reach: Reach | undefined): boolean {
    if (!reach || !this.#isFrameSame) return false;
    if ('texts' in reach) return this.areSame && !reach.texts().some((source) => this.#texts.has(source));
    if (this.#texts.has(reach.about)) return false;
    return this.areSame || this.#isBeforeChanges(reach.about);
  }

  // Notes whose text alone has changed.
  #isSame(line: string, known: string | undefined, entry: Entry | undefined): boolean {
    if (line === known) return true;
    const end = line.lastIndexOf(' ');
    if (known?.slice(0, end + 1) !== line.slice(0, end + 1) || known.lastIndexOf(' ') !== end || !entry) return false;
    this.#texts.add(entry.article.source);
    return true;
  }

  /** An article takes something from its neighbours and from older ones, and from others only where its file says so. */
  #isBeforeChanges(source: ContentPath): boolean {
    const { publication, contexts, groups } = this.#site;
    const entry = publication.entries.get(source);
    const edition = contexts.find((context) => context.edition.language === entry?.edition)?.edition;
    if (!entry || !edition || publication.site.history || groups.has(source)) return false;
    const { body, related, tweets, snapshots } = entry.article;
    if (related.length + body.links.length + body.posts.length + tweets.length + snapshots.length > 0) return false;
    return (edition.position.get(entry) ?? 0) + 1 < (this.#common.get(edition.language) ?? 0);
  }
}

const EDITION = '= ';

function byEdition(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const editions = new Map<string, string[]>();
  let own: string[] = [];
  for (const line of lines) {
    if (!line.startsWith(EDITION)) own.push(line);
    else {
      own = [];
      editions.set(line.slice(EDITION.length), own);
    }
  }
  return editions;
}

/** What an article says of itself, what the clock and its pictures make of that, and behind it the key of its text. */
function lineOf({ article }: Entry, { contexts, pictures, publication }: PreparedSite): string {
  const isOver = contexts[0]?.endOf(article) ? ' over' : '';
  const shown = picturesOf(article).map((source) => pictures.pictures.get(source)?.fallback.address ?? '-');
  return `${article.facts}${isOver} ${shown.join(',')} ${publication.bodies.keyOf(article.source)}`;
}

function picturesOf({ image, body }: Article): readonly ContentPath[] {
  return [...(image ? [image.src] : []), ...Object.values(body.images).map(({ src }) => src)];
}

/** Changes with all that the page of an article may take from what is no article. */
function frameOf({ publication, contexts }: PreparedSite, inputs: PageInputs): string {
  const { bodies, authors, series, tagRecords, pages, tweets } = publication;
  const sources = [...authors.values(), ...series.values(), ...tagRecords.values(), ...pages.values()].map(
    ({ source }) => source,
  );
  return fingerprint([
    inputs.ofSite,
    contexts.map((context) => [context.key, [...authors.keys()].map((id) => authorView(id, context))]),
    sources.map((source) => [source, bodies.keyOf(source)]),
    [...tweets.values()],
  ]);
}

/** Changes with all else that the site may show. */
function othersOf({ publication, pictures, key }: PreparedSite): string {
  const { files, hidden } = publication;
  return fingerprint([
    key,
    [...files.all],
    [...hidden.values()],
    [...pictures.pictures].map(([source, { fallback }]) => [source, fallback.address]),
  ]);
}

import type { Article, ContentPath } from '../content/article.ts';
import { authorView } from '../pages/author-view.ts';
import { bodyInputs } from '../pages/body-view.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { daysKey, listingsOf, type Reach } from '../pages/reach.ts';
import type { Edition, Entry } from '../publication/edition.ts';
import type { PageInputs } from './page-inputs.ts';
import type { PreparedSite } from './prepare-site.ts';

/**
 * Which articles are others than when the output was last built, and so which pages need not be looked at: to tell what
 * each of fifty thousand is made from takes longer than to make what one article changes.
 */
export class ChangedArticles {
  /** What the articles are now, to be told the next time. */
  readonly text: string;
  /** Whether nothing but texts of articles has changed. */
  readonly areSame: boolean;
  readonly #site: PreparedSite;
  readonly #isFrameSame: boolean;
  readonly #arePicturesSame: boolean;
  /** Those that are the same but for their texts. */
  readonly #texts = new Set<ContentPath>();
  /** What the others stand in, or stood, and the list of days where it is another one. */
  readonly #listings = new Set<string>();
  /** By edition: how many articles, from the oldest on, are what they were, but for their texts. */
  readonly #common = new Map<string, number>();

  /** `last` is the `text` of the last build; empty where there was none. */
  constructor(site: PreparedSite, inputs: PageInputs, last: string) {
    this.#site = site;
    const [frame, pictures, others, ...told] = last.split('\n');
    const lines = [frameOf(site, inputs), picturesIn(site), othersOf(site)];
    this.#isFrameSame = frame === lines[0];
    this.#arePicturesSame = pictures === lines[1];
    let areSame = this.#isFrameSame && this.#arePicturesSame && others === lines[2];
    const before = byEdition(told);
    for (const { edition } of site.contexts) {
      const { days = '', lines: known = [] } = before.get(edition.language) ?? {};
      const { own, areFactsSame } = this.#compare(edition, known);
      if (!areFactsSame) areSame = false;
      const daysNow = fingerprint([...edition.byDay.keys()]);
      if (days !== daysNow) this.#listings.add(daysKey(edition));
      lines.push(`${EDITION}${edition.language} ${daysNow}`);
      for (const line of own) lines.push(line);
    }
    this.areSame = areSame;
    this.text = lines.join('\n');
  }

  /** Whether what reaches so far is made from what it was made from the last time. */
  leave(reach: Reach | undefined): boolean {
    if (!reach || !this.#isFrameSame) return false;
    if ('about' in reach)
      return !this.#texts.has(reach.about) && (this.areSame || this.#isBeforeChanges(this.#entryOf(reach.about)));
    if (!this.areSame && (reach.listings?.some((listing) => this.#listings.has(listing)) ?? true)) return false;
    return reach
      .texts()
      .every((source) => !this.#texts.has(source) && (this.areSame || !leadsAway(this.#entryOf(source), this.#site)));
  }

  /** Notes what has changed in an edition. Returns what is told of its articles, and whether nothing but texts is new. */
  #compare(edition: Edition, known: readonly string[]): { own: readonly string[]; areFactsSame: boolean } {
    // What was told and is not told at the same place, by its facts.
    const before = new Map(known.slice(edition.entries.length).map((told) => [factsIn(told), told] as const));
    const others: (readonly [Entry, string])[] = [];
    let common = 0;
    const own = edition.entries.map((entry, i) => {
      const told = known[i];
      const line = this.#lineOf(entry, edition, told);
      if (line !== told) {
        others.push([entry, line]);
        if (told !== undefined) before.set(factsIn(told), told);
      }
      if (common === i && told !== undefined && (line === told || factsIn(line) === factsIn(told))) common++;
      return line;
    });
    this.#common.set(edition.language, common);
    for (const [entry, line] of others) {
      const facts = factsIn(line);
      const told = before.get(facts);
      if (told === undefined) for (const listing of listedIn(facts)) this.#listings.add(listing);
      else if (told !== line) this.#texts.add(entry.article.source);
      before.delete(facts);
    }
    for (const facts of before.keys()) for (const listing of listedIn(facts)) this.#listings.add(listing);
    return { own, areFactsSame: common === own.length && own.length === known.length };
  }

  /** What an article says of itself, what clock and pictures make of that, where it stands; and the key of its text. */
  #lineOf(entry: Entry, edition: Edition, told: string | undefined): string {
    const { contexts, pictures, publication } = this.#site;
    const { article } = entry;
    const isOver = contexts[0]?.endOf(article) ? 'over' : '';
    const [start, end] = [`${article.facts} ${isOver} `, ` ${publication.bodies.keyOf(article.source)}`];
    // All else follows from these and from what is no article.
    if (this.#isFrameSame && this.#arePicturesSame && told?.startsWith(start) && told.endsWith(end)) return told;
    const shown = picturesOf(article).map((source) => pictures.pictures.get(source)?.fallback.address ?? '');
    return `${start}${shown.join()} ${JSON.stringify(listingsOf(entry, edition))}${end}`;
  }

  #entryOf(source: ContentPath): Entry | undefined {
    return this.#site.publication.entries.get(source);
  }

  /** An article takes something from its neighbours and from older ones, and from others only where its file says so. */
  #isBeforeChanges(entry: Entry | undefined): boolean {
    const edition = this.#site.contexts.find((context) => context.edition.language === entry?.edition)?.edition;
    if (!entry || !edition || entry.article.related.length > 0 || leadsAway(entry, this.#site)) return false;
    return (edition.position.get(entry) ?? 0) + 1 < (this.#common.get(edition.language) ?? 0);
  }
}

const EDITION = '= ';

/** What was told of an edition. */
interface Told {
  /** Changes with the days that have articles. */
  readonly days: string;
  readonly lines: readonly string[];
}

function byEdition(told: readonly string[]): ReadonlyMap<string, Told> {
  const editions = new Map<string, Told>();
  let lines: string[] = [];
  for (const line of told) {
    if (line.startsWith(EDITION)) {
      lines = [];
      const [language = '', days = ''] = line.slice(EDITION.length).split(' ');
      editions.set(language, { days, lines });
    } else lines.push(line);
  }
  return editions;
}

/** What is told of an article, but for its text. */
const factsIn = (line: string): string => line.slice(0, line.lastIndexOf(' '));

const listedIn = (facts: string): readonly string[] => JSON.parse(facts.slice(facts.indexOf('['))) as string[];

function picturesOf({ image, body }: Article): readonly ContentPath[] {
  return [...(image ? [image.src] : []), ...Object.values(body.images).map(({ src }) => src)];
}

/** Whether an article shows what others decide: where its links lead, its translations, posts, earlier versions. */
function leadsAway(entry: Entry | undefined, { publication, groups }: PreparedSite): boolean {
  if (!entry || publication.site.history || groups.has(entry.article.source)) return true;
  const { body, tweets, snapshots } = entry.article;
  return body.links.length + body.posts.length + tweets.length + snapshots.length > 0;
}

/** Changes with all that the page of an article, or a listing, may take from what is no article. */
function frameOf({ publication, contexts }: PreparedSite, inputs: PageInputs): string {
  const { bodies, authors, series, tagRecords, pages, tweets } = publication;
  const described = [...series.values(), ...tagRecords.values()];
  const sources = [...authors.values(), ...described, ...pages.values()].map(({ source }) => source);
  return fingerprint([
    inputs.ofSite,
    contexts.map((context) => [
      context.key,
      [...authors.keys()].map((id) => authorView(id, context)),
      described.map((document) => bodyInputs(document, context)),
    ]),
    sources.map((source) => [source, bodies.keyOf(source)]),
    [...tweets.values()],
  ]);
}

/** Changes with the files of all pictures. */
function picturesIn({ pictures }: PreparedSite): string {
  return fingerprint([...pictures.pictures].map(([source, { fallback }]) => [source, fallback.address]));
}

/** Changes with all else that the site may show. */
function othersOf({ publication: { files, hidden }, key }: PreparedSite): string {
  return fingerprint([key, [...files.all], [...hidden.values()]]);
}

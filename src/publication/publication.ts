import type { Article, Author, ContentPath, Page, Series, TagRecord, Tweet } from '../content/article.ts';
import type { ContentFiles } from '../content/content-files.ts';
import type { Bodies, Content } from '../content/load-content.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Site } from '../schema/site.ts';
import { checkPictures } from './check-pictures.ts';
import { checkReferences } from './check-references.ts';
import { buildEdition, type Edition, type Entry } from './edition.ts';
import { type FrontSteering, readFrontSteering } from './front-steering.ts';
import { editionLanguage, editionLanguages } from './languages.ts';
import { matchTags, type TagMatcher } from './tags.ts';
import { stateOf } from './visibility.ts';

/** Everything that is published at one moment, and every index over it. Immutable. */
export interface Publication {
  readonly site: Site;
  /** The moment for which it was built: milliseconds since 1970, UTC. */
  readonly now: number;
  /** Drafts and scheduled articles are part of it. */
  readonly preview: boolean;
  /** One for each language; the main one first. */
  readonly editions: readonly Edition[];
  readonly entries: ReadonlyMap<ContentPath, Entry>;
  readonly pages: ReadonlyMap<ContentPath, Page>;
  /** Articles and pages that exist and are not shown: links to them are held back. */
  readonly hidden: ReadonlyMap<ContentPath, Article | Page>;
  /** What is right of articles with errors: its links are checked, nothing of it is shown. */
  readonly unfinished: readonly Article[];
  readonly authors: ReadonlyMap<string, Author>;
  readonly series: ReadonlyMap<string, Series>;
  readonly tweets: ReadonlyMap<string, Tweet>;
  readonly tagRecords: ReadonlyMap<string, TagRecord>;
  readonly tags: TagMatcher;
  readonly redirects: Readonly<Record<string, string>>;
  /** Why, by address from which something was withdrawn. */
  readonly gone: Readonly<Record<string, string>>;
  readonly front: FrontSteering;
  readonly files: ContentFiles;
  readonly bodies: Bodies;
}

export interface PublicationOptions {
  readonly now: number;
  readonly preview: boolean;
}

/** The publication of a content folder at a moment, and what is wrong between its files. Undefined while site.yaml is broken. */
export function buildPublication(
  content: Content,
  options: PublicationOptions,
): { readonly publication?: Publication; readonly problems: readonly Problem[] } {
  const { site } = content;
  const problems: Problem[] = [];
  const tags = matchTags(content.tags, site?.language ?? 'en');
  problems.push(...tags.problems, ...checkReferences(content, tags.matcher), ...checkPictures(content));
  const front = readFrontSteering(content);
  problems.push(...front.problems);
  if (!site) return { problems };

  const languages = editionLanguages(site);
  const entries = new Map<ContentPath, Entry>();
  const hidden = new Map<ContentPath, Article | Page>();
  for (const article of content.articles) {
    const state = stateOf(article, options.now);
    if (state !== undefined && !options.preview) hidden.set(article.source, article);
    else
      entries.set(article.source, entryOf(article, editionLanguage(article.language, languages), tags.matcher, state));
  }
  const pages = new Map<ContentPath, Page>();
  for (const page of content.pages) {
    if (page.draft && !options.preview) hidden.set(page.source, page);
    else pages.set(page.source, page);
  }
  const editions = languages.map((language, i) => {
    const own = [...entries.values()].filter((entry) => entry.edition === language);
    const ownPages = [...pages.values()].filter((page) => editionLanguage(page.language, languages) === language);
    return buildEdition(language, i === 0 ? '' : `/${language.toLowerCase()}`, own, ownPages);
  });
  const publication: Publication = {
    site,
    now: options.now,
    preview: options.preview,
    editions,
    entries,
    pages,
    hidden,
    unfinished: content.unfinished,
    authors: new Map(content.authors.map((author) => [author.id, author])),
    series: new Map(content.series.map((series) => [series.id, series])),
    tweets: new Map(content.tweets.map((tweet) => [tweet.id, tweet])),
    tagRecords: new Map(content.tags.map((tag) => [tag.slug, tag])),
    tags: tags.matcher,
    redirects: content.redirects,
    gone: content.gone,
    front: front.steering,
    files: content.files,
    bodies: content.bodies,
  };
  return { publication, problems };
}

/** An article in its place: its tags by their slugs. */
export function entryOf(article: Article, edition: string, tags: TagMatcher, state: Entry['state']): Entry {
  const slugs = [...new Set(article.tags.map((label) => tags.slugOf(label, article.language)))].filter(
    (slug) => slug !== '',
  );
  return { article, edition, tags: slugs, ...(state ? { state } : {}) };
}

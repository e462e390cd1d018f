import type { Kind } from '../schema/kinds.ts';
import type { Policy } from '../schema/site.ts';
import { primarySubtag } from './language.ts';
import { wordsEn } from './words-en.ts';
import { wordsHe } from './words-he.ts';
import { wordsUk } from './words-uk.ts';

/** What of an article may have changed. */
export const VERSION_PARTS = ['title', 'standfirst', 'byline', 'text', 'pictures'] as const;
export type VersionPart = (typeof VERSION_PARTS)[number];

/** Every word of the interface in one language. Functions hold what has a number or a name in it. */
export interface Words {
  readonly claim: string;
  readonly verdict: string;
  readonly skipToContent: string;
  readonly sections: string;
  readonly moreAbout: string;
  readonly editions: string;
  readonly breadcrumbs: string;
  readonly home: string;

  /** Before the authors' names; empty where a language puts none. */
  readonly by: string;
  /** Between the last two of a list, with its spaces. */
  readonly and: string;
  readonly published: string;
  readonly updated: string;
  readonly minutes: (count: number) => string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly draft: string;
  readonly scheduled: string;
  readonly draftNote: string;
  readonly scheduledNote: string;
  /** Said in the language that it names: Read in English. */
  readonly readHere: string;

  readonly gallery: (pictures: number) => string;
  /** Before a picture's licence. */
  readonly license: string;
  readonly playVideo: string;
  readonly videoFrom: (provider: string) => string;
  readonly archivedPost: string;
  readonly archivedOn: (date: string) => string;
  readonly deletedPost: string;
  readonly deletedOn: (date: string) => string;
  readonly postOn: (network: string) => string;
  readonly seePost: string;
  readonly updates: string;
  readonly newestFirst: string;
  readonly oldestFirst: string;

  readonly corrections: string;
  /** Beside the times of an article; leads to what was corrected. */
  readonly corrected: string;
  readonly correctionsIntroduction: string;
  readonly correctionsPolicy: string;
  readonly noCorrections: string;
  readonly tags: string;
  readonly allTags: string;
  readonly aboutAuthors: (count: number) => string;
  readonly allAuthors: string;
  readonly moreFrom: (name: string) => string;
  readonly partOfSeries: (number: number) => string;
  readonly earlierInSeries: string;
  readonly previous: string;
  readonly next: string;
  readonly neighbours: string;
  readonly related: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly share: string;

  readonly subjects: Readonly<Record<'section' | 'tag' | 'author' | 'series', string>>;
  readonly articles: (count: number) => string;
  readonly page: (number: number) => string;
  readonly pages: string;
  readonly newer: string;
  readonly older: string;
  readonly newestArticles: string;
  readonly latest: string;
  readonly opinion: string;
  /** The kind of a live report that has ended. */
  readonly over: string;
  readonly nothingYet: string;

  readonly archive: string;
  readonly archiveIntroduction: string;
  readonly archiveOf: (period: string) => string;
  readonly tagsIntroduction: string;
  readonly authorsIntroduction: string;

  readonly search: {
    readonly title: string;
    readonly introduction: string;
    readonly words: string;
    readonly submit: string;
    /** To who has no JavaScript. */
    readonly hint: string;
    /** In the place of the search where a browser reads a mirror from a disk. */
    readonly fromDisk: string;
    readonly ways: string;
    readonly filters: string;
    readonly year: string;
    readonly language: string;
    /** The choice that leaves a filter out. */
    readonly any: string;
    readonly order: string;
    readonly best: string;
    readonly newest: string;
    readonly more: string;
    readonly searching: string;
    readonly nothing: string;
    readonly failed: string;
  };

  readonly versions: {
    readonly title: string;
    readonly introduction: string;
    /** Leads to them. */
    readonly changed: (count: number) => string;
    readonly change: (number: number) => string;
    readonly firstPublished: string;
    readonly parts: Readonly<Record<VersionPart, string>>;
    readonly unchanged: (paragraphs: number) => string;
    /** Said before what came or went, to who does not see it. */
    readonly added: string;
    readonly removed: string;
    readonly back: string;
  };

  readonly notFound: string;
  readonly notFoundText: string;
  readonly notFoundWays: string;
  readonly withdrawn: string;
  readonly contentLicense: string;
  readonly policies: Readonly<Record<Policy, string>>;
  readonly policyLinks: string;
  readonly feed: string;
  readonly coloursDark: string;
}

const WORDS: Readonly<Record<string, Words>> = { en: wordsEn, he: wordsHe, uk: wordsUk };

/** Whether the interface speaks a language; if not, it says in English what it has to say. */
export function hasWords(language: string): boolean {
  return WORDS[primarySubtag(language)] !== undefined;
}

/** The interface in a language by its BCP 47 tag; English where there are no words of its own yet. */
export function wordsOf(language: string): Words {
  return WORDS[primarySubtag(language)] ?? wordsEn;
}

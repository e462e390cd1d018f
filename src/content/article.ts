import type { PostEmbed } from '../markdown/body.ts';
import type { Claim } from '../schema/article.ts';
import type { LocalisedText } from '../schema/field.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Moment } from '../schema/moment.ts';

/** Path of a file below content/, with `/` between its parts on every system: `articles/2025/07/storm.md`. */
export type ContentPath = string;

/** A picture with everything that has to stay with it wherever it is shown. Caption and credit are safe inline markup. */
export interface ContentImage {
  readonly src: ContentPath;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly creditUrl?: string;
  readonly license?: string;
  readonly focus?: string;
  readonly wide?: boolean;
}

export interface Correction {
  readonly date: Moment;
  readonly text: string;
}

/** An archived post, its times read. `media` are local pictures. */
export interface Tweet {
  /** X where it is left out. */
  readonly network?: PostEmbed['network'];
  readonly id: string;
  readonly url: string;
  readonly author: string;
  readonly handle: string;
  readonly date: Moment;
  readonly language?: string;
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly expanded?: string; readonly display?: string }[];
  readonly media: readonly ContentImage[];
  readonly archivedAt?: Moment;
  /** The original is gone; the day on which that was found, when it is known. */
  readonly deleted: boolean;
  readonly deletedOn?: Moment;
}

/** What has to be known of a body without reading the body itself: enough for every check and every listing. */
export interface BodyDigest {
  readonly words: number;
  readonly anchors: readonly string[];
  readonly links: readonly { readonly href: string; readonly line: number }[];
  /** Pictures of the body with their notes merged, by the `src` written in the body. */
  readonly images: Readonly<Record<string, ContentImage>>;
  readonly posts: readonly PostEmbed[];
  /** Origins of the players of its videos. */
  readonly players: readonly string[];
}

/** What articles and pages have in common: a file with a body and an address. */
export interface Document {
  readonly source: ContentPath;
  readonly title: string;
  readonly standfirst: string;
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  readonly translationOf?: string;
  readonly image?: ContentImage;
  readonly redirectFrom: readonly string[];
  readonly draft: boolean;
  readonly noindex: boolean;
  readonly body: BodyDigest;
}

/** What an article asks for on the front page. */
export interface FrontPlace {
  readonly lead: boolean;
  /** From 1 to 5; 3 is that of all news. */
  readonly weight: number;
  /** It holds before this moment; where it is missing, while the article is fresh. */
  readonly until?: Moment;
}

export interface Article extends Document {
  /** See factsOf. */
  readonly facts: string;
  readonly date: Moment;
  readonly updated?: Moment;
  readonly authors: readonly string[];
  readonly section?: string;
  readonly tags: readonly string[];
  readonly kind: Kind;
  readonly claim?: Claim;
  /** Of a live report: when it ended, or will end. */
  readonly ended?: Moment;
  readonly front?: FrontPlace;
  readonly dateline?: string;
  /** Ids of the front matter's `tweets`. */
  readonly tweets: readonly string[];
  /** Snapshots that stand in the front matter itself. */
  readonly snapshots: readonly Tweet[];
  readonly corrections: readonly Correction[];
  readonly series?: string;
  readonly related: readonly string[];
  readonly canonical?: string;
  /** Whether its earlier versions may be shown. */
  readonly history: boolean;
  /** Whether the support pitch is shown. */
  readonly support: boolean;
}

export interface Page extends Document {
  /** Folders between pages/ and the file, slugs: they are part of the address. */
  readonly folders: readonly string[];
}

export interface Author {
  readonly source: ContentPath;
  readonly id: string;
  readonly name: LocalisedText;
  readonly role?: LocalisedText;
  readonly photo?: ContentImage;
  readonly links: readonly { readonly label: LocalisedText; readonly href: string }[];
  readonly body: BodyDigest;
}

export interface TagRecord {
  readonly source: ContentPath;
  readonly slug: string;
  readonly label?: LocalisedText;
  readonly aliases: readonly string[];
  readonly description?: LocalisedText;
  readonly body: BodyDigest;
}

export interface Series {
  readonly source: ContentPath;
  readonly id: string;
  readonly title: LocalisedText;
  readonly description?: LocalisedText;
  readonly body: BodyDigest;
}

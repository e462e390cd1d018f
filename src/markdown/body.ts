import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Moment } from '../schema/moment.ts';
import type { TweetSource } from '../schema/tweet.ts';

/**
 * A rendered body: finished markup in strings, and between them, as data, the places that need to know more than
 * the file itself does (where an article lives, how large a picture is, what a post said). Layouts turn those into
 * markup, so one parse serves pages, feeds and search, and a body can be cached by its own bytes alone.
 * Plain JSON throughout.
 */
export interface Body {
  readonly parts: readonly BodyPart[];
  readonly headings: readonly Heading[];
  /** Every id that a link may point to: headings, footnotes, updates. */
  readonly anchors: readonly string[];
  /** Words a reader reads, captions left out. */
  readonly words: number;
  /** The text without markup, for descriptions and search. */
  readonly text: string;
}

export type BodyPart =
  | string
  | LinkOpen
  | LinkClose
  | Figure
  | Gallery
  | InlineImage
  | PostEmbed
  | VideoEmbed
  | UpdateOpen
  | UpdateClose;

export interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** A link within the publication: a file (`../07/talks.md#why`), an address from the root (`/about/`) or an anchor (`#why`). Links elsewhere are finished markup. */
export interface LinkOpen {
  readonly type: 'link-open';
  readonly href: string;
  readonly title?: string;
  /** Line of the file where its block begins. */
  readonly line: number;
}
export interface LinkClose {
  readonly type: 'link-close';
}

/** One picture as written, its credit already split off the caption. Caption and credit are inline markup (emphasis and outside links only), safe. */
export interface BodyImage {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly line: number;
}
export interface Figure {
  readonly type: 'figure';
  readonly image: BodyImage;
}
export interface Gallery {
  readonly type: 'gallery';
  readonly images: readonly BodyImage[];
}
/** A picture inside a line of text. */
export interface InlineImage {
  readonly type: 'inline-image';
  readonly image: BodyImage;
}

/** A post on a social network, alone in its paragraph. `snapshot` is set when the post was pasted as a blockquote into the body. */
export interface PostEmbed {
  readonly type: 'post';
  readonly network: 'x' | 'bluesky' | 'mastodon' | 'telegram';
  readonly id: string;
  readonly url: string;
  readonly snapshot?: TweetSource;
  readonly line: number;
}

/** A video alone in its paragraph; the player is loaded only when a reader asks for it. */
export interface VideoEmbed {
  readonly type: 'video';
  readonly provider: 'youtube' | 'vimeo';
  readonly id: string;
  /** Where the video can be watched. */
  readonly url: string;
  /** The player's address, from the provider's host without tracking where there is one. */
  readonly player: string;
  /** Text of the link when one was written: `[Interview](https://…)`. */
  readonly title?: string;
  readonly line: number;
}

/** A timed entry of a live report: `::: update 14:05 Heading`. */
export interface UpdateOpen {
  readonly type: 'update-open';
  readonly id: string;
  readonly time: Moment;
  readonly title?: string;
}
export interface UpdateClose {
  readonly type: 'update-close';
}

/** What the renderer has to know; all of it is part of the cache's key. */
export interface BodyOptions {
  /** Language of the text, BCP 47: chooses typography and the words before a credit. */
  readonly language: string;
  readonly html: 'sanitize' | 'escape' | 'trust';
  readonly timeZone: string;
  /** Day to which an update's bare time belongs. */
  readonly date?: Moment;
}

export interface BodySource {
  /** Path for diagnostics. */
  readonly file: string;
  readonly markdown: string;
  /** Line of the file on which `markdown` begins. */
  readonly firstLine: number;
}

export interface RenderedBody {
  readonly body: Body;
  readonly problems: readonly Problem[];
}

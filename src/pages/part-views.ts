import type { SafeUrl } from '../html/safe-url.ts';
import type { Picture } from '../images/picture.ts';
import type { UpdateClose, UpdateOpen, VideoEmbed } from '../markdown/body.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Moment } from '../schema/moment.ts';

/*
 * What stands within pages, complete: a component turns a view into markup and asks for nothing else. Every `href`
 * already holds the base path of the site and is safe in an attribute. Texts are plain unless a field says markup.
 */

export interface LogoView {
  readonly light: PictureView;
  /** For dark paper, where there is one of its own. */
  readonly dark?: PictureView;
}

export interface LinkView {
  readonly label: string;
  readonly href: SafeUrl;
}

export interface TranslationView {
  readonly language: string;
  /** The language's name in itself: Українська. */
  readonly name: string;
  readonly href: SafeUrl;
}

export interface SupportView {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly href: SafeUrl;
}

export interface Alternate {
  /** BCP 47, or `x-default`. */
  readonly language: string;
  /** Absolute. */
  readonly address: SafeUrl;
}

export interface FeedLink {
  /** Media type. */
  readonly type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json';
  readonly title: string;
  readonly href: SafeUrl;
}

/** A picture with the words that stay with it. Caption and credit are markup. */
export interface PictureView {
  readonly picture: Picture;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly creditHref?: SafeUrl;
  readonly license?: SafeUrl;
  /** `50% 30%`: what stays in view when the picture is cropped. */
  readonly focus?: string;
  /** Whether it leaves the column of text, where editors said so. */
  readonly wide?: boolean;
}

/** The picture that a shared link shows: 1200 × 630. */
export interface ShareImageView {
  readonly href: SafeUrl;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** An article as others see it: in listings, as neighbour, as related. */
export interface Teaser {
  readonly href: SafeUrl;
  readonly title: string;
  readonly standfirst: string;
  readonly language: string;
  readonly kind: Kind;
  /** Of a live report: it is over. */
  readonly over?: true;
  readonly date: Moment;
  readonly section?: LinkView;
  readonly authors: readonly LinkView[];
  readonly image?: PictureView;
  readonly state?: 'draft' | 'scheduled';
}

export type BodyView = readonly PartView[];
export type PartView =
  | string
  | FigureView
  | GalleryView
  | InlineImageView
  | TweetView
  | PostLinkView
  | VideoEmbed
  | UpdateOpen
  | UpdateClose;

export interface FigureView {
  readonly type: 'figure';
  readonly image: PictureView;
}
export interface GalleryView {
  readonly type: 'gallery';
  readonly images: readonly PictureView[];
}
export interface InlineImageView {
  readonly type: 'inline-image';
  readonly image: PictureView;
}

/** An archived post, to be shown like the original and without it. */
export interface TweetView {
  readonly type: 'tweet';
  readonly network: 'x' | 'bluesky' | 'mastodon' | 'telegram';
  readonly href: SafeUrl;
  readonly author: string;
  readonly handle: string;
  readonly profile?: SafeUrl;
  readonly date: Moment;
  readonly language: string;
  /** What the post says, in pieces: text with its line breaks, links, mentions, hashtags. */
  readonly text: readonly (string | LinkView)[];
  readonly media: readonly PictureView[];
  readonly archivedAt?: Moment;
  readonly deleted: boolean;
  readonly deletedOn?: Moment;
}

/** A post of which there is no snapshot (other networks than X): a card that leads to it. */
export interface PostLinkView {
  readonly type: 'post-link';
  readonly network: 'x' | 'bluesky' | 'mastodon' | 'telegram';
  readonly href: SafeUrl;
  readonly account: string;
}

export interface AuthorView {
  readonly name: string;
  readonly role: string;
  readonly href: SafeUrl;
  readonly photo?: PictureView;
  readonly links: readonly LinkView[];
  /** The biography. */
  readonly biography: BodyView;
}

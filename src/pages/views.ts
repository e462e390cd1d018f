import type { Compared } from '../history/compare-texts.ts';
import type { SafeUrl } from '../html/safe-url.ts';
import type { Picture } from '../images/picture.ts';
import type { VersionPart } from '../language/words.ts';
import type { Heading } from '../markdown/body.ts';
import type { Claim } from '../schema/article.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Moment } from '../schema/moment.ts';
import type {
  Alternate,
  AuthorView,
  BodyView,
  FeedLink,
  LinkView,
  PictureView,
  ShareImageView,
  SupportView,
  Teaser,
  TranslationView,
} from './part-views.ts';

/*
 * What each page shows, complete: a layout turns a view into markup and asks for nothing else. What stands within pages
 * is in part-views.ts, what every page shares in site-view.ts.
 */

/** What the head of every page says. */
export interface PageView {
  /** Of this page, for `canonical`: absolute. */
  readonly canonical: SafeUrl;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly noindex: boolean;
  readonly translations: readonly TranslationView[];
  /** For `hreflang`: every language of the page, itself and the default included; empty where there is only one. */
  readonly alternates: readonly Alternate[];
  /** For `link rel="alternate"`: those of the edition, then the page's own. */
  readonly feeds: readonly FeedLink[];
}

export interface ArticleView extends PageView {
  readonly layout: 'article';
  readonly href: SafeUrl;
  readonly standfirst: string;
  readonly kind: Kind;
  /** Of a live report that is over: when it ended. */
  readonly ended?: Moment;
  readonly section?: LinkView;
  readonly authors: readonly AuthorView[];
  readonly dateline: string;
  readonly date: Moment;
  readonly updated?: Moment;
  readonly words: number;
  readonly minutes: number;
  readonly image?: PictureView;
  readonly shareImage?: ShareImageView;
  /** The lead picture in 16:9, 4:3 and 1:1, for search engines. */
  readonly ratios: readonly ShareImageView[];
  /** What a fact check looks into, and what it found. */
  readonly claim?: Claim;
  readonly body: BodyView;
  readonly headings: readonly Heading[];
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[];
  readonly tags: readonly LinkView[];
  /** The series it belongs to, with the parts before this one, oldest first. */
  readonly series?: {
    readonly title: string;
    readonly href: SafeUrl;
    readonly number: number;
    readonly earlier: readonly Teaser[];
  };
  readonly support?: SupportView;
  readonly previous?: Teaser;
  readonly next?: Teaser;
  /** Where its versions are, when readers have seen more than one. */
  readonly versions?: { readonly href: SafeUrl; readonly changes: number };
  /** None is newer than this article. */
  readonly related: readonly Teaser[];
  readonly state?: 'draft' | 'scheduled';
}

/** The front page, already judged: layouts show what stands where. */
export interface FrontView extends PageView {
  readonly layout: 'front';
  readonly lead?: Teaser;
  readonly secondary: readonly Teaser[];
  /** With the portrait of who signs it, where there is one author and a photo. */
  readonly opinion: readonly (Teaser & { readonly portrait?: PictureView })[];
  readonly rails: readonly { readonly section: LinkView; readonly items: readonly Teaser[] }[];
  readonly latest: readonly Teaser[];
}

/**
 * A section, tag, author or series: the newest page at its own address, older full pages numbered from the oldest, so
 * that page 7 stays page 7 for ever.
 */
export interface ListingView extends PageView {
  readonly layout: 'listing';
  readonly subject: 'section' | 'tag' | 'author' | 'series';
  readonly heading: string;
  readonly standfirst: string;
  readonly introduction: BodyView;
  readonly author?: AuthorView;
  readonly items: readonly Teaser[];
  /** Number of the page; absent on the newest. */
  readonly number?: number;
  /** How many articles there are in all; on the newest page only. */
  readonly count?: number;
  readonly home: SafeUrl;
  readonly newer?: SafeUrl;
  readonly older?: SafeUrl;
}

/** `/archive/`: every year with its months. */
export interface ArchiveView extends PageView {
  readonly layout: 'archive';
  readonly years: readonly YearView[];
}
export interface YearView {
  /** `2025` */
  readonly year: string;
  readonly href: SafeUrl;
  readonly count: number;
  readonly months: readonly MonthView[];
}
export interface MonthView {
  /** `2025-07` */
  readonly month: string;
  readonly href: SafeUrl;
  readonly count: number;
}

/** `/2025/`: the year's months, each with its days. */
export interface ArchiveYearView extends PageView {
  readonly layout: 'archive-year';
  readonly year: string;
  readonly count: number;
  readonly months: readonly (MonthView & { readonly days: readonly DayView[] })[];
  readonly archive: SafeUrl;
}
export interface DayView {
  /** `2025-07-04` */
  readonly day: string;
  readonly href: SafeUrl;
  readonly count: number;
}

/** `/2025/07/` and `/2025/07/04/`: articles by day, newest first. */
export interface ArchiveDaysView extends PageView {
  readonly layout: 'archive-days';
  /** `2025-07` or `2025-07-04`. */
  readonly period: string;
  readonly days: readonly (DayView & { readonly items: readonly Teaser[] })[];
  readonly count: number;
  readonly year: LinkView;
  readonly month?: LinkView;
  /** The next period of the same kind that has articles. */
  readonly newer?: LinkView;
  readonly older?: LinkView;
}

/** `/tags/` and `/authors/`. */
export interface TagsView extends PageView {
  readonly layout: 'tags';
  readonly tags: readonly (LinkView & { readonly count: number; readonly description: string })[];
}
export interface AuthorsView extends PageView {
  readonly layout: 'authors';
  readonly authors: readonly AuthorView[];
}

/** `/corrections/`, newest first. */
export interface CorrectionsView extends PageView {
  readonly layout: 'corrections';
  readonly corrections: readonly { readonly date: Moment; readonly text: string; readonly article: LinkView }[];
  /** The publication's policy on corrections. */
  readonly policy?: SafeUrl;
}

/** `…/versions/`: how an article has changed since it was published, newest first. */
export interface VersionsView extends PageView {
  readonly layout: 'versions';
  readonly article: LinkView;
  readonly published: Moment;
  readonly changes: readonly ChangeView[];
}
export interface ChangeView {
  readonly date: Moment;
  /** Corrections that explain it. */
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[];
  readonly parts: readonly { readonly part: VersionPart; readonly paragraphs: readonly Compared[] }[];
}

export interface StaticPageView extends PageView {
  readonly layout: 'page';
  readonly standfirst: string;
  readonly image?: PictureView;
  readonly body: BodyView;
  readonly headings: readonly Heading[];
  readonly state?: 'draft';
}

/** `/search/`: works once a script has loaded an index; without one it leads to the archive, the topics and the sections. */
export interface SearchView extends PageView {
  readonly layout: 'search';
  readonly href: SafeUrl;
  /** Addresses of the search indexes, oldest year first; the first one holds the code too. */
  readonly bundles: readonly SafeUrl[];
}

/** `/_components/`, in a preview alone: every component in every state. */
export interface ShowcaseView extends PageView {
  readonly layout: 'showcase';
  /** One of the publication's own, to stand in all of them. */
  readonly picture?: Picture;
}

export interface NotFoundView extends PageView {
  readonly layout: 'not-found';
}

export type View =
  | ArticleView
  | FrontView
  | ListingView
  | ArchiveView
  | ArchiveYearView
  | ArchiveDaysView
  | TagsView
  | AuthorsView
  | CorrectionsView
  | VersionsView
  | StaticPageView
  | SearchView
  | ShowcaseView
  | NotFoundView;
export type Layout = View['layout'];

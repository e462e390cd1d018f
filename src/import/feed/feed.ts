/** A feed as plain data, whatever its format; texts are HTML unless said otherwise. */
export interface Feed {
  /** Plain text. */
  readonly title: string;
  /** Address of the site. */
  readonly url: string;
  readonly entries: readonly FeedEntry[];
  /** Characters left out that XML does not allow. */
  readonly forbidden: number;
}

export interface FeedEntry {
  readonly title: string;
  /** Addresses at which it is found, the one to show first. */
  readonly links: readonly string[];
  /** Names, plain text. */
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** As written: RFC 822 or ISO 8601. */
  readonly date: string;
  /** When it last changed in substance; empty where the format does not say that. */
  readonly updated: string;
  /** The whole text; empty where there is only a summary. */
  readonly content: string;
  readonly summary: string;
  readonly picture?: FeedPicture;
  /** Sound and video. */
  readonly media: readonly string[];
  readonly comments: number;
  /** Where it begins in the file. */
  readonly line: number;
}

export interface FeedPicture {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** A WordPress export (WXR, an extension of RSS 2.0) as plain data, texts as they stand in it. */
export interface Wxr {
  readonly title: string;
  /** Address of the site's front page. */
  readonly url: string;
  readonly authors: readonly WxrAuthor[];
  /** Slug of each category's parent, empty where it has none. */
  readonly parents: ReadonlyMap<string, string>;
  readonly items: readonly WxrItem[];
  /** Made of a feed, which knows no lists of a category or an author. */
  readonly feed?: true;
  /** Characters left out that XML does not allow and WordPress exports nevertheless. */
  readonly forbidden: number;
}

export interface WxrAuthor {
  readonly login: string;
  readonly name: string;
}

export interface WxrTerm {
  /** `category`, `post_tag`, `post_format`, or one of a plugin. */
  readonly domain: string;
  readonly slug: string;
  readonly name: string;
}

export interface WxrItem {
  readonly id: string;
  /** `post`, `page`, `attachment`, `nav_menu_item` … */
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly slug: string;
  /** Login of the author. */
  readonly creator: string;
  /** `2010-07-25 19:40:01` in the site's time, and the same in UTC; zeros where it is not set. */
  readonly date: string;
  readonly dateUtc: string;
  readonly content: string;
  readonly excerpt: string;
  readonly parent: string;
  readonly password: string;
  readonly terms: readonly WxrTerm[];
  readonly meta: ReadonlyMap<string, string>;
  readonly comments: number;
  readonly attachmentUrl: string;
  /** Further addresses at which it was found. */
  readonly former?: readonly string[];
  /** When it last changed in substance; a moment as front matter has it. */
  readonly updated?: string;
  /** The content is HTML as readers saw it: no shortcodes, paragraphs in tags. */
  readonly rendered?: true;
  /** The content is a summary, not the text. */
  readonly summaryOnly?: boolean;
  /** Line of the export on which the item begins. */
  readonly line: number;
}

import { siteFeeds } from './feed-links.ts';
import type { PageContext } from './page-context.ts';
import type { Alternate, FeedLink, TranslationView } from './part-views.ts';
import type { SitePath } from './site-path.ts';
import type { PageView } from './views.ts';

export interface HeadSource {
  readonly path: SitePath;
  readonly title: string;
  readonly description?: string;
  readonly language?: string;
  readonly noindex?: boolean;
  readonly canonical?: string;
  readonly translations?: readonly TranslationView[];
  readonly alternates?: readonly Alternate[];
  /** The page's own feed. */
  readonly feed?: FeedLink;
}

/** The head of a page, from what is particular to it. */
export function headView(source: HeadSource, context: PageContext): PageView {
  const { path, title, description, language, noindex, canonical, translations, alternates, feed } = source;
  return {
    canonical: canonical === undefined ? context.absolute(path) : context.written(canonical),
    title,
    description: description || context.text(context.publication.site.description),
    language: language ?? context.edition.language,
    noindex: noindex ?? false,
    translations: translations ?? [],
    alternates: alternates ?? [],
    feeds: feed === undefined ? siteFeeds(context) : [...siteFeeds(context), feed],
  };
}

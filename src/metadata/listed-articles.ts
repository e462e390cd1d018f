import type { Article, ContentImage } from '../content/article.ts';
import { languagesOf } from '../pages/alternates.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import type { Entry } from '../publication/edition.ts';
import { lastChange } from './last-change.ts';
import type { SitemapEntry } from './sitemap-markup.ts';

export function articleEntry(entry: Entry, groups: TranslationGroups, context: PageContext): SitemapEntry {
  const { article } = entry;
  const pictures = [article.image, ...Object.values(article.body.images)];
  return {
    address: context.absolute(context.pathOf(article.source)),
    changed: lastChange(article),
    images: imagesOf(pictures, context),
    languages: languagesOf(article, groups, context),
  };
}

function imagesOf(images: readonly (ContentImage | undefined)[], context: PageContext): readonly string[] {
  const addresses = images.flatMap((image) => context.picture(image)?.picture.fallback.address ?? []);
  return [...new Set(addresses)].map((address) => context.absoluteHref(address));
}

/** Oldest first; two of one moment by file, so that the order never depends on the machine. */
export function byAge(a: Article, b: Article): number {
  return a.date.epoch - b.date.epoch || (a.source < b.source ? -1 : 1);
}

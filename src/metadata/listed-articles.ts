import type { Article, ContentImage } from '../content/article.ts';
import { languagesOf } from '../pages/alternates.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { Alternate } from '../pages/part-views.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import type { Entry } from '../publication/edition.ts';
import { lastChange } from './last-change.ts';
import { mostMarkup } from './sitemap-markup.ts';
import type { Listed } from './split-sitemap.ts';

/** An article in a sitemap. */
export function listedArticle(entry: Entry, groups: TranslationGroups, context: PageContext): Listed {
  const { article } = entry;
  const languages = languagesOf(article, groups, context);
  return {
    changed: lastChange(article),
    most: mostBytes(article, languages, context),
    entry: () => ({
      address: context.absolute(context.pathOf(article.source)),
      changed: lastChange(article),
      images: imagesOf([article.image, ...Object.values(article.body.images)], context),
      languages,
    }),
  };
}

// Of a picture below the root: `/img/…-1280.jpeg`.
const LONGEST_PICTURE = 100;

function mostBytes({ source, body }: Article, languages: readonly Alternate[], { base, book }: PageContext): number {
  const root = base.origin.length + base.base.length;
  const pictures = Object.keys(body.images).length + 1;
  return mostMarkup([
    root + (book.pathOf.get(source)?.length ?? 0),
    ...Array<number>(pictures).fill(root + LONGEST_PICTURE),
    ...languages.map(({ address }) => address.length),
  ]);
}

function imagesOf(images: readonly (ContentImage | undefined)[], context: PageContext): readonly string[] {
  const addresses = images.flatMap((image) => context.picture(image)?.picture.fallback.address ?? []);
  return [...new Set(addresses)].map((address) => context.absoluteHref(address));
}

/** Oldest first; two of one moment by file, so that the order never depends on the machine. */
export function byAge(a: Article, b: Article): number {
  return a.date.epoch - b.date.epoch || (a.source < b.source ? -1 : 1);
}

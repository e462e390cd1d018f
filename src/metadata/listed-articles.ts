import type { Article, ContentImage, Document } from '../content/article.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import type { Entry } from '../publication/edition.ts';
import type { Publication } from '../publication/publication.ts';
import { lastChange } from './last-change.ts';
import type { Alternate, SitemapEntry } from './sitemap-markup.ts';

/** Whether search engines are told of an article: it is published, may be indexed, and this is its first home. */
export function isListed({ article, state }: Entry): boolean {
  return state === undefined && !article.noindex && article.canonical === undefined;
}

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

/** Every language of a document, itself and the default included; empty when search engines may see only one. */
export function languagesOf(document: Document, groups: TranslationGroups, context: PageContext): readonly Alternate[] {
  const { publication } = context;
  const members = (groups.get(document.source) ?? []).filter((member) => isShown(member, publication));
  return withDefault(
    members.map((member) => ({
      language: member.language,
      address: context.absolute(context.pathOf(member.source)),
      original: member.translationOf === undefined,
    })),
    publication.site.language,
  );
}

/** Alternates with `x-default`: what is in the main language, else the original, else the first. Empty for fewer than two. */
export function withDefault(
  members: readonly (Alternate & { readonly original?: boolean })[],
  mainLanguage: string,
): readonly Alternate[] {
  if (members.length < 2) return [];
  const standard =
    members.find(({ language }) => language === mainLanguage) ?? members.find(({ original }) => original) ?? members[0];
  const alternates = members.map(({ language, address }) => ({ language, address }));
  return standard ? [...alternates, { language: 'x-default', address: standard.address }] : alternates;
}

function isShown(document: Document, publication: Publication): boolean {
  if (document.noindex) return false;
  const entry = publication.entries.get(document.source);
  return entry ? isListed(entry) : !document.draft;
}

function imagesOf(images: readonly (ContentImage | undefined)[], context: PageContext): readonly string[] {
  const addresses = images.flatMap((image) => context.picture(image)?.picture.fallback.address ?? []);
  return [...new Set(addresses)].map((address) => context.absoluteHref(address));
}

/** Oldest first; two of one moment by file, so that the order never depends on the machine. */
export function byAge(a: Article, b: Article): number {
  return a.date.epoch - b.date.epoch || (a.source < b.source ? -1 : 1);
}

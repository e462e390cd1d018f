import type { Document } from '../content/article.ts';
import type { Edition, Entry } from '../publication/edition.ts';
import type { Publication } from '../publication/publication.ts';
import { frontPath } from './addresses.ts';
import type { PageContext } from './page-context.ts';
import type { Alternate } from './part-views.ts';
import type { TranslationGroups } from './translations.ts';

/*
 * What pages and sitemaps tell search engines of one text in several languages: each names all of them, itself included.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */

/** Whether search engines are told of an article: it is published, may be indexed, and this is its first home. */
export function isListed({ article, state }: Entry): boolean {
  return state === undefined && !article.noindex && article.canonical === undefined;
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
function withDefault(
  members: readonly (Alternate & { readonly original?: boolean })[],
  mainLanguage: string,
): readonly Alternate[] {
  if (members.length < 2) return [];
  const standard =
    members.find(({ language }) => language === mainLanguage) ?? members.find(({ original }) => original) ?? members[0];
  const alternates = members.map(({ language, address }) => ({ language, address }));
  return standard ? [...alternates, { language: 'x-default', address: standard.address }] : alternates;
}

/** The front pages of all editions. */
export function frontAlternates(editions: readonly Edition[], context: PageContext): readonly Alternate[] {
  const fronts = editions.map((edition) => ({
    language: edition.language,
    address: context.absolute(frontPath(edition)),
  }));
  return withDefault(fronts, context.publication.site.language);
}

function isShown(document: Document, publication: Publication): boolean {
  if (document.noindex) return false;
  const entry = publication.entries.get(document.source);
  return entry ? isListed(entry) : !document.draft;
}

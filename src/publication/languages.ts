import { primarySubtag } from '../language/language.ts';
import type { Site } from '../schema/site.ts';

/** Languages that have an edition, the main one first. */
export function editionLanguages(site: Site): readonly string[] {
  // Tags are equal in upper and lower case, and an address has one edition.
  const byTag = new Map<string, string>();
  for (const language of [site.language, ...(site.languages ?? [])])
    if (!byTag.has(language.toLowerCase())) byTag.set(language.toLowerCase(), language);
  return [...byTag.values()];
}

/** The edition in which a text of a language appears: its own, else that of its primary subtag, else the main one. */
export function editionLanguage(language: string, editions: readonly string[]): string {
  const exact = editions.find((edition) => edition.toLowerCase() === language.toLowerCase());
  return (
    exact ?? editions.find((edition) => edition.toLowerCase() === primarySubtag(language)) ?? editions[0] ?? language
  );
}

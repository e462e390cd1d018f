import { slugOf } from '../../language/slug.ts';
import { fileText } from '../front-matter-text.ts';
import type { ImportRules } from '../import-rules.ts';
import type { Wxr, WxrItem } from './wxr.ts';

/** An author that the content has already. */
export interface KnownAuthor {
  readonly id: string;
  readonly names: readonly string[];
}

/** Bylines for the items of an export, and the authors that there are no files for. */
export interface Bylines {
  readonly idsOf: (item: WxrItem) => readonly string[];
  /** Text of authors/<id>.md for everyone who has none. */
  readonly missing: (used: Iterable<string>) => ReadonlyMap<string, string>;
}

/** Whoever has the same name or id here is the same person. */
export function bylines(
  wxr: Wxr,
  known: readonly KnownAuthor[],
  language: string,
  { authorIds }: Pick<ImportRules, 'authorIds'>,
): Bylines {
  const idOfName = new Map(known.flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id] as const)));
  const names = new Map<string, string>();
  const idFor = (login: string, name: string): string => {
    const given = authorIds?.get(name.toLowerCase()) ?? authorIds?.get(login.toLowerCase());
    const own = given ?? idOfName.get(name.toLowerCase()) ?? slugOf(login.replace(/@.*$/, ''), language);
    const id = own === '' ? slugOf(name, language) || 'author' : own;
    if (!names.has(id)) names.set(id, name);
    return id;
  };
  const ids = new Map(wxr.authors.map(({ login, name }) => [slugOf(login, language), idFor(login, name)]));
  const idsOf = (item: WxrItem): readonly string[] => {
    // Several authors are the work of the plugin Co-Authors Plus.
    const several = item.terms.filter(({ domain }) => domain === 'author');
    const found =
      several.length > 0
        ? several.map(({ slug, name }) => ids.get(slug.replace(/^cap-/, '')) ?? idFor(slug.replace(/^cap-/, ''), name))
        : [
            ids.get(slugOf(item.creator, language)) ??
              (item.creator === '' ? undefined : idFor(item.creator, item.creator)),
          ];
    return [...new Set(found.filter((id) => id !== undefined))];
  };
  const missing = (used: Iterable<string>): ReadonlyMap<string, string> => {
    const there = new Set(known.map(({ id }) => id));
    const wanted = [...new Set(used)].filter((id) => !there.has(id)).sort();
    return new Map(wanted.map((id) => [`authors/${id}.md`, fileText({ name: names.get(id) ?? id }, '')]));
  };
  return { idsOf, missing };
}

import { slugOf } from '../../language/slug.ts';
import { listingPath, placePath } from '../../pages/addresses.ts';
import type { Site } from '../../schema/site.ts';
import { addressKey } from '../addresses-to-redirect.ts';
import { type ImportRules, sectionOfFolder } from '../import-rules.ts';
import { authorIds } from './convert-text.ts';
import type { ForeignRecord } from './people-and-tags.ts';
import type { PlacedText } from './place-texts.ts';

const MAIN = { prefix: '' };

/** Old address → new one for what is no text: pages of authors and tags, and lists of a folder’s texts. */
export function listRedirects(
  placed: readonly PlacedText[],
  records: readonly ForeignRecord[],
  sources: readonly string[],
  options: ImportRules & { readonly site: Site },
): ReadonlyMap<string, string> {
  const { site } = options;
  const shown = placed.filter(({ kind, draft }) => kind === 'article' && !draft);
  const writing = new Set(shown.flatMap(({ keys }) => authorIds(keys, site, options)));
  const used = new Set(
    shown.flatMap(({ keys }) => [...keys.categories, ...keys.tags].map((tag) => slugOf(tag, site.language))),
  );
  const found = new Map<string, readonly [from: string, to: string]>();
  const texts = new Set(placed.flatMap(({ address, oldAddresses }) => [address, ...oldAddresses].map(addressKey)));
  const add = (from: string, to: string): void => {
    const key = addressKey(from);
    if (key !== addressKey(to) && !texts.has(key) && !found.has(key)) found.set(key, [from, to]);
  };
  for (const { kind, id, oldAddresses } of records) {
    // Whoever has published nothing has no page, but a place in no list either.
    const own = (kind === 'author' ? writing : used).has(id)
      ? listingPath(MAIN, kind, id)
      : placePath(MAIN, `${kind}s`);
    for (const address of oldAddresses) add(address, own);
  }
  for (const source of sources) {
    const [, folder] = /^content\/(.+)\/_index\.(?:md|markdown)$/.exec(source) ?? [];
    if (folder === undefined || records.some(({ oldAddresses }) => oldAddresses.includes(`/${folder}/`))) continue;
    const section = sectionOfFolder(`content/${folder}/`, { folders: options.folders });
    add(
      `/${folder}/`,
      section === undefined
        ? placePath(MAIN, /^authors?$/.test(folder) ? 'authors' : /^(?:topics|tags)$/.test(folder) ? 'tags' : 'archive')
        : listingPath(MAIN, 'section', section),
    );
  }
  return new Map(found.values());
}

import { slugOf } from '../../language/slug.ts';
import { listingPath } from '../../pages/addresses.ts';
import type { Site } from '../../schema/site.ts';
import { addressKey } from '../addresses-to-redirect.ts';
import { plainText } from '../plain-text.ts';
import { oldAddressesOf } from './old-addresses.ts';
import type { PlacedItem } from './place-items.ts';
import type { TermRules } from './terms.ts';
import type { Wxr, WxrTerm } from './wxr.ts';

/** Old address → new one for what is no item: pages of categories, tags and authors, and of single pictures. */
export function termRedirects(
  wxr: Wxr,
  placed: readonly PlacedItem[],
  {
    site,
    terms,
    authorsOf,
  }: { site: Site; terms: TermRules; authorsOf: (item: PlacedItem['item']) => readonly string[] },
): ReadonlyMap<string, string> {
  const main = { prefix: '' };
  const root = (URL.parse(wxr.url)?.pathname ?? '/').replace(/\/+$/, '');
  const found = new Map<string, { from: string; to: string }>();
  const add = (from: string, to: string): void => {
    const key = addressKey(from);
    if (key !== addressKey(to) && !found.has(key)) found.set(key, { from, to });
  };
  // A page of a tag is made once something published has it.
  const shown = placed.filter(({ kind, draft, item }) => kind === 'article' && !draft && item.status === 'publish');
  for (const { item } of shown) {
    const tags = new Set(terms.tagsOf(item).map((label) => slugOf(label, site.language)));
    for (const term of item.terms) {
      const slug = slugOf(plainText(term.name), site.language);
      const section = term.domain === 'category' && !tags.has(slug) ? terms.sectionOf(item) : undefined;
      if (section !== undefined) add(`${root}/category/${pathOf(term, wxr)}/`, listingPath(main, 'section', section));
      else if (tags.has(slug)) {
        const folder = term.domain === 'category' ? 'category' : term.domain === 'post_tag' ? 'tag' : undefined;
        const path = term.domain === 'category' ? pathOf(term, wxr) : term.slug;
        if (folder && path !== '') add(`${root}/${folder}/${path}/`, listingPath(main, 'tag', slug));
      }
    }
    const [author] = authorsOf(item);
    if (author !== undefined && /^[\w.-]+$/.test(item.creator))
      add(`${root}/author/${item.creator.toLowerCase()}/`, listingPath(main, 'author', author));
  }
  addAttachments(wxr, placed, add);
  return new Map([...found.values()].map(({ from, to }) => [from, to]));
}

// A picture's own page led to the text that it was uploaded for.
function addAttachments(wxr: Wxr, placed: readonly PlacedItem[], add: (from: string, to: string) => void): void {
  const addresses = new Map(
    placed
      .filter(({ draft, item }) => !draft && item.status === 'publish')
      .map(({ item, address }) => [item.id, address]),
  );
  const pages = new Set(placed.flatMap(({ item }) => oldAddressesOf(item).map(addressKey)));
  for (const item of wxr.items) {
    const parent = item.type === 'attachment' ? addresses.get(item.parent) : undefined;
    for (const from of parent === undefined ? [] : oldAddressesOf(item))
      if (!pages.has(addressKey(from)) && parent !== undefined) add(from, parent);
  }
}

/** Slugs of a category and of those above it. */
function pathOf({ slug }: WxrTerm, { parents }: Wxr): string {
  const path = [slug];
  for (let parent = parents.get(slug); parent && path.length < 10; parent = parents.get(parent)) path.unshift(parent);
  return path.join('/');
}

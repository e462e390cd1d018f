import { z } from 'zod';
import { articleSchema } from '../schema/article.ts';
import { field } from '../schema/field.ts';

/** Keys of ours that a key of theirs can become; `ignore` leaves it out without a word. */
export const TARGETS = [
  ...['title', 'standfirst', 'date', 'updated', 'authors', 'section', 'tags', 'slug', 'redirectFrom', 'draft'],
  ...['canonical', 'image', 'image.alt', 'image.caption', 'image.credit', 'dateline', 'kind', 'series', 'language'],
  ...['noindex', 'ignore'],
] as const;

const LOST_LINKS = ['leave', 'archive', 'words'] as const;

const names = z.record(z.string(), z.string().min(1));

/** A mapping file: what a site calls its things, and what they are here. */
export const mappingSchema = z.strictObject({
  keys: field(
    z.record(z.string(), z.enum(TARGETS)),
    `map of their key to ${TARGETS.slice(0, 4).join(', ')} … or ignore`,
    'Their key in front matter → ours. A point leads into a map: `hero.alt`.',
    { deck: 'standfirst' },
  ).optional(),
  fixed: field(
    articleSchema.omit({ title: true, date: true, redirectFrom: true, slug: true }).partial(),
    'map of keys of an article',
    'What every article gets that does not say otherwise.',
    { kind: 'analysis' },
  ).optional(),
  sections: field(
    z.strictObject({
      categories: field(names, 'map of category to section', 'Their category → our section.').optional(),
      folders: field(names, 'map of folder to section', 'Folder of the old site → our section.').optional(),
      otherwise: field(z.string().min(1), 'a section', 'The section of all others.', 'news').optional(),
    }),
    '{categories, folders, otherwise}',
    'Which section an article goes to.',
  ).optional(),
  authors: field(names, 'map of their author to our id', 'Author as written there → id here.').optional(),
  tags: field(names, 'map of their tag to ours', 'Tag as written there → tag here, or `ignore`.').optional(),
  values: field(
    names,
    'map of name to text',
    'What the old system filled in: `site.repository` → its value.',
  ).optional(),
  permalink: field(
    z.string().regex(/^\/\S*$/),
    'address with parts such as :year',
    'Where the articles were.',
    '/:year/:month/:day/:slug/',
  ).optional(),
  address: field(
    z.url({ protocol: /^https?$/ }),
    'web address',
    'The old site’s front page.',
    'https://old.example',
  ).optional(),
  lostLinks: field(
    z.enum(LOST_LINKS),
    LOST_LINKS.join(', '),
    'What becomes of links to pages that do not come along.',
    'archive',
  ).optional(),
  credit: field(z.string().min(1), 'text', 'The credit of pictures that name none.').optional(),
});

export type Mapping = z.output<typeof mappingSchema>;

/** How an import reads what a site has of its own: the mapping file and the options of the command, together. */
export interface ImportRules {
  readonly keys?: Readonly<Record<string, string>> | undefined;
  readonly fixed?: Readonly<Record<string, unknown>> | undefined;
  /** Category (slug or name, lower case) → section. */
  readonly sections: ReadonlyMap<string, string>;
  readonly folders?: Readonly<Record<string, string>> | undefined;
  readonly otherwise?: string | undefined;
  /** As written there, lower case → id here. */
  readonly authorIds?: ReadonlyMap<string, string> | undefined;
  /** As written there, lower case → tag here, or `ignore`. */
  readonly tagNames?: ReadonlyMap<string, string> | undefined;
  /** What the old system filled in. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** Pattern of the addresses of articles, such as `/:year/:month/:slug/`. */
  readonly permalink?: string | undefined;
  /** Address of the old site's front page. */
  readonly address?: string | undefined;
  readonly lostLinks?: Mapping['lostLinks'] | undefined;
  /** Credit of pictures that name none. */
  readonly credit?: string | undefined;
}

/** What a mapping says, options of the command over it. */
export function importRules(mapping: Mapping, options: Omit<ImportRules, 'keys'>): ImportRules {
  const { sections, authors, tags, ...plain } = mapping;
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    ...plain,
    ...given,
    sections: new Map([...lowerCased(sections?.categories), ...options.sections]),
    folders: sections?.folders,
    otherwise: sections?.otherwise,
    authorIds: lowerCased(authors),
    tagNames: lowerCased(tags),
  };
}

const lowerCased = (names: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([there, here]) => [there.toLowerCase(), here]));

/** Their tags by the names that the rules give them; those to ignore are gone. */
export function renamedTags(tags: readonly string[], { tagNames }: Pick<ImportRules, 'tagNames'>): string[] {
  return tags.map((tag) => tagNames?.get(tag.toLowerCase()) ?? tag).filter((tag) => tag !== 'ignore');
}

/** The section that a file's folder stands for, the longest folder first; else that of all others. */
export function sectionOfFolder(
  source: string,
  { folders = {}, otherwise }: Pick<ImportRules, 'folders' | 'otherwise'>,
): string | undefined {
  const found = Object.entries(folders)
    .map(([folder, section]) => [`${folder.replace(/\/+$/, '')}/`, section] as const)
    .filter(([folder]) => source.startsWith(folder))
    .sort(([a], [b]) => b.length - a.length)[0];
  return found?.[1] ?? otherwise;
}

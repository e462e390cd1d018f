import type { ImportRules } from '../import-rules.ts';
import { plainText } from '../plain-text.ts';
import { mappedKeys } from './mapped-keys.ts';

/** What the front matter of another generator says, in our terms. */
export interface ForeignKeys {
  readonly title: string;
  readonly standfirst: string;
  readonly date: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly slug: string;
  readonly aliases: readonly string[];
  readonly permalink: string;
  readonly draft: boolean;
  readonly canonical: string;
  readonly image?: { readonly src: string; readonly alt: string; readonly caption: string; readonly credit: string };
  /** Keys of ours that only a mapping leads to: `dateline`, `kind` … */
  readonly further: Readonly<Record<string, unknown>>;
  /** Keys that have no place here. */
  readonly unknown: readonly string[];
}

const NAMES = {
  title: ['title'],
  standfirst: ['standfirst', 'deck', 'subtitle', 'description', 'summary', 'excerpt', 'lead'],
  date: ['date', 'publishDate', 'published_at', 'created'],
  updated: ['updated', 'lastmod', 'last_modified_at', 'modified', 'update_date'],
  authors: ['authors', 'author'],
  categories: ['categories', 'category', 'section'],
  tags: ['tags', 'tag', 'topics', 'keywords'],
  slug: ['slug'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirectFrom'],
  permalink: ['permalink', 'url'],
  canonical: ['canonical', 'canonical_url', 'source_url'],
  image: ['image', 'featured_image', 'featuredImage', 'cover', 'thumbnail', 'images', 'hero_image'],
  alt: ['image_alt', 'imageAlt', 'alt'],
  caption: ['image_caption', 'image_figcaption', 'caption'],
  credit: ['image_credit', 'credit'],
} as const;
// They steer the other generator, not what readers see.
const SILENT = [
  'draft',
  'published',
  'layout',
  'type',
  'weight',
  'locale',
  'lang',
  'cms_date',
  'eleventyExcludeFromCollections',
  ...['expirydate', 'expiryDate', 'redirectto', 'isCJKLanguage', 'comments', 'toc', 'sitemap', 'markup', 'menu'],
];
const KNOWN: ReadonlySet<string> = new Set([...Object.values(NAMES).flat(), ...SILENT]);

/** Reads front matter by the names that sites commonly use, and by those of the mapping before them. */
export function readForeignKeys(
  written: Readonly<Record<string, unknown>>,
  rules: Pick<ImportRules, 'keys'> = {},
): ForeignKeys {
  const { keys, further } = mappedKeys(written, rules.keys ?? {});
  const first = (names: readonly string[]): unknown =>
    names.map((name) => keys[name]).find((value) => value !== undefined && value !== null && value !== '');
  const text = (names: readonly string[]): string => textOf(first(names));
  const list = (names: readonly string[]): string[] => names.flatMap((name) => listOf(keys[name]));
  const image = imageOf(first(NAMES.image));
  return {
    title: plainText(text(NAMES.title)),
    standfirst: plainText(text(NAMES.standfirst)),
    date: text(NAMES.date),
    updated: text(NAMES.updated),
    authors: list(NAMES.authors),
    categories: list(NAMES.categories),
    tags: list(NAMES.tags),
    slug: text(NAMES.slug),
    aliases: list(NAMES.aliases).map((alias) => `/${alias.replace(/^(?:https?:\/\/[^/]+)?\/*/, '')}`),
    permalink: text(NAMES.permalink),
    draft: /^true$/i.test(String(keys['draft'])) || keys['published'] === false,
    canonical: text(NAMES.canonical),
    ...(image.src === ''
      ? {}
      : {
          image: {
            src: image.src,
            alt: image.alt || text(NAMES.alt),
            caption: image.caption || text(NAMES.caption),
            credit: image.credit || text(NAMES.credit),
          },
        }),
    further,
    unknown: Object.keys(keys).filter((key) => !KNOWN.has(key)),
  };
}

function imageOf(value: unknown): { src: string; alt: string; caption: string; credit: string } {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const map = (typeof one === 'object' && one !== null ? one : { src: one }) as Record<string, unknown>;
  const text = (...names: readonly string[]): string =>
    names.map((name) => textOf(map[name])).find((found) => found !== '') ?? '';
  return {
    src: text('src', 'url', 'path', 'image', 'file'),
    alt: text('alt', 'image_alt'),
    caption: text('caption', 'title'),
    credit: text('credit', 'attribution'),
  };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

export function listOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value
      .flatMap((item) => textOf(typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : item))
      .filter((item) => item !== '');
  return textOf(value) === '' ? [] : textOf(value).split(/\s*,\s*/);
}

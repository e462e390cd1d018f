import { plainText } from '../plain-text.ts';

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
  'expirydate',
];
const KNOWN: ReadonlySet<string> = new Set([...Object.values(NAMES).flat(), ...SILENT]);

export function readForeignKeys(keys: Readonly<Record<string, unknown>>): ForeignKeys {
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
    draft: keys['draft'] === true || keys['published'] === false,
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

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value
      .flatMap((item) => textOf(typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : item))
      .filter((item) => item !== '');
  return textOf(value) === '' ? [] : textOf(value).split(/\s*,\s*/);
}

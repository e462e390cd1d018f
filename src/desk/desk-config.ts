import { z } from 'zod';
import { articleSchema } from '../schema/article.ts';
import { meaningOf } from '../schema/field.ts';
import type { Vocabulary } from '../schema/json-schemas.ts';
import { authorSchema, pageSchema, seriesSchema, tagSchema } from '../schema/records.ts';
import type { Site } from '../schema/site.ts';
import { bare } from '../schema/unwrap.ts';
import { hostsOf } from './desk-page.ts';
import { type FormField, type FormOptions, formFields } from './form-fields.ts';

/** What the desk is made from. */
export interface DeskSource {
  readonly site: Pick<Site, 'name' | 'url' | 'timeZone' | 'permalinks' | 'desk'>;
  /** Languages that have an edition, the main one first. */
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
  /** How deep below articles/ the files lie: 2 for `2026/07/ferries.md`. The first is where new ones go. */
  readonly depths: readonly number[];
  /** Whether it works on this machine's own content, through the preview. */
  readonly isLocal: boolean;
}

/** How what a file says differs from what its form shows; src/desk/browser/form-shape.js reads it. */
export interface FormShape {
  /** Keys in the order in which new ones are written. */
  readonly keys: readonly string[];
  /** Keys that hold one text or one for each language; of entries of a list as `links.label`. */
  readonly localised: readonly string[];
  /** Keys that hold a map in the file and a list in the form. */
  readonly maps: readonly string[];
  /** Lists whose entries may be more than the texts that the form shows. */
  readonly texts: readonly string[];
  /** Keys of which false is the same as left out. */
  readonly flags: readonly string[];
  /** A key for one entry of a list, by the list: `authors` → `author`. */
  readonly short: Readonly<Record<string, string>>;
}

export interface DeskConfig {
  /** What Sveltia CMS is started with. https://sveltiacms.app/en/docs/config-basics */
  readonly cms: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<Record<string, FormShape>>;
  readonly languages: readonly string[];
  readonly isLocal: boolean;
  /** Origins that it may speak with, besides its own. */
  readonly hosts: readonly string[];
}

interface Kind {
  readonly name: string;
  readonly label: string;
  readonly singular: string;
  readonly icon: string;
  readonly schema: z.ZodObject;
  readonly title: string;
  /** Keys that stand before the text; the others stand below it. */
  readonly first: readonly string[];
  /** Keys without a field: another stands for them. */
  readonly leave?: readonly string[];
}

const KINDS = {
  articles: {
    name: 'articles',
    label: 'Articles',
    singular: 'article',
    icon: 'article',
    schema: articleSchema,
    title: 'title',
    first: ['title', 'standfirst', 'section', 'kind', 'authors', 'tags', 'dateline', 'date', 'updated', 'image'],
    leave: ['author'],
  },
  authors: {
    name: 'authors',
    label: 'Authors',
    singular: 'author',
    icon: 'person',
    schema: authorSchema,
    title: 'name',
    first: ['name', 'role', 'photo', 'links'],
  },
  tags: {
    name: 'tags',
    label: 'Tags',
    singular: 'tag',
    icon: 'sell',
    schema: tagSchema,
    title: 'label',
    first: ['label', 'aliases', 'description'],
  },
  series: {
    name: 'series',
    label: 'Series',
    singular: 'series',
    icon: 'list_alt',
    schema: seriesSchema,
    title: 'title',
    first: ['title', 'description'],
  },
  pages: {
    name: 'pages',
    label: 'Pages',
    singular: 'page',
    icon: 'description',
    schema: pageSchema,
    title: 'title',
    first: ['title', 'standfirst', 'image'],
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** The desk's configuration: a collection for every kind of file, with a form made of its schema. */
export function deskConfig(source: DeskSource): DeskConfig {
  const { site, languages, isLocal } = source;
  const base = site.url.replace(/\/$/, '');
  return {
    cms: {
      load_config_file: false,
      backend: isLocal ? { name: 'test-repo' } : backendOf(site),
      app_title: site.name,
      site_url: base,
      display_url: isLocal ? '/' : base,
      media_folder: 'content/images',
      public_folder: '/images',
      slug: { timezone: 'local', maxlength: 80 },
      output: { omit_empty_optional_fields: false },
      collections: collectionsOf(source),
    },
    shapes: Object.fromEntries(Object.values(KINDS).map((kind) => [kind.name, shapeOf(kind)])),
    languages,
    isLocal,
    hosts: site.desk && !isLocal ? hostsOf(site.desk) : [],
  };
}

function backendOf({ desk }: DeskSource['site']): Readonly<Record<string, unknown>> {
  if (!desk) throw new Error('site.yaml has no desk');
  const { backend, repo, branch, baseUrl, apiRoot, appId } = desk;
  return {
    name: backend,
    repo,
    branch,
    ...(baseUrl === undefined ? {} : { base_url: baseUrl }),
    ...(apiRoot === undefined ? {} : { api_root: apiRoot }),
    ...(appId === undefined ? {} : { app_id: appId }),
  };
}

function collectionsOf(source: DeskSource): readonly object[] {
  const options: FormOptions = { ...source, timeZone: source.site.timeZone };
  const { articles, ...others } = KINDS;
  const [main = 2, ...further] = source.depths;
  return [
    articleCollection(articles, options, source, main),
    ...further.map((depth) => articleCollection(articles, options, source, depth, false)),
    ...Object.values(others).map((kind) => ({ ...collectionOf(kind, options), create: true })),
  ];
}

function articleCollection(kind: Kind, options: FormOptions, source: DeskSource, depth: number, isMain = true): object {
  const folders =
    isMain && depth === 2 ? ['{{year}}', '{{month}}'] : Array.from({ length: depth }, (_, i) => `{{folder${i}}}`);
  return {
    ...collectionOf(kind, options),
    ...(isMain ? {} : { name: `articles-${depth}`, label: `Articles, ${depth} folders deep` }),
    path: [...folders, '{{slug}}'].join('/'),
    create: isMain,
    // New pictures lie beside the articles of their month.
    media_folder: '/content/articles/{{year}}/{{month}}',
    public_folder: '/articles/{{year}}/{{month}}',
    preview_path: previewPath(source.site.permalinks.article),
    preview_path_date_field: 'date',
    sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
    view_filters: [{ label: 'Drafts', field: 'draft', pattern: true }],
  };
}

function collectionOf(kind: Kind, options: FormOptions): Readonly<Record<string, unknown>> {
  const several =
    options.languages.length > 1 && meaningOf(bare(kind.schema.shape[kind.title] as z.ZodType)) === 'localised';
  const title = several ? `${kind.title}.${options.languages[0]}` : kind.title;
  return {
    name: kind.name,
    label: kind.label,
    label_singular: kind.singular,
    icon: kind.icon,
    folder: `content/${kind.name}`,
    format: `dateline-${kind.name}`,
    identifier_field: title,
    slug: { template: `{{${title}}}`, editable: ['create'] },
    summary: `{{${title}}}`,
    fields: fieldsOf(kind, options),
  };
}

function fieldsOf(kind: Kind, options: FormOptions): readonly FormField[] {
  const fields = formFields(kind.schema, options, kind.leave).map(begun);
  const isFirst = ({ name }: FormField): boolean => kind.first.includes(name);
  const rank = ({ name }: FormField): number => kind.first.indexOf(name);
  const text: FormField = {
    name: 'body',
    label: 'Text',
    widget: 'richtext',
    required: false,
    modes: ['rich_text', 'raw'],
    editor_components: ['picture'],
  };
  return [
    ...fields.filter(isFirst).sort((a, b) => rank(a) - rank(b)),
    text,
    ...fields.filter((field) => !isFirst(field)),
  ];
}

// What is begun is not published by mistake.
function begun(field: FormField): FormField {
  if (field.name === 'date') return { ...field, default: '{{now}}' };
  return field.name === 'draft' ? { ...field, default: true } : field;
}

function shapeOf({ schema, first, leave = [] }: Kind): FormShape {
  const entries = Object.entries(schema.shape).map(([key, value]) => [key, bare(value as z.ZodType)] as const);
  const keys = entries.map(([key]) => key);
  return {
    keys: [...first, ...keys.filter((key) => !first.includes(key))],
    localised: entries.flatMap(([key, value]) => localisedBelow(key, value)),
    maps: entries.flatMap(([key, value]) =>
      value instanceof z.ZodRecord && value.valueType instanceof z.ZodObject ? [key] : [],
    ),
    texts: entries.flatMap(([key, value]) =>
      value instanceof z.ZodArray && bare(value.element as z.ZodType) instanceof z.ZodUnion ? [key] : [],
    ),
    flags: entries.flatMap(([key, value]) => (meaningOf(value) === 'flag' ? [key] : [])),
    short: Object.fromEntries(leave.map((key) => [`${key}s`, key])),
  };
}

function localisedBelow(key: string, schema: z.ZodType): readonly string[] {
  if (meaningOf(schema) === 'localised') return [key];
  const entry = schema instanceof z.ZodArray ? bare(schema.element as z.ZodType) : undefined;
  if (!(entry instanceof z.ZodObject)) return [];
  return Object.entries(entry.shape).flatMap(([name, value]) =>
    meaningOf(bare(value as z.ZodType)) === 'localised' ? [`${key}.${name}`] : [],
  );
}

function previewPath(pattern: string): string {
  return pattern.replace(/^\/|\/$/g, '').replace(/\{(\w+)\}/g, '{{$1}}');
}

import { z } from 'zod';
import { articleSchema } from './article.ts';
import { type Meaning, meaningOf } from './field.ts';
import { frontSchema } from './front.ts';
import { authorSchema, goneSchema, pageSchema, redirectsSchema, seriesSchema, tagSchema } from './records.ts';
import { siteSchema } from './site.ts';
import { tweetSchema } from './tweet.ts';

/** One of the things that files may name, with what an editor knows it by. */
export interface Term {
  readonly value: string;
  readonly label?: string | undefined;
}

/** What there is to name, by what a text stands for. What is left out may be anything. */
export type Vocabulary = Readonly<Partial<Record<Meaning, readonly Term[]>>>;

/** JSON Schema, draft 7: what editors of today read. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

interface SchemaFile {
  readonly title: string;
  readonly schema: z.ZodType;
  /** Files it is for, as a glob below content/. */
  readonly files: string;
}

/** The kinds of file that editors write, by the name of their schema. */
export const SCHEMA_FILES = {
  article: { title: 'Front matter of an article', schema: articleSchema, files: 'articles/**/*.md' },
  author: { title: 'Front matter of an author', schema: authorSchema, files: 'authors/*.md' },
  tag: { title: 'Front matter of a tag', schema: tagSchema, files: 'tags/*.md' },
  series: { title: 'Front matter of a series', schema: seriesSchema, files: 'series/*.md' },
  page: { title: 'Front matter of a page', schema: pageSchema, files: 'pages/**/*.md' },
  tweet: { title: 'An archived post', schema: tweetSchema, files: 'embeds/tweets/*.json' },
  site: { title: 'site.yaml: the publication', schema: siteSchema, files: 'site.yaml' },
  front: { title: 'front.yaml: what editors decide about the front pages', schema: frontSchema, files: 'front.yaml' },
  redirects: { title: 'redirects.yaml: old address → new address', schema: redirectsSchema, files: 'redirects.yaml' },
  gone: { title: 'gone.yaml: address → why what stood there was withdrawn', schema: goneSchema, files: 'gone.yaml' },
} as const satisfies Readonly<Record<string, SchemaFile>>;

export type SchemaName = keyof typeof SCHEMA_FILES;

/** A JSON Schema for every kind of file, with the names that a publication has. What it refuses, `npm run check` refuses too. */
export function jsonSchemas(vocabulary: Vocabulary): Readonly<Record<SchemaName, JsonSchema>> {
  const entries = Object.entries(SCHEMA_FILES).map(([name, file]) => [name, jsonSchema(file, vocabulary)]);
  return Object.fromEntries(entries) as Record<SchemaName, JsonSchema>;
}

function jsonSchema({ title, schema }: SchemaFile, vocabulary: Vocabulary): JsonSchema {
  const { $schema: draft, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema as unknown as z.ZodType, jsonSchema, vocabulary),
  });
  return { ...(draft === undefined ? {} : { $schema: draft }), title, ...withEmptyKeys(rest) };
}

// Of the date and time, what their form says; whether the calendar has the day is not a matter of form.
const MOMENT =
  '^\\s*\\d{4}-\\d{1,2}-\\d{1,2}(?:[T\\s]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:Z|[+-]\\d{1,2}(?::?\\d{2})?)?)?\\s*$';

/** Other texts than those in the vocabulary are right, too. */
const OPEN: ReadonlySet<Meaning> = new Set(['tag', 'article', 'edition', 'post', 'picture']);

function refine(schema: z.ZodType, json: JsonSchema, vocabulary: Vocabulary): void {
  const of = meaningOf(schema);
  // src/content/read-image.ts asks for it, so that one check serves front matter and body.
  if (of === 'image' && json.required) json.required = [...new Set([...json.required, 'alt'])];
  if (of === 'moment') json.pattern = MOMENT;
  const protocol = schema instanceof z.ZodURL ? (schema.def as z.core.$ZodURLDef).protocol : undefined;
  if (protocol) {
    json.pattern = protocol.source.replace(/\$$/, '://');
    delete json.format;
  }
  const terms = of && vocabulary[of];
  if (!terms || terms.length === 0 || json.type !== 'string' || json.enum) return;
  const names: JsonSchema = {
    enum: terms.map(({ value }) => value),
    // Not of JSON Schema: VS Code and the YAML language server show them beside the values.
    enumDescriptions: terms.map(({ label }) => label ?? ''),
  };
  if (!OPEN.has(of)) {
    Object.assign(json, names);
    return;
  }
  const { type, minLength, pattern, ...notes } = json;
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, notes, {
    anyOf: [
      { type, ...names },
      { type, ...(minLength === undefined ? {} : { minLength }) },
    ],
  });
}

// A key that is left empty counts as left out.
function withEmptyKeys(schema: JsonSchema): JsonSchema {
  const { properties, required = [] } = schema;
  if (!properties) return schema;
  const entries = Object.entries(properties).map(([key, value]) => [
    key,
    required.includes(key) || typeof value === 'boolean' ? value : orEmpty(value),
  ]);
  return { ...schema, properties: Object.fromEntries(entries) };
}

function orEmpty({ type, anyOf, enum: values, ...rest }: JsonSchema): JsonSchema {
  if (anyOf) return { ...rest, anyOf: [...anyOf, { type: 'null' }] };
  const nullable = { ...rest, type: [type, 'null'].flat() } as unknown as JsonSchema;
  return values ? { ...nullable, enum: [...values, null] } : nullable;
}

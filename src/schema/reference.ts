import { stringify } from 'yaml';
import { z } from 'zod';
import { articleSchema } from './article.ts';
import { bucketTargetSchema, serverTargetSchema } from './deploy.ts';
import { frontSchema } from './front.ts';
import { imageSchema } from './image.ts';
import { authorSchema, pageSchema, seriesSchema, tagSchema } from './records.ts';
import { siteSchema } from './site.ts';
import { tweetSchema } from './tweet.ts';
import { bare, defaultOf, notesOf } from './unwrap.ts';

/** A key that an editor may write, as the reference shows it. */
export interface ReferenceRow {
  /** `image.src` of a map, `corrections[].date` of every entry of a list. */
  readonly key: string;
  readonly form: string;
  readonly required: string;
  readonly description: string;
  readonly examples: readonly unknown[];
}

interface Table {
  readonly title: string;
  readonly file: string;
  readonly schema: z.ZodObject;
  /** What is required of these keys by the reader of the file, where the schema lets them through. */
  readonly required?: Readonly<Record<string, string>>;
}

const TABLES: readonly Table[] = [
  { title: 'Keys of an article', file: 'articles/**/*.md', schema: articleSchema },
  {
    title: 'Keys of an image',
    file: 'the keys `image`, `images` and `photo`; in `images` the file is the key, so there is no `src`',
    schema: imageSchema,
    // src/content/read-image.ts reports these two, so that one check serves front matter and body.
    required: { alt: 'yes', credit: 'yes, unless switched off' },
  },
  { title: 'Keys of an author', file: 'authors/<id>.md', schema: authorSchema },
  { title: 'Keys of a tag', file: 'tags/<slug>.md', schema: tagSchema },
  { title: 'Keys of a series', file: 'series/<id>.md', schema: seriesSchema },
  { title: 'Keys of a page', file: 'pages/**/*.md', schema: pageSchema },
  {
    title: 'Keys of an archived tweet',
    file: 'embeds/tweets/<id>.json',
    schema: tweetSchema,
  },
  { title: 'Keys of site.yaml', file: 'site.yaml', schema: siteSchema },
  { title: 'Keys of front.yaml', file: 'front.yaml', schema: frontSchema },
  { title: 'Keys of a bucket', file: 'deploy.yaml', schema: bucketTargetSchema },
  { title: 'Keys of a server', file: 'deploy.yaml', schema: serverTargetSchema },
];

/** Forms that have a table of their own: a link to it stands for their keys. */
const LINKS: Readonly<Record<string, string>> = {
  image: 'image](#keys-of-an-image)',
  snapshots: 'snapshots](#keys-of-an-archived-tweet)',
};

const BEGIN = '<!-- reference:begin -->';
const END = '<!-- reference:end -->';

/** The reference of every kind of file, as Markdown. */
export function referenceMarkdown(): string {
  return TABLES.map(
    (table) =>
      `### ${table.title}\n\n${/\s/.test(table.file) ? `Of ${table.file}.` : `Of \`content/${table.file}\`.`}\n\n${tableMarkdown(rowsOf(table))}`,
  ).join('\n');
}

/**
 * A page with the reference between its two marks brought up to date.
 * @throws Error when the page has no such marks.
 */
export function withReference(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the page has no lines ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${referenceMarkdown()}\n${page.slice(end)}`;
}

/** The keys of a kind of file in the order of its schema, keys of keys after their own. */
export function rowsOf({ schema, required = {} }: Pick<Table, 'schema' | 'required'>): readonly ReferenceRow[] {
  return rows(schema, '', undefined).map((row) => ({ ...row, required: required[row.key] ?? row.required }));
}

/** `parent` is the map that holds these keys and may itself be left out. */
function rows(schema: z.ZodObject, prefix: string, defaults: unknown, parent?: string): ReferenceRow[] {
  return Object.entries(schema.shape).flatMap(([name, written]) => {
    const value = written as z.ZodType;
    const key = `${prefix}${name}`;
    const inner = bare(value);
    const notes = notesOf(value);
    // Where there are no notes, zod's own registry may say something.
    const meta = z.globalRegistry.get(value);
    const standard = defaultOf(value) ?? (defaults as Record<string, unknown> | undefined)?.[name];
    const isNeeded = standard === undefined && !value.safeParse(undefined).success;
    const form = notes?.form ?? formOf(inner);
    const own = {
      key,
      form: linked(form),
      required: isNeeded ? (parent === undefined ? 'yes' : `with \`${parent}\``) : 'no',
      description: describe(notes?.description ?? meta?.description ?? '', inner, standard),
      examples: notes?.examples ?? (meta?.['examples'] as readonly unknown[] | undefined) ?? [],
    };
    if (linked(form) !== form) return [own];
    if (inner instanceof z.ZodObject) {
      const below = rows(inner, `${key}.`, standard, isNeeded ? parent : key);
      // A map that says nothing of itself only groups its keys.
      return notes ? [own, ...below] : below;
    }
    const entry = inner instanceof z.ZodArray ? bare(inner.element as z.ZodType) : undefined;
    const below = entry instanceof z.ZodObject ? rows(entry, `${key}[].`, undefined) : [];
    return [own, ...below.filter((row) => row.description !== '')];
  });
}

function describe(text: string, schema: z.ZodType, standard: unknown): string {
  const keys =
    schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum
      ? ` Keys: ${schema.keyType.options.map((name) => `\`${String(name)}\``).join(', ')}.`
      : '';
  const isPlain = standard !== undefined && (typeof standard !== 'object' || standard === null);
  return `${text}${keys}${isPlain ? ` \`${String(standard)}\` when left out.` : ''}`.trim();
}

/** How to write what has no notes, in the words that notes use. */
function formOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodURL) return 'web address';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => formOf(bare(option as z.ZodType))).join(', or ');
  if (schema instanceof z.ZodObject) return `{${Object.keys(schema.shape).join(', ')}}`;
  if (schema instanceof z.ZodArray) return `list of ${formOf(bare(schema.element as z.ZodType))}`;
  return 'text';
}

function linked(form: string): string {
  return form.replace(/\b(?:image|snapshots)\b/, (word) => `[${LINKS[word]}`);
}

function tableMarkdown(table: readonly ReferenceRow[]): string {
  const lines = table.map(({ key, form, required, description, examples }) =>
    row([`\`${key}\``, form, required, description, examples.map(exampleMarkdown).join('<br>')]),
  );
  return `${row(['key', 'form', 'required', 'what it is', 'example'])}|---|---|---|---|---|\n${lines.join('')}`;
}

function row(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell.replaceAll('|', '\\|')} |`)).join('')}\n`;
}

function exampleMarkdown(example: unknown): string {
  const flow = typeof example === 'object' ? ({ collectionStyle: 'flow' } as const) : {};
  const yaml = stringify(example, { ...flow, flowCollectionPadding: false, lineWidth: 0 });
  return `\`${yaml.trim()}\``;
}

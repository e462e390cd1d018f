import { z } from 'zod';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { KeyPath, Problem } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { fieldNotes } from '../schema/field.ts';

export type Validated<T> =
  | { readonly value: T; readonly right: T; readonly problems: readonly [] }
  | { readonly value: undefined; readonly right: Partial<T>; readonly problems: readonly Problem[] };

/**
 * Runs a schema over what a file says. A known key left empty counts as left out. Every fault of the file comes back, not the
 * first; `right` holds the keys without fault, so that what they say can be checked further.
 */
export function validate<S extends z.ZodType>(schema: S, data: unknown, file: string): Validated<z.output<S>> {
  const written = withoutEmptyKeys(data, schema);
  const result = schema.safeParse(written, { reportInput: true });
  if (result.success) return { value: result.data, right: result.data, problems: [] };
  const { issues } = result.error;
  return {
    value: undefined,
    right: rightKeys(schema, written, issues),
    problems: issues.flatMap((issue) => problemsOf(issue, schema, file, [])),
  };
}

function rightKeys<S extends z.ZodType>(
  schema: S,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
): Partial<z.output<S>> {
  if (!(schema instanceof z.ZodObject) || typeof data !== 'object' || data === null) return {};
  const wrong = new Set<PropertyKey>();
  for (const issue of issues) {
    if (issue.path[0] !== undefined) wrong.add(issue.path[0]);
    else if (issue.code === 'unrecognized_keys') for (const key of issue.keys) wrong.add(key);
  }
  const right = Object.entries(data).filter(([key]) => !wrong.has(key));
  return (schema.partial().safeParse(Object.fromEntries(right)).data ?? {}) as Partial<z.output<S>>;
}

// An unknown key stays, because a slip in its name is no less one while nothing stands behind it.
function withoutEmptyKeys(data: unknown, schema: z.ZodType): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const isEmpty = ([key, value]: [string, unknown]): boolean =>
    value === null && (!(schema instanceof z.ZodObject) || Object.hasOwn(schema.shape, key));
  const entries = Object.entries(data);
  return entries.some(isEmpty) ? Object.fromEntries(entries.filter((entry) => !isEmpty(entry))) : data;
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, file: string, parent: KeyPath): Problem[] {
  const path = [...parent, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const name = nameOf(path);
  const notes = notesAt(schema, path);
  const write = notes
    ? `write ${name} as: ${notes.form}${exampleOf(notes.examples)}`
    : 'see the front-matter reference in docs/writing.md';
  const one = (code: DiagnosticCode, message: string, help: string, at: 'key' | 'value' = 'value'): Problem[] => [
    { code, file, place: { at, path }, message, help },
  ];

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'key-unknown',
        file,
        place: { at: 'key', path: [...path, key] },
        message: path.length > 0 ? `${name} has no key \`${key}\`` : `there is no key \`${key}\` here`,
        help: didYouMean(key, keysAt(schema, path), `known keys: ${keysAt(schema, path).join(', ')}`),
      }));
    case 'invalid_type':
      if (issue.input === undefined) return missing(path, file, write);
      if (DATE_KEYS.has(path.at(-1) ?? ''))
        return one('date-invalid', `${name} is not a date`, 'write the day, or the day and time: 2025-07-04 18:20');
      return one(
        'value-type',
        `${name} is ${kindOf(issue.input)}, not ${EXPECTED[issue.expected] ?? issue.expected}`,
        quoteHint(issue, write),
      );
    case 'invalid_union':
      if (issue.input === undefined) return missing(path, file, write);
      // Which of several forms is meant is said by a key, and what that says is none of them.
      if (issue.errors.length === 0) {
        const said = (issue.input as Record<string, unknown>)[String(path.at(-1))];
        return said === undefined
          ? missing(path, file, write)
          : one('value-invalid', `${name} has a value that it cannot have`, write);
      }
      return (
        branchMeant(issue)?.flatMap((part) => problemsOf(part, schema, file, path)) ??
        one('value-type', `${name} is ${kindOf(issue.input)}, which it cannot be`, write)
      );
    case 'invalid_value':
      return one('value-invalid', `${name} has a value that it cannot have`, suggest(issue, write));
    case 'invalid_key':
      return one('value-invalid', `${name} is a key that cannot stand here`, write, 'key');
    case 'invalid_format':
      if (path.at(-1) === 'slug')
        return one(
          'slug-invalid',
          `${name} cannot stand in an address`,
          'use lower-case letters, digits and single hyphens, such as `ferries-return`',
        );
      return one('value-invalid', `${name} does not have the form that it needs`, write);
    case 'custom':
      return one(
        (issue.params?.['code'] as DiagnosticCode | undefined) ?? 'value-invalid',
        `${name} ${issue.params?.['fault'] ?? 'is not one that exists'}`,
        issue.params?.['help'] ?? write,
      );
    default:
      if (path.length === 1 && path[0] === 'title')
        return one('title-missing', 'the title is empty', 'write the headline: title: Ferries return to the estuary');
      return one('value-invalid', `${name} is not right: ${lowerFirst(issue.message)}`, write);
  }
}

const DATE_KEYS = new Set<string | number>(['date', 'updated']);

function missing(path: KeyPath, file: string, write: string): Problem[] {
  const key = String(path.at(-1));
  const place = { at: 'value', path: path.slice(0, -1) } as const;
  if (path.length === 1 && key === 'title')
    return [
      {
        code: 'title-missing',
        file,
        place,
        message: 'there is no title',
        help: 'write the headline: title: Ferries return to the estuary',
      },
    ];
  if (key === 'date')
    return [
      {
        code: 'date-missing',
        file,
        place,
        message: `there is no ${nameOf(path)}`,
        help: 'write the day, or the day and time: date: 2025-07-04 18:20',
      },
    ];
  return [{ code: 'key-missing', file, place, message: `there is no ${nameOf(path)}`, help: write }];
}

/** A key path as an editor would say it: `image.credit`, `corrections[2].date`. */
function nameOf(path: KeyPath): string {
  if (path.length === 0) return 'the file';
  return `\`${path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : i === 0 ? step : `.${step}`)).join('')}\``;
}

type Shaped = {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  unwrap?: () => z.ZodType;
};

function inner(schema: z.ZodType): Shaped {
  let at = schema as z.ZodType & Shaped;
  while (at.unwrap && !at.element && !at.shape) at = at.unwrap() as z.ZodType & Shaped;
  return at;
}

// A union's fields are those of the member that has fields.
function members(schema: z.ZodType): z.ZodType[] {
  const at = inner(schema);
  return at.options ? at.options.flatMap(members) : [at as z.ZodType];
}

function step(schema: z.ZodType, key: string | number): z.ZodType | undefined {
  for (const member of members(schema)) {
    const shaped = member as z.ZodType & Shaped;
    const next = typeof key === 'number' ? shaped.element : (shaped.shape?.[key] ?? shaped.valueType);
    if (next) return next;
  }
  return undefined;
}

function notesAt(schema: z.ZodType, path: KeyPath) {
  let at: z.ZodType | undefined = schema;
  let notes = fieldNotes.get(schema);
  for (const key of path) {
    at = step(at, key);
    if (!at) break;
    notes = fieldNotes.get(at) ?? fieldNotes.get(inner(at) as z.ZodType) ?? notes;
  }
  return notes;
}

function keysAt(schema: z.ZodType, path: KeyPath): string[] {
  const at = path.reduce<z.ZodType | undefined>((found, key) => found && step(found, key), schema);
  return at
    ? members(at).flatMap((member) =>
        member instanceof z.ZodRecord && member.keyType instanceof z.ZodEnum
          ? member.keyType.options.map(String)
          : Object.keys((member as z.ZodType & Shaped).shape ?? {}),
      )
    : [];
}

function suggest(issue: z.core.$ZodIssueInvalidValue, write: string): string {
  const values = issue.values.map(String);
  return didYouMean(String(issue.input ?? ''), values, values.length > 0 ? `one of: ${values.join(', ')}` : write);
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    object: 'a map of keys',
  };
  return names[typeof value] ?? typeof value;
}

// A headline such as 1984 is a number to YAML, and an editor cannot know that.
function quoteHint(issue: z.core.$ZodIssueInvalidType, write: string): string {
  const scalar = typeof issue.input === 'number' || typeof issue.input === 'boolean';
  return issue.expected === 'string' && scalar ? `put it in quotes: "${String(issue.input)}"` : write;
}

// Of the forms that a value may have, the one it comes closest to: the one that is not wrong as a whole.
function branchMeant(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  const branches = issue.errors.filter(({ length }) => length > 0);
  const within = (code: string) => branches.find((all) => all.every((one) => one.path.length > 0 || one.code === code));
  return within('unrecognized_keys') ?? within('invalid_format');
}

function exampleOf(examples: readonly unknown[] | undefined): string {
  const first = examples?.[0];
  return first === undefined ? '' : `, such as ${typeof first === 'string' ? first : JSON.stringify(first)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

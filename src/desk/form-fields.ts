import { z } from 'zod';
import { type Meaning, meaningOf } from '../schema/field.ts';
import type { Term, Vocabulary } from '../schema/json-schemas.ts';
import { bare, notesOf } from '../schema/unwrap.ts';

/** A field of a form of Sveltia CMS. https://sveltiacms.app/en/docs/fields */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly [option: string]: unknown;
}

export interface FormOptions {
  /** Languages that have an edition, the main one first. */
  readonly languages: readonly string[];
  /** IANA name of the zone in which dates are written. */
  readonly timeZone: string;
  /** What selections offer. */
  readonly vocabulary: Vocabulary;
}

/** Where a name leads to a collection of the desk, the collection, and what is shown of its entries. */
const RELATIONS: Readonly<Partial<Record<Meaning, readonly [collection: string, shown: string]>>> = {
  author: ['authors', 'name'],
  series: ['series', 'title'],
};

/** A form for the keys of a kind of file, in their order. `leave` are keys that it has no field for. */
export function formFields(schema: z.ZodObject, options: FormOptions, leave: readonly string[] = []): FormField[] {
  return Object.entries(schema.shape)
    .filter(([name]) => !leave.includes(name))
    .map(([name, value]) => fieldOf(name, value as z.ZodType, options));
}

function fieldOf(name: string, schema: z.ZodType, options: FormOptions): FormField {
  const notes = notesOf(schema);
  const example = notes?.examples?.find((one) => typeof one === 'string');
  const isPicture = meaningOf(bare(schema)) === 'picture';
  // How to write a file's name is of no interest to who picks the file.
  const hint = isPicture ? '' : [notes?.description, example && `For example: ${example}`].filter(Boolean).join(' ');
  return {
    name,
    label: isPicture ? 'File' : labelOf(name),
    required: !schema.safeParse(undefined).success,
    ...(hint === '' ? {} : { hint }),
    ...controlOf(name, schema, options),
  };
}

type Control = { readonly widget: string; readonly [option: string]: unknown };

function controlOf(name: string, schema: z.ZodType, options: FormOptions): Control {
  const inner = bare(schema);
  const of = meaningOf(inner);
  if (of === 'localised') return localisedControl(options);
  if (inner instanceof z.ZodBoolean) return of === 'flag' ? { widget: 'boolean', default: false } : yesOrNo();
  if (inner instanceof z.ZodNumber) return numberControl(inner);
  if (inner instanceof z.ZodEnum) return { widget: 'select', options: inner.options };
  if (inner instanceof z.ZodObject) return { widget: 'object', collapsed: 'auto', fields: formFields(inner, options) };
  // A map of things by their names is a list of things that have one: src/desk/browser/form-shape.js turns it around.
  if (inner instanceof z.ZodRecord && inner.valueType instanceof z.ZodObject)
    return mapControl(inner.valueType, options);
  if (inner instanceof z.ZodRecord) return { widget: 'keyvalue' };
  if (inner instanceof z.ZodArray) return listControl(name, inner.element as z.ZodType, options);
  return textControl(inner, of, options);
}

function listControl(name: string, element: z.ZodType, options: FormOptions): Control {
  const entry = bare(element);
  if (entry instanceof z.ZodObject)
    return {
      widget: 'list',
      collapsed: 'auto',
      label_singular: singular(labelOf(name)),
      fields: formFields(entry, options),
    };
  const relation = RELATIONS[meaningOf(entry) ?? 'tag'];
  if (relation) return { ...relationTo(relation, options), multiple: true };
  return { widget: 'list' };
}

function mapControl(value: z.ZodObject, options: FormOptions): Control {
  const file = { name: 'file', label: 'File', widget: 'string', required: true, hint: 'As it is written in the text.' };
  return {
    widget: 'list',
    collapsed: 'auto',
    label_singular: 'picture',
    summary: '{{file}}',
    fields: [file, ...formFields(value, options)],
  };
}

function textControl(schema: z.ZodType, of: Meaning | undefined, options: FormOptions): Control {
  const relation = of && RELATIONS[of];
  if (relation) return relationTo(relation, options);
  if (of === 'prose') return { widget: 'text' };
  if (of === 'picture') return { widget: 'image', choose_url: false };
  if (of === 'moment') return { widget: 'datetime', format: 'YYYY-MM-DD HH:mm', input_timezone: options.timeZone };
  const terms = of === 'section' || of === 'edition' ? options.vocabulary[of] : undefined;
  if (terms && terms.length > 0) return { widget: 'select', options: terms.map(optionOf) };
  return schema instanceof z.ZodURL ? { widget: 'string', type: 'url' } : { widget: 'string' };
}

function relationTo([collection, shown]: readonly [string, string], { languages }: FormOptions): Control {
  const [main = 'en'] = languages;
  const field = languages.length > 1 ? `${shown}.${main}` : shown;
  return { widget: 'relation', collection, value_field: '{{slug}}', display_fields: [field], search_fields: [field] };
}

/** One text, or in a publication of several languages one for each. */
function localisedControl({ languages }: FormOptions): Control {
  if (languages.length < 2) return { widget: 'string' };
  const fields = languages.map((language, i) => ({
    name: language,
    label: nameOfLanguage(language),
    widget: 'string',
    required: i === 0,
  }));
  return { widget: 'object', fields };
}

function numberControl({ minValue, maxValue }: z.ZodNumber): Control {
  return {
    widget: 'number',
    value_type: 'int',
    ...(minValue === null ? {} : { min: minValue }),
    ...(maxValue === null ? {} : { max: maxValue }),
  };
}

/** Of what has a third meaning when it is left out. */
function yesOrNo(): Control {
  return {
    widget: 'select',
    options: [
      { label: 'Yes', value: true },
      { label: 'No', value: false },
    ],
  };
}

function optionOf({ value, label }: Term): { readonly label: string; readonly value: string } {
  return { label: label ?? nameOfLanguage(value), value };
}

function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

/** `redirectFrom` as a person would say it: Redirect from. */
function labelOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/\burl\b/, 'address');
}

function singular(label: string): string {
  return label.toLowerCase().replace(/s$/, '');
}

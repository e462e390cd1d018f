import { z } from 'zod';

/** What docs, forms and error messages say of a field: `form` is how to write it, in a few words. */
export interface FieldNotes {
  readonly description: string;
  readonly form: string;
  readonly examples?: readonly unknown[];
}

export const fieldNotes = z.registry<FieldNotes>();

/** What a text stands for, where its type does not say: completion offers those that exist, forms choose the control. */
export type Meaning =
  | 'section'
  | 'author'
  | 'series'
  | 'tag'
  | 'article'
  | 'edition'
  | 'post'
  | 'picture'
  | 'image'
  | 'moment'
  | 'prose'
  | 'flag'
  | 'localised';

const meanings = z.registry<{ readonly of: Meaning }>();

/** The same schema, known to stand for something. */
export function meaning<S extends z.ZodType>(of: Meaning, schema: S): S {
  // A copy, so that two fields that share a schema may mean two things.
  const own = schema.clone() as S;
  meanings.add(own, { of });
  return own;
}

/** What a schema stands for; undefined where nothing was said. */
export function meaningOf(schema: z.ZodType): Meaning | undefined {
  return meanings.get(schema)?.of;
}

/** A schema with its notes, for the reference page, the editor's completion and the help of a diagnostic. */
export function field<S extends z.ZodType>(
  schema: S,
  form: string,
  description: string,
  ...examples: readonly unknown[]
): S {
  // JSON Schema takes description and examples from zod's own registry.
  const described = schema.meta(examples.length > 0 ? { description, examples: [...examples] } : { description }) as S;
  fieldNotes.add(described, { form, description, examples });
  return described;
}

/** Text in the publication's language, or one text for each language. */
export const localisedText = meaning(
  'localised',
  z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]),
);
export type LocalisedText = z.output<typeof localisedText>;

export const dateText = meaning('moment', z.string());
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, { abort: true })
  .refine(isLanguage);
/** A name that stands in addresses: lower-case letters, digits and hyphens. */
export const slugText = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120);
/** A path inside the site, from its root: `/old/address/`. */
export const siteAddress = z.string().regex(/^\/(?!\/)\S*$/);
/** A page elsewhere or an address of this site. */
export const href = z.string().regex(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/))\S+$|^\/$/);

// Dates, plural forms and the direction of writing are asked of Intl, which refuses what is only shaped like a tag.
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

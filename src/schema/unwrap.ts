import { z } from 'zod';
import { type FieldNotes, fieldNotes } from './field.ts';

/** The notes of a schema, whatever it is wrapped in. */
export function notesOf(schema: z.ZodType): FieldNotes | undefined {
  return fieldNotes.get(schema) ?? (isWrapper(schema) ? notesOf(schema.unwrap() as z.ZodType) : undefined);
}

/** What it is when it is left out; undefined where nothing was said. */
export function defaultOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodDefault) return schema.def.defaultValue;
  return isWrapper(schema) ? defaultOf(schema.unwrap() as z.ZodType) : undefined;
}

/** The schema without what makes it optional or changes it once it is read. */
export function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  return isWrapper(schema) ? bare(schema.unwrap() as z.ZodType) : schema;
}

function isWrapper(schema: z.ZodType): schema is z.ZodOptional | z.ZodDefault {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}

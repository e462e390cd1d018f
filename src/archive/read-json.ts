import type { z } from 'zod';

/** The JSON of an answer in the form that is expected of it; undefined for everything else, half of an answer included. */
export function readJson<S extends z.ZodType>(bytes: Uint8Array, schema: S): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

import type { ContentPath } from '../content/article.ts';
import type { ImportNote } from './import-note.ts';
import type { MediaCopy } from './pictures.ts';

/** All that an import would do, before any of it is done. */
export interface ImportPlan {
  /** Of what was read, for the report's first line. */
  readonly title: string;
  /** New files of content and their texts. */
  readonly files: ReadonlyMap<ContentPath, string>;
  readonly copies: readonly MediaCopy[];
  /** Places of the old site's pictures and documents that the texts ask for, found or not. */
  readonly wanted: readonly string[];
  /** Old address → new address, for redirects.yaml. */
  readonly redirects: ReadonlyMap<string, string>;
  /** What there is of each thing, in the order of the report: `['articles', 62, '1 draft']`. */
  readonly taken: readonly (readonly [what: string, count: number, of?: string])[];
  readonly leftOut: readonly (readonly [what: string, count: number])[];
  readonly notes: readonly ImportNote[];
}

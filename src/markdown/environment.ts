import type { Env, Token } from 'markdown-it';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { type Language, languageOf } from '../language/language.ts';
import type { BodyOptions, BodySource, Heading } from './body.ts';
import { Ids } from './ids.ts';

/** How a link was opened, so that its end is written to match. */
export type OpenLink = 'markup' | 'part' | 'none';

export interface Footnotes {
  /** Tokens of each definition by its label; filled by the block rule, moved to the end by the core rule. */
  readonly defined: Map<string, Token[]>;
  /** In the order of the first reference. */
  readonly list: Footnote[];
  readonly numbers: Map<string, number>;
  readonly missing: Set<string>;
}

export interface Footnote {
  readonly label: string;
  /** How often it is referred to. */
  references: number;
  /** Set for a note that stands in the text: `^[so]`. */
  readonly inline?: { readonly content: string; readonly children: Token[] };
}

/** What one call of renderBody knows and collects; markdown-it hands it to every rule as `env`. */
export interface BodyEnv extends Env {
  readonly file: string;
  readonly firstLine: number;
  readonly options: BodyOptions;
  readonly language: Language;
  readonly problems: Problem[];
  readonly ids: Ids;
  readonly headings: Heading[];
  readonly footnotes: Footnotes;
  /** Line of each container's end by the line of its start, counted from 0 within the body. */
  readonly containerEnds: Map<number, number>;
  readonly openLinks: OpenLink[];
  /** Tags of raw HTML already cleaned, by their source. */
  readonly cleanedTags: Map<string, { readonly markup: string; readonly removed: ReadonlySet<string> }>;
  /** While the text of a note is read that stands in the text itself. */
  inFootnote: boolean;
  /** Whether there is raw HTML, which costs two more passes. */
  hasHtml: boolean;
  /** Line of the file on which the block begins that is being read or written. */
  line: number;
  /** Tables so far: each has a name of its own for assistive technology. */
  tables: number;
}

export function newEnv(source: BodySource, options: BodyOptions): BodyEnv {
  return {
    file: source.file,
    firstLine: source.firstLine,
    options,
    language: languageOf(options.language),
    problems: [],
    ids: new Ids(),
    headings: [],
    footnotes: { defined: new Map(), list: [], numbers: new Map(), missing: new Set() },
    containerEnds: new Map(),
    openLinks: [],
    cleanedTags: new Map(),
    inFootnote: false,
    hasHtml: false,
    line: source.firstLine,
    tables: 0,
  };
}

export function envOf(state: { readonly env: Env }): BodyEnv {
  return state.env as BodyEnv;
}

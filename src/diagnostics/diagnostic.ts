import { type DiagnosticCode, severityOf } from './codes.ts';

export type Severity = 'error' | 'warning';

/** What is wrong with one place of one file, ready to be shown. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Exclusive; absent where the fault is a point. */
  readonly endColumn?: number;
  readonly message: string;
  readonly help: string;
}

export type KeyPath = readonly (string | number)[];

/**
 * Where a problem is, in the terms of whoever found it. Positions in YAML are not tracked while all is well,
 * so a key path is turned into line and column only when there is something to report.
 */
export type Place =
  | { readonly at: 'file' }
  | { readonly at: 'key'; readonly path: KeyPath }
  /** `or` is where to look when the first key of `path` is not there: `author` for `authors`. */
  | { readonly at: 'value'; readonly path: KeyPath; readonly or?: KeyPath }
  /** The first occurrence of `text` from `line` of the file on; the line itself where there is none. */
  | { readonly at: 'text'; readonly line: number; readonly text?: string }
  | { readonly at: 'point'; readonly line: number; readonly column: number; readonly endColumn?: number };

/** A diagnostic that still has to be located in its file. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly file: string;
  readonly place: Place;
  readonly message: string;
  readonly help: string;
}

/** Orders by file, line, column, code, so that a run prints the same list whatever order the work was done in. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** The diagnostic of a problem found at this line and column. */
export function locatedAt(problem: Problem, line: number, column: number, endColumn?: number): Diagnostic {
  const { code, file, message, help } = problem;
  const end = endColumn === undefined ? {} : { endColumn };
  return { code, severity: severityOf(code), file, line, column, ...end, message, help };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { DiagnosticCode } from '../../../src/diagnostics/codes.ts';
import type { Files } from '../../small-site.ts';

/** A site with exactly one thing wrong with it. */
export interface InvalidSite {
  readonly code: DiagnosticCode;
  /** What the editor did, to finish the sentence “it is reported when …”. */
  readonly when: string;
  readonly files: Files;
  /** `file:line:column` of the only diagnostic. */
  readonly at: string;
  /** What the marks stand under, when the fault has an extent. */
  readonly marked?: string;
  /** A part of the help: what names the cure. */
  readonly help: string;
}

/** A file from its lines. */
export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** An article whose front matter has these lines after a title and a date, so that the first of them is line 4. */
export function withKeys(...keys: readonly string[]): string {
  return lines('---', 'title: Ferries return', 'date: 2026-07-01', ...keys, '---', '', 'Text.');
}

/** An article with this body: its first line is line 6 of the file. */
export function withBody(...body: readonly string[]): string {
  return lines('---', 'title: Ferries return', 'date: 2026-07-01', '---', '', ...body);
}

import type { Diagnostic } from './diagnostic.ts';

const LONGEST_LINE = 100;

/** The line of a diagnostic with the one before it, and marks under what is wrong. Empty when the file has no such line. */
export function codeFrame(
  diagnostic: Pick<Diagnostic, 'line' | 'column' | 'endColumn'>,
  text: string,
): readonly string[] {
  const lines = text.split('\n');
  const line = lines[diagnostic.line - 1];
  if (line === undefined) return [];
  const gutter = String(diagnostic.line).length;
  const before = lines[diagnostic.line - 2];
  const { shown, column } = window(line, diagnostic.column);
  const width = Math.max(
    1,
    Math.min((diagnostic.endColumn ?? diagnostic.column + 1) - diagnostic.column, shown.length - column + 1),
  );
  const frame =
    before === undefined ? [] : [`${String(diagnostic.line - 1).padStart(gutter)} | ${window(before, 1).shown}`];
  // Marks are set by columns of the screen, so a tab stays a tab in front of them.
  const indent = shown.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [...frame, `${diagnostic.line} | ${shown}`, `${' '.repeat(gutter)} | ${indent}${'^'.repeat(width)}`];
}

function window(line: string, column: number): { readonly shown: string; readonly column: number } {
  if (line.length <= LONGEST_LINE) return { shown: line, column };
  const start = Math.max(0, Math.min(column - 1 - LONGEST_LINE / 2, line.length - LONGEST_LINE));
  const end = start + LONGEST_LINE;
  const head = start > 0 ? '…' : '';
  return {
    shown: `${head}${line.slice(start, end)}${end < line.length ? '…' : ''}`,
    column: column - start + head.length,
  };
}

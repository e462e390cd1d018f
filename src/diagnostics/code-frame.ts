import type { Diagnostic } from './diagnostic.ts';

// With gutter and dots a line of the screen.
const LONGEST_LINE = 68;

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
  const marked = shown.slice(
    column - 1,
    column - 1 + (diagnostic.endColumn ?? diagnostic.column + 1) - diagnostic.column,
  );
  const frame =
    before === undefined ? [] : [`${String(diagnostic.line - 1).padStart(gutter)} | ${window(before, 1).shown}`];
  // Marks are set by columns of the screen, so a tab stays a tab in front of them.
  const indent = shown
    .slice(0, column - 1)
    .split('\t')
    .map((part) => ' '.repeat(screenWidth(part)))
    .join('\t');
  const marks = '^'.repeat(Math.max(1, screenWidth(marked)));
  return [...frame, `${diagnostic.line} | ${shown}`, `${' '.repeat(gutter)} | ${indent}${marks}`];
}

const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const TWO_WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60]/u;

/** Columns that a terminal gives to a text: none to accents that combine, two to the characters of East Asia and to emoji. */
function screenWidth(text: string): number {
  let width = 0;
  for (const character of text) width += NO_WIDTH.test(character) ? 0 : TWO_WIDE.test(character) ? 2 : 1;
  return width;
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

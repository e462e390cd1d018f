import { hash } from 'node:crypto';
import { codeFrame } from './code-frame.ts';
import { isStyleCode, type StyleCode } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { COLUMNS, wrapText } from './wrap-text.ts';

export const FORMATS = ['text', 'json', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly colour: boolean;
  /** The text of a file that a diagnostic names, for its frame; undefined when it cannot be read. */
  readonly readSource: (file: string) => string | undefined;
  /** In text, how many notes on style of one kind are shown; the others are counted. */
  readonly mostOfAKind?: number;
}

/** All diagnostics as one report, in the order given. JSON is always an array. */
export function report(diagnostics: readonly Diagnostic[], format: Format, options: ReportOptions): string {
  if (format === 'json') return reportJson(diagnostics);
  if (format === 'gitlab') return reportGitlab(diagnostics);
  if (format === 'github') return diagnostics.map(annotation).join('');
  return reportText(diagnostics, options);
}

function reportText(
  diagnostics: readonly Diagnostic[],
  { colour, readSource, mostOfAKind = Number.POSITIVE_INFINITY }: ReportOptions,
): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const texts = new Map<string, string | undefined>();
  const sourceOf = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, readSource(file));
    return texts.get(file);
  };
  const seen = new Map<StyleCode, number>();
  const isShown = ({ code }: Diagnostic): boolean => {
    if (!isStyleCode(code)) return true;
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= mostOfAKind;
  };
  const blocks = diagnostics.filter(isShown).map((diagnostic) => {
    const { file, line, column, severity, code, message, help } = diagnostic;
    const shade = severity === 'error' ? 31 : 33;
    const source = sourceOf(file);
    const frame =
      source === undefined ? [] : codeFrame(diagnostic, source).map((row) => `  ${paint(2, visible(row))}\n`);
    const cure = wrapText(`help: ${visible(help)}`, '        ', 2);
    const link = `docs/errors.md#${code}`;
    const room = COLUMNS - 2 - (cure.split('\n').at(-1) ?? '').length;
    const gap = cure.includes('\n') || room < link.length + 6 ? '\n        ' : '      ';
    return `${paint(1, `${visible(file)}:${line}:${column}`)}  ${paint(shade, severity)}  ${code}\n  ${wrapText(visible(message), '  ')}\n${frame.join('')}  ${cure}${gap}${paint(2, link)}\n\n`;
  });
  const more = [...seen].flatMap(([code, count]) =>
    count > mostOfAKind ? `${count - mostOfAKind} more of ${code}: \`npm run check -- --all\` lists them\n` : [],
  );
  return blocks.join('') + more.join('') + summary(diagnostics);
}

/** The text with a sign for each control character: content may come from anyone, and a terminal obeys them. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, (c) =>
    c < ' ' ? String.fromCodePoint(0x2400 + (c.codePointAt(0) ?? 0)) : '\ufffd',
  );
}

/** `2 errors, 1 warning in 2 files`, or that nothing is wrong. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (diagnostics.length === 0) return 'Nothing is wrong.\n';
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${parts.join(', ')} in ${counted(new Set(diagnostics.map((diagnostic) => diagnostic.file)).size, 'file')}\n`;
}

function reportJson(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(({ code, severity, file, line, column, message, help }) => ({
    code,
    severity,
    file,
    line,
    column,
    message,
    help,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
function reportGitlab(diagnostics: readonly Diagnostic[]): string {
  const times = new Map<string, number>();
  const issues = diagnostics.map(({ code, severity, file, line, message, help }) => {
    // Without the line, so that a fault which moved is not one that was mended and a new one.
    const same = JSON.stringify([code, file, message]);
    const time = (times.get(same) ?? 0) + 1;
    times.set(same, time);
    return {
      description: `${message}; ${help}`,
      check_name: code,
      fingerprint: hash('sha256', `${same} ${time}`),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: file, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
function annotation({ severity, file, line, column, endColumn, code, message, help }: Diagnostic): string {
  const end = endColumn === undefined ? '' : `,endColumn=${endColumn}`;
  return `::${severity} file=${property(file)},line=${line},col=${column}${end},title=${property(code)}::${data(`${message}\nhelp: ${help}`)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeSource } from '../content/source-text.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Format, report } from '../diagnostics/report.ts';

/** The report of a content folder's diagnostics, their files named as one would type them from here. */
export function reportContent(
  diagnostics: readonly Diagnostic[],
  contentDirectory: string,
  format: Format,
  stream: { isTTY?: boolean },
  mostOfAKind?: number,
): string {
  const folder = path.relative('.', contentDirectory) || '.';
  const named = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: path.posix.join(folder.replaceAll(path.sep, '/'), diagnostic.file),
  }));
  return report(named, format, {
    colour: stream.isTTY === true && !process.env['NO_COLOR'],
    readSource,
    ...(mostOfAKind === undefined ? {} : { mostOfAKind }),
  });
}

function readSource(file: string): string | undefined {
  try {
    return decodeSource(readFileSync(file));
  } catch {
    return undefined;
  }
}

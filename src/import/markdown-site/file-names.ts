import path from 'node:path';

export type Generator = 'hugo' | 'jekyll' | 'eleventy';

/** A day at the start of a file's name. */
export const DATED = /^(\d{4}-\d{2}-\d{2})-/;

export const withoutIndex = (source: string): string => source.replace(/\/_?index\.(?:md|markdown)$/i, '.md');

/** Name of the file, or of the folder whose index it is, without ending. */
export function nameOf(source: string): string {
  return path.posix.basename(withoutIndex(source)).replace(/\.(?:md|markdown)$/i, '');
}

/** The same without a day at its start. */
export const bareName = (source: string): string => nameOf(source).replace(DATED, '');

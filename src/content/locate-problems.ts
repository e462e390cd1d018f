import { readFile } from 'node:fs/promises';
import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import { fileOf } from '../files/file-of.ts';
import { locateAll } from './locate.ts';
import { decodeSource } from './source-text.ts';

/** Locates problems that were found across files; each file is read once more, and only when something is wrong with it. */
export async function locateProblems(root: string, problems: readonly Problem[]): Promise<readonly Diagnostic[]> {
  const located: Diagnostic[] = [];
  for (const [file, own] of Map.groupBy(problems, (problem) => problem.file)) {
    const bytes = await readFile(fileOf(root, file)).catch(() => undefined);
    const text = (bytes && decodeSource(bytes)) ?? '';
    located.push(...locateAll(own, text));
  }
  return located;
}

import path from 'node:path';

/** The layers of docs/architecture.md from the top down. An import points down, or stays within one line. */
export const LAYERS: readonly (readonly string[])[] = [
  ['.eleventy.ts'],
  ['src/cli'],
  ['src/deploy', 'src/mirror'],
  ['src/eleventy', 'src/archive', 'src/import', 'src/record'],
  ['layouts'],
  ['src/feeds', 'src/metadata', 'src/search', 'src/desk'],
  ['src/pages'],
  ['src/publication'],
  ['src/history'],
  ['src/content'],
  ['src/markdown'],
  ['src/images'],
  ['src/language', 'src/html', 'src/schema', 'src/diagnostics'],
  ['src/files', 'src/concurrency'],
];

const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g;

/** Every import that points up, by `file → imported file`. Files by their path from the root of the repository. */
export function findWrongImports(files: ReadonlyMap<string, string>): readonly string[] {
  const wrong: string[] = [];
  for (const [file, text] of files) {
    for (const imported of importsOf(file, text)) {
      const [from, to] = [layerOf(file), layerOf(imported)];
      if (to === undefined || from === undefined || to < from) wrong.push(`${file} → ${imported}`);
    }
  }
  return wrong;
}

/** Files of the repository that a file imports, types included. */
export function importsOf(file: string, text: string): readonly string[] {
  return [...text.replace(COMMENT, '').matchAll(SPECIFIER)].flatMap(([, , specifier = '']) =>
    specifier.startsWith('.') ? [path.posix.join(path.posix.dirname(file), specifier)] : [],
  );
}

/** Place in LAYERS; undefined for a file that belongs to none. */
export function layerOf(file: string): number | undefined {
  const at = LAYERS.findIndex((line) => line.some((folder) => file === folder || file.startsWith(`${folder}/`)));
  return at < 0 ? undefined : at;
}

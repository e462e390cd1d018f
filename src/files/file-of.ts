import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The file on disk that a path below a folder means. Paths are written with composed letters (NFC: `й` is one), while
 * some Macs and archives made on them write names with decomposed ones (NFD: `и` and a breve); Linux takes the two for
 * different names, and the eye sees no difference.
 */
export function fileOf(folder: string, name: string): string {
  const composed = path.join(folder, name);
  // ASCII has one form only.
  if (/^[\0-\x7f]*$/.test(name) || existsSync(composed)) return composed;
  let place = folder;
  for (const part of name.split('/')) {
    const next = path.join(place, part);
    place = existsSync(next) ? next : path.join(place, spelling(place, part));
  }
  return existsSync(place) ? place : composed;
}

function spelling(folder: string, part: string): string {
  try {
    return readdirSync(folder).find((name) => name.normalize('NFC') === part) ?? part;
  } catch {
    return part;
  }
}

import path from 'node:path';
import type { ContentPath } from '../content/article.ts';

/** The file that a path in an article means: relative to the article, or from `folder` (such as articles/) on, with or without `.md`. Undefined when there is none. */
export function fileMeant(
  written: string,
  from: ContentPath,
  folder: string,
  exists: (file: ContentPath) => boolean,
): ContentPath | undefined {
  const composed = written.normalize('NFC');
  const bare = composed.replace(/^\//, '');
  const candidates = [
    path.posix.join(path.posix.dirname(from), composed),
    path.posix.join(folder, bare),
    path.posix.normalize(bare),
  ];
  for (const candidate of candidates) {
    for (const file of [candidate, `${candidate}.md`]) if (exists(file)) return file;
  }
  return undefined;
}

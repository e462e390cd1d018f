import { readFile } from 'node:fs/promises';
import type { ContentPath } from '../content/article.ts';
import { fileOf } from '../language/file-of.ts';
import { filePath } from '../pages/links.ts';
import type { SiteFile } from './site-file.ts';

// Other kinds are rarely linked to, and cannot be rid of their metadata without being encoded anew.
const PICTURE = /\.(?:jpe?g|png|webp|gif)$/i;

/** The files that pages link to: as they are, but a picture without what it tells of place, time and camera. */
export function linkedFiles(sources: Iterable<ContentPath>, content: string): Promise<readonly SiteFile[]> {
  return Promise.all(
    [...sources].map(async (name): Promise<SiteFile> => {
      const source = fileOf(content, name);
      const bytes = PICTURE.test(name) ? await withoutPlace(source) : undefined;
      return bytes === undefined ? { address: filePath(name), source } : { address: filePath(name), bytes };
    }),
  );
}

/** Undefined for a file that is no picture after all. */
async function withoutPlace(source: string): Promise<Buffer | undefined> {
  const { stripOriginal } = await import('../images/strip-original.ts');
  const stripped = await stripOriginal(await readFile(source));
  return stripped && Buffer.from(stripped.buffer, stripped.byteOffset, stripped.byteLength);
}

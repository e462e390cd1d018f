import { readFile } from 'node:fs/promises';
import type { ContentPath } from '../content/article.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { fileOf } from '../files/file-of.ts';
import type { FilesLinked } from '../pages/files-shown.ts';
import { filePath } from '../pages/links.ts';
import type { SiteFile } from './site-file.ts';

// No link leads to a picture of another kind: see resolveLink.
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

/** Pictures that pages link to and that cannot be rid of what they tell: damaged ones, and others by the name of a JPEG. */
export async function checkLinkedPictures(linked: FilesLinked, content: string): Promise<readonly Problem[]> {
  const checked = [...linked].map(async ([name, from]): Promise<readonly Problem[]> => {
    const file = fileOf(content, name);
    if (!PICTURE.test(name) || (await withoutPlace(file)) !== undefined) return [];
    const { explainUnreadable } = await import('../images/explain-unreadable.ts');
    const message = `what ${name} tells of place and camera cannot be taken out: ${explainUnreadable(await readFile(file))}`;
    return [{ code: 'link-picture', ...from, message, help: 'save it again from its original, as JPEG or PNG' }];
  });
  return (await Promise.all(checked)).flat();
}

/** Undefined for a file that is no picture after all. */
async function withoutPlace(source: string): Promise<Buffer | undefined> {
  const { stripOriginal } = await import('../images/strip-original.ts');
  const stripped = await stripOriginal(await readFile(source));
  return stripped && Buffer.from(stripped.buffer, stripped.byteOffset, stripped.byteLength);
}

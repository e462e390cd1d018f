import type { ContentPath } from '../content/article.ts';
import { embedAt } from '../markdown/embeds.ts';

/** Addresses of the posts that stand alone on these lines of the texts, each once: those of which a snapshot is missing. */
export function postsToArchive(
  files: ReadonlyMap<ContentPath, string>,
  places: readonly { readonly file: ContentPath; readonly line: number }[],
): readonly string[] {
  const found = places.flatMap(({ file, line }) => {
    const address = files.get(file)?.split('\n')[line - 1]?.trim() ?? '';
    const embed = embedAt(address);
    return embed?.type === 'post' ? [embed.url] : [];
  });
  return [...new Set(found)];
}

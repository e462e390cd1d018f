import { slugOf } from '../language/slug.ts';
import type { ContentPath } from './article.ts';
import type { FileReading } from './read-file.ts';

/** The slug that a file's name gives: `2025-07-04-talks.md` and `talks/index.md` are both `talks`. */
export function slugInName(source: ContentPath, language: string): string {
  const parts = source.replace(/\.md$/, '').split('/');
  const name = parts.at(-1) === 'index' && parts.length > 2 ? parts.at(-2) : parts.at(-1);
  return slugOf((name ?? '').replace(/^\d{4}-\d{2}-\d{2}-/, ''), language);
}

/**
 * The slug of a file without a `slug` of its own. It stays when the headline changes, and so does the address.
 * Undefined, with a problem, when nothing is left of the name.
 */
export function slugOfFile(reading: FileReading, language: string): string | undefined {
  const slug = slugInName(reading.source, language);
  if (slug !== '') return slug;
  reading.report({
    code: 'slug-invalid',
    place: { at: 'file' },
    message: 'the file’s name gives no slug',
    help: 'name the file in letters or digits, or set `slug: …`',
  });
  return undefined;
}

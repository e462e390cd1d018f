import type { Article } from '../content/article.ts';
import { readSource } from '../content/read-source.ts';
import { readingSettings } from '../content/settings.ts';
import { decodeSource } from '../content/source-text.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { stateOf } from '../publication/visibility.ts';
import type { Site } from '../schema/site.ts';
import type { ChangedArticle } from './changed-since.ts';

/**
 * Whether a published article says something else than before and does not tell so: no correction is new and `updated`
 * is the same. Spaces, marks and markup are not what an article says. `now` in milliseconds since 1970, UTC.
 */
export function checkChange({ source, before, after }: ChangedArticle, site: Site, now: number): Problem | undefined {
  const settings = readingSettings(site);
  const read = (bytes: Uint8Array) => {
    const { document, body } = readSource('article', source, bytes, settings);
    return document && body ? { article: document as Article, text: body.text } : undefined;
  };
  const [was, is] = [read(before), read(after)];
  if (!was || !is || stateOf(was.article, now) !== undefined || stateOf(is.article, now) !== undefined)
    return undefined;
  if (saying(was.article, was.text) === saying(is.article, is.text) || isMarked(was.article, is.article))
    return undefined;
  return {
    code: 'change-unmarked',
    file: source,
    place: { at: 'text', line: firstDifference(before, after) },
    message: 'what this article says has changed since it was published, and nothing tells readers so',
    help: `was it wrong: \`npm run correct -- ${source} "…"\`; is it new: set \`updated\``,
  };
}

function saying({ title, standfirst, image, body }: Article, text: string): string {
  const captions = [image, ...Object.values(body.images)].map((picture) => picture?.caption ?? '');
  return [title, standfirst, text, ...captions]
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function isMarked(was: Article, is: Article): boolean {
  const updates = ({ body }: Article) => body.anchors.filter((anchor) => anchor.startsWith('update-')).length;
  return (
    is.updated?.epoch !== was.updated?.epoch ||
    is.corrections.length > was.corrections.length ||
    // Each entry of a live report says when it was written.
    updates(is) > updates(was)
  );
}

/** The first line, from 1, that is not as it was. */
function firstDifference(before: Uint8Array, after: Uint8Array): number {
  const [was, is] = [before, after].map((bytes) => (decodeSource(bytes) ?? '').split('\n'));
  const at = (is ?? []).findIndex((line, i) => line !== was?.[i]);
  return at < 0 ? 1 : at + 1;
}

import type { Article } from '../content/article.ts';
import type { Site } from '../schema/site.ts';

/**
 * An article's name for ever, as a `tag:` URI (RFC 4151): `tag:lantern.example,2025-07-04:articles/2025/07/storm.md`.
 * It holds the publication's host, the day of publication and the article's file, which are what stays when headline,
 * slug, section and pattern of addresses change. `site.yaml` names the host, so a copy on another host keeps it.
 */
export function stableId({ source, date }: Pick<Article, 'source' | 'date'>, site: Site): string {
  const { hostname, pathname } = new URL(site.url);
  const folder = pathname.replace(/^\/|\/+$/g, '');
  return `tag:${hostname},${date.iso.slice(0, 10)}:${folder === '' ? '' : `${folder}/`}${source.split('/').map(encodeURIComponent).join('/')}`;
}

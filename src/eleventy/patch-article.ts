import type { Article } from '../content/article.ts';
import type { Bodies } from '../content/load-content.ts';
import { articlePath } from '../pages/addresses.ts';
import { articleView } from '../pages/article-view.ts';
import { entryOf } from '../publication/publication.ts';
import { stateOf } from '../publication/visibility.ts';
import type { PreparedSite, SitePage } from './prepare-site.ts';

/**
 * The page of an article that was just saved, in the site as it was planned before: what the article says is new, what
 * stands around it is not yet. Its cost does not grow with the archive. Undefined when the article is new, has another
 * address, or would stand elsewhere in the order of the articles: then the site has to be planned anew.
 */
export function patchArticle(site: PreparedSite, article: Article, bodies: Bodies): SitePage | undefined {
  const { publication, contexts, groups } = site;
  const old = publication.entries.get(article.source);
  const context = old && contexts.find(({ edition }) => edition.position.has(old));
  const path = context?.book.pathOf.get(article.source);
  if (!old || !context || path !== articlePath(article, publication.site)) return undefined;
  if (old.article.date.epoch !== article.date.epoch) return undefined;
  const entry = entryOf(article, old.edition, publication.tags, stateOf(article, publication.now));
  const { edition } = context;
  const place = edition.position.get(old) ?? 0;
  const patched = context.with(
    {
      ...publication,
      entries: new Map(publication.entries).set(article.source, entry),
      bodies: {
        keyOf: (source) => (source === article.source ? bodies : publication.bodies).keyOf(source),
        bodyOf: (source) => (source === article.source ? bodies : publication.bodies).bodyOf(source),
      },
    },
    {
      ...edition,
      entries: edition.entries.with(place, entry),
      position: new Map(edition.position).set(entry, place),
    },
  );
  const shown = site.pages.find((page) => page.path === path);
  return shown && { ...shown, view: () => articleView(entry, groups, patched) };
}

import { listingPath } from './addresses.ts';
import { bodyView } from './body-view.ts';
import { withKey } from './fingerprint.ts';
import type { PageContext } from './page-context.ts';
import type { AuthorView } from './part-views.ts';

/** An author as bylines, notes under articles and the author's own page show them. */
export function authorView(id: string, context: PageContext): AuthorView {
  return context.once('author', id, () => withKey(makeAuthorView(id, context)));
}

function makeAuthorView(id: string, context: PageContext): AuthorView {
  const author = context.publication.authors.get(id);
  const photo = context.picture(author?.photo);
  return {
    name: context.text(author?.name) || id,
    role: context.text(author?.role),
    href: context.href(listingPath(context.edition, 'author', id)),
    links: (author?.links ?? []).map(({ label, href }) => ({
      label: context.text(label),
      href: context.written(href),
    })),
    biography: author ? bodyView(author, context) : [],
    ...(photo ? { photo } : {}),
  };
}

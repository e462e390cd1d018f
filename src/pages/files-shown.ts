import type { Article, ContentPath, Tweet } from '../content/article.ts';
import type { Publication } from '../publication/publication.ts';
import type { AddressBook } from './address-book.ts';
import { resolveLink } from './links.ts';

/** A picture and the first file that shows it, for the diagnostic when it cannot be read. */
export type PicturesShown = ReadonlyMap<ContentPath, ContentPath>;

/**
 * Every picture that some page shows. What is not published names none, so nothing of it reaches the output;
 * `withHidden` names them all the same, for checks.
 */
export function picturesShown(publication: Publication, withHidden = false): PicturesShown {
  const shown = new Map<ContentPath, ContentPath>();
  const see = (src: ContentPath | undefined, source: ContentPath): void => {
    if (src !== undefined && publication.files.all.has(src) && !shown.has(src)) shown.set(src, source);
  };
  const articles = [...publication.entries.values()].map((entry) => entry.article);
  const hidden = withHidden ? publication.hidden.values() : [];
  for (const document of [...articles, ...publication.pages.values(), ...hidden]) {
    see(document.image?.src, document.source);
    for (const image of Object.values(document.body.images)) see(image.src, document.source);
  }
  for (const article of articles) {
    for (const tweet of tweetsOf(article, publication)) for (const image of tweet.media) see(image.src, article.source);
  }
  for (const edition of publication.editions) {
    for (const id of edition.byAuthor.keys())
      see(publication.authors.get(id)?.photo?.src, publication.authors.get(id)?.source ?? '');
    const records = [...edition.byTag.keys()].map((slug) => publication.tagRecords.get(slug));
    const series = [...edition.bySeries.keys()].map((id) => publication.series.get(id));
    for (const record of [...records, ...series]) {
      for (const image of Object.values(record?.body.images ?? {})) see(image.src, record?.source ?? '');
    }
  }
  return shown;
}

/** Every document to download that some page links to. */
export function filesLinked(publication: Publication, book: AddressBook): ReadonlySet<ContentPath> {
  const linked = new Set<ContentPath>();
  for (const document of [
    ...[...publication.entries.values()].map((entry) => entry.article),
    ...publication.pages.values(),
  ]) {
    for (const { href } of document.body.links) {
      const target = resolveLink(href, document.source, publication, book);
      if (target.to === 'file') linked.add(target.source);
    }
  }
  return linked;
}

function tweetsOf(article: Article, publication: Publication): readonly Tweet[] {
  const ids = [...article.tweets, ...article.body.posts.map((post) => post.id)];
  return [...ids.flatMap((id) => publication.tweets.get(id) ?? []), ...article.snapshots];
}

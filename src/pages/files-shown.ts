import type { Article, Author, ContentPath, Page, Series, TagRecord, Tweet } from '../content/article.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { logoPath } from '../publication/check-pictures.ts';
import type { Publication } from '../publication/publication.ts';
import type { AddressBook } from './address-book.ts';
import { filePath, resolveLink } from './links.ts';

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
  const { src, dark } = publication.site.design?.logo ?? {};
  for (const logo of [src, dark]) see(logo && logoPath(logo), 'site.yaml');
  const hidden = withHidden ? [...publication.hidden.values()] : [];
  for (const document of [...documentsShown(publication), ...hidden]) {
    see('image' in document ? document.image?.src : undefined, document.source);
    see('photo' in document ? document.photo?.src : undefined, document.source);
    for (const image of Object.values(document.body.images)) see(image.src, document.source);
    for (const tweet of tweetsOf(document, publication))
      for (const image of tweet.media) see(image.src, document.source);
  }
  return shown;
}

/** A document to download and the first link that leads to it, for diagnostics. */
export type FilesLinked = ReadonlyMap<ContentPath, Pick<Problem, 'file' | 'place'>>;

/** Every document to download that some page links to. */
export function filesLinked(publication: Publication, book: AddressBook): FilesLinked {
  const linked = new Map<ContentPath, Pick<Problem, 'file' | 'place'>>();
  for (const document of documentsShown(publication)) {
    for (const { href, line } of document.body.links) {
      const target = resolveLink(href, document.source, publication, book);
      if (target.to === 'file' && !linked.has(target.source))
        linked.set(target.source, { file: document.source, place: { at: 'text', line, text: href } });
    }
  }
  return linked;
}

/** Documents to download whose addresses are one where upper and lower case count as one, as on many disks. */
export function checkFilesLinked(linked: FilesLinked): readonly Problem[] {
  const owners = new Map<string, ContentPath>();
  return [...linked].flatMap(([source, from]): readonly Problem[] => {
    const key = filePath(source).toLowerCase();
    const owner = owners.get(key);
    owners.set(key, owner ?? source);
    if (owner === undefined) return [];
    const message = `the address ${filePath(source)} is taken by ${owner}`;
    return [{ code: 'address-conflict', ...from, message, help: 'give one of the two files another name' }];
  });
}

type Bodied = Article | Page | Author | TagRecord | Series;

/** Every text that some page shows: an author, tag or series has a page as soon as an article that is shown names it. */
function documentsShown(publication: Publication): readonly Bodied[] {
  const records = publication.editions.flatMap((edition) => [
    ...[...edition.byAuthor.keys()].map((id) => publication.authors.get(id)),
    ...[...edition.byTag.keys()].map((slug) => publication.tagRecords.get(slug)),
    ...[...edition.bySeries.keys()].map((id) => publication.series.get(id)),
  ]);
  return [
    ...[...publication.entries.values()].map((entry) => entry.article),
    ...publication.pages.values(),
    ...new Set(records.filter((record) => record !== undefined)),
  ];
}

function tweetsOf(document: Bodied, publication: Publication): readonly Tweet[] {
  const posts = document.body.posts.map((post) => post.id);
  const ids = 'tweets' in document ? [...document.tweets, ...posts] : posts;
  return [
    ...ids.flatMap((id) => publication.tweets.get(id) ?? []),
    ...('snapshots' in document ? document.snapshots : []),
  ];
}

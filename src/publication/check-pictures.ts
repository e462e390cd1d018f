import path from 'node:path';
import type { ContentImage, ContentPath, Document, Tweet } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Place, Problem } from '../diagnostics/diagnostic.ts';
import { KnownPaths } from '../diagnostics/known-paths.ts';
import { onceFor } from '../diagnostics/once-for.ts';
import { snapshotName } from '../schema/tweet.ts';

/** Finds every picture that is named in an article, page, author, tag, series, snapshot or site.yaml and does not exist. */
export function checkPictures(content: Content): readonly Problem[] {
  const problems: Problem[] = [];
  for (const document of [
    ...content.articles,
    ...content.unfinished,
    ...content.pages,
    ...content.authors,
    ...content.tags,
    ...content.series,
  ]) {
    problems.push(...missingIn(content, document));
  }
  for (const article of [...content.articles, ...content.unfinished]) {
    for (const tweet of article.snapshots)
      problems.push(
        ...missingMedia(content, article.source, tweet, (src) => ({ at: 'text', line: 1, text: baseName(src) })),
      );
  }
  for (const tweet of content.tweets) {
    const source = `embeds/tweets/${snapshotName(tweet)}.json`;
    problems.push(...missingMedia(content, source, tweet, (_, i) => ({ at: 'value', path: ['media', i, 'src'] })));
  }
  for (const key of ['src', 'dark'] as const) {
    const src = content.site?.design?.logo?.[key];
    if (src !== undefined && !content.files.all.has(logoPath(src)))
      problems.push(
        missingPicture(content, 'site.yaml', logoPath(src), { at: 'value', path: ['design', 'logo', key] }),
      );
  }
  return problems;
}

/** The file that a path in site.yaml means, which begins at content/ with or without a slash. */
export function logoPath(written: string): ContentPath {
  return path.posix.normalize(written.replace(/^\/+/, '')).normalize('NFC');
}

function missingMedia(
  content: Content,
  file: ContentPath,
  tweet: Tweet,
  placeOf: (src: ContentPath, i: number) => Place,
): Problem[] {
  return tweet.media.flatMap(({ src }, i) =>
    content.files.all.has(src) ? [] : [missingPicture(content, file, src, placeOf(src, i))],
  );
}

interface Illustrated {
  readonly source: ContentPath;
  readonly body: Document['body'];
  readonly image?: ContentImage;
  readonly photo?: ContentImage;
}

function missingIn(content: Content, document: Illustrated): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['image', 'photo'] as const) {
    const image = document[key];
    if (image && !content.files.all.has(image.src))
      problems.push(missingPicture(content, document.source, image.src, { at: 'value', path: [key, 'src'] }));
  }
  for (const [written, image] of Object.entries(document.body.images)) {
    if (!content.files.all.has(image.src))
      problems.push(missingPicture(content, document.source, image.src, { at: 'text', line: 1, text: written }));
  }
  return problems;
}

const baseName = (src: ContentPath): string => src.slice(src.lastIndexOf('/') + 1);

const picturesOf = onceFor(
  ({ files }: Content) =>
    new KnownPaths([...files.all].filter((file) => /\.(?:jpe?g|png|webp|avif|gif|svg|tiff?)$/i.test(file))),
);

function missingPicture(content: Content, file: ContentPath, src: ContentPath, place: Place): Problem {
  const meant = picturesOf(content).nearest(src);
  const help = meant
    ? `did you mean \`/${meant}\`?`
    : 'check the name, upper and lower case too, and that the picture is in content/';
  return { code: 'image-missing', file, place, message: `there is no picture ${src}`, help };
}

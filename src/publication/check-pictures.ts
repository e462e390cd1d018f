import type { ContentImage, ContentPath, Document } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Place, Problem } from '../diagnostics/diagnostic.ts';
import { nearestPath } from '../diagnostics/nearest.ts';

/** Finds every picture that is named in an article, page, author, tag, series or snapshot and does not exist. */
export function checkPictures(content: Content): readonly Problem[] {
  const problems: Problem[] = [];
  for (const document of [
    ...content.articles,
    ...content.pages,
    ...content.authors,
    ...content.tags,
    ...content.series,
  ]) {
    problems.push(...missingIn(content, document));
  }
  for (const tweet of content.tweets) {
    for (const [i, { src }] of tweet.media.entries()) {
      const source = `embeds/tweets/${tweet.id}.json`;
      if (!content.files.all.has(src))
        problems.push(missingPicture(content, source, src, { at: 'value', path: ['media', i, 'src'] }));
    }
  }
  return problems;
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

function missingPicture(content: Content, file: ContentPath, src: ContentPath, place: Place): Problem {
  const pictures = [...content.files.all].filter((other) => /\.(?:jpe?g|png|webp|avif|gif|svg|tiff?)$/i.test(other));
  const meant = nearestPath(src, pictures);
  const help = meant
    ? `did you mean \`/${meant}\`?`
    : 'check the name, upper and lower case too, and that the picture is in content/';
  return { code: 'image-missing', file, place, message: `there is no picture ${src}`, help };
}

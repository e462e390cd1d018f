import type { ContentImage, ContentPath } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Place, Problem } from '../diagnostics/diagnostic.ts';

/** Of a picture as it lies in content/: pixels after its EXIF orientation, and bytes. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

// A telephone shows a column of 390 px at three pixels each; search engines want 1,200 of a lead picture.
const NARROWEST_LEAD = 800;
const NARROWEST = 400;
// More makes every clone and every build heavier, and no page better.
const MOST_BYTES = 20_000_000;

/** Finds pictures of articles and pages that are too small to be shown well, or needlessly large. Drawings have no size of their own. */
export function checkPictureSizes(
  { articles, pages }: Content,
  sizeOf: (src: ContentPath) => PictureSize | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  const large = new Set<ContentPath>();
  const look = (file: ContentPath, { src }: ContentImage, least: number, place: Place): void => {
    if (/\.svg$/i.test(src)) return;
    const size = sizeOf(src);
    if (size === undefined) return;
    if (size.width < least)
      problems.push({
        code: 'image-small',
        file,
        place,
        message: `the picture is ${size.width} pixels wide, and ${least} are the least that look sharp here: ${src}`,
        help: 'ask for the original: sizes for the site are made from it',
      });
    if (size.bytes <= MOST_BYTES || large.has(src)) return;
    large.add(src);
    problems.push({
      code: 'image-large',
      file,
      place,
      message: `the picture has ${Math.round(size.bytes / 1e6)} MB and ${size.width} × ${size.height} pixels: ${src}`,
      help: 'save it as JPEG with 4,000 pixels on the longer side: no page shows more',
    });
  };
  for (const { source, image, body } of [...articles, ...pages]) {
    if (image) look(source, image, NARROWEST_LEAD, { at: 'value', path: ['image', 'src'] });
    for (const [written, shown] of Object.entries(body.images))
      look(source, shown, NARROWEST, { at: 'text', line: 1, text: written });
  }
  return problems;
}

import path from 'node:path';
import type { Place } from '../diagnostics/diagnostic.ts';
import { decodeAddress } from '../html/decode-address.ts';
import type { BodyImage } from '../markdown/body.ts';
import { splitCredit } from '../markdown/captions.ts';
import { renderInline } from '../markdown/render-body.ts';
import type { ImageNotes, ImageSource } from '../schema/image.ts';
import type { ContentImage, ContentPath } from './article.ts';
import { checkAltStyle } from './check-style.ts';
import type { FileReading } from './read-file.ts';

/** The content path that `src` means in a file, or undefined with a problem reported. */
export function resolveImage(reading: FileReading, src: string, place: Place): ContentPath | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
    const help = 'save the picture beside the article and name the file: pages load nothing from elsewhere';
    reading.report({
      code: 'image-remote',
      place,
      message: `the picture is not part of the publication: ${src}`,
      help,
    });
    return undefined;
  }
  // As the files of the content are named, whichever form was pasted.
  const decoded = decodeAddress(src).normalize('NFC');
  const joined = decoded.startsWith('/')
    ? path.posix.normalize(decoded.slice(1))
    : path.posix.join(path.posix.dirname(reading.source), decoded);
  if (joined === '..' || joined.startsWith('../') || joined.includes('\0') || joined.includes('\\')) {
    const help = 'name a file below content/: relative to this file, or with a leading slash from content/ on';
    reading.report({ code: 'path-outside', place, message: `the picture lies outside of content/: ${src}`, help });
    return undefined;
  }
  return joined;
}

/** The image of a front matter key, its credit split off the caption where it stands there. */
export function readImage(
  reading: FileReading,
  image: ImageSource,
  key: readonly (string | number)[],
  language: string,
): ContentImage | undefined {
  const src = resolveImage(reading, image.src, { at: 'value', path: [...key, 'src'] });
  if (image.alt === undefined) reportAlt(reading, image.src, { at: 'key', path: key });
  const { caption, credit } = words(image, language);
  if (!credit && reading.settings.requireCredit) reportCredit(reading, image.src, { at: 'key', path: key });
  checkAltStyle(reading, image.alt ?? '', caption, { at: 'value', path: [...key, 'alt'] });
  return src === undefined
    ? undefined
    : { src, alt: image.alt ?? '', ...extras(image), ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}

/** An image of the body with the notes that the front matter has for it. */
export function readBodyImage(
  reading: FileReading,
  image: BodyImage,
  notes: ImageNotes | undefined,
  language: string,
): ContentImage | undefined {
  const place: Place = { at: 'text', line: image.line, text: image.src };
  const src = resolveImage(reading, image.src, place);
  const alt = notes?.alt ?? image.alt;
  if (alt === '' && notes?.alt !== '') reportAlt(reading, image.src, place);
  const noted = notes ? words(notes, language) : {};
  const caption = noted.caption ?? image.caption;
  const credit = noted.credit ?? image.credit;
  if (!credit && reading.settings.requireCredit) reportCredit(reading, image.src, place);
  checkAltStyle(reading, alt, caption, place);
  return src === undefined
    ? undefined
    : { src, alt, ...(notes ? extras(notes) : {}), ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
}

function words(image: ImageNotes, language: string): { caption?: string; credit?: string } {
  const split = splitCredit(image.caption ?? '', language);
  const caption = split.caption ? renderInline(split.caption, language) : undefined;
  const credit = image.credit ?? split.credit;
  return { ...(caption ? { caption } : {}), ...(credit ? { credit: renderInline(credit, language) } : {}) };
}

function extras(image: ImageNotes) {
  const { creditUrl, license, focus, wide } = image;
  return {
    ...(creditUrl ? { creditUrl } : {}),
    ...(license ? { license } : {}),
    ...(focus ? { focus } : {}),
    ...(wide === undefined ? {} : { wide }),
  };
}

function reportAlt(reading: FileReading, src: string, place: Place): void {
  const help =
    'say what the picture shows, for those who cannot see it: `alt: …` in front matter, ![…](file) in the body; a decorative one gets `alt: ""` in front matter';
  reading.report({ code: 'image-alt-missing', place, message: `the picture has no alt text: ${src}`, help });
}

function reportCredit(reading: FileReading, src: string, place: Place): void {
  const help = 'say who made it: `credit: …`, or at the end of the caption `Photo: Name/Agency`';
  reading.report({ code: 'image-credit-missing', place, message: `the picture has no credit: ${src}`, help });
}

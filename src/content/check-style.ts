import type { Place } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/body.ts';
import { markupText } from '../markdown/plain-text.ts';
import type { ArticleSource } from '../schema/article.ts';
import type { AuthorSource } from '../schema/records.ts';
import type { FileReading } from './read-file.ts';

// Search engines and share cards cut what is longer.
const LONGEST_HEADLINE = 110;

/** Notes on the style of an article's front matter. */
export function checkArticleStyle(reading: FileReading, written: Partial<ArticleSource>): void {
  const { title, standfirst, authors, author } = written;
  if (title === undefined) return;
  const length = [...title].length;
  if (length > LONGEST_HEADLINE)
    reading.report({
      code: 'headline-long',
      place: { at: 'value', path: ['title'] },
      message: `the headline has ${length} characters; search engines and share cards cut it after ${LONGEST_HEADLINE}`,
      help: 'say it shorter, and move the rest into the standfirst',
    });
  // Found by its text: most of an archive may lack both, and to find a key costs a parse of the YAML.
  const place: Place = { at: 'text', line: 1, text: 'title:' };
  if (!standfirst?.trim())
    reading.report({
      code: 'standfirst-missing',
      place,
      message:
        'the article has no standfirst: lists, search engines and share cards have nothing to show under the headline',
      help: 'say in a sentence or two what is new: `standfirst: …`',
    });
  if (author === undefined && !authors?.length)
    reading.report({
      code: 'byline-missing',
      place,
      message: 'nobody is named as the author',
      help: 'name who wrote it: `authors: [id]`, the name of a file in content/authors/',
    });
}

/** A note on an author's page that tells readers nothing but the name. */
export function checkAuthorStyle(reading: FileReading, { role, photo }: AuthorSource, body: Body): void {
  if (role !== undefined || photo !== undefined || body.words > 0) return;
  reading.report({
    code: 'author-page-empty',
    place: { at: 'text', line: 1, text: 'name:' },
    message: 'the page of this author says nothing but the name',
    help: 'add a `role`, a `photo`, or a few sentences below the front matter',
  });
}

const PICTURE_FILE =
  /^[^\s/]+\.(?:jpe?g|png|webp|avif|gif|svg|tiff?)$|^(?:img|dsc|dscn|image|photo|picture|screenshot)[-_ ]?\d+$/i;

/** Notes on an alt text. `caption` is inline markup. */
export function checkAltStyle(reading: FileReading, alt: string, caption: string | undefined, place: Place): void {
  if (alt === '') return;
  if (PICTURE_FILE.test(alt.trim()))
    reading.report({
      code: 'alt-file-name',
      place,
      message: `the alt text is the name of a file: ${alt.trim()}`,
      help: 'say what the picture shows to somebody who cannot see it',
    });
  else if (caption !== undefined && lettersOf(alt) === lettersOf(markupText(caption)))
    reading.report({
      code: 'alt-repeats-caption',
      place,
      message: 'alt text and caption say the same, and a screen reader reads it twice',
      help: 'let the alt text say what is to be seen, and the caption who, where and when',
    });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

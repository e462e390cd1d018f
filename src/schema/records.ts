import { z } from 'zod';
import { ownChecksSchema } from './checks.ts';
import { field, href, languageTag, localisedText, meaning, siteAddress, slugText } from './field.ts';
import { imageNotesSchema, imageSchema } from './image.ts';

/** False is the same as left out. */
const flag = meaning('flag', z.boolean());

/** authors/<id>.md: the body is the biography. */
export const authorSchema = z.strictObject({
  name: field(localisedText, 'text, or one for each language', 'The name in bylines.', 'Iryna Melnyk'),
  role: field(localisedText, 'text, or one for each language', 'What they do here.', 'War correspondent').optional(),
  photo: field(imageSchema, 'image', 'A portrait.').optional(),
  links: field(
    z.array(z.strictObject({ label: localisedText, href })),
    'list of {label, href}',
    'Where else to find them.',
  ).optional(),
  checks: ownChecksSchema.optional(),
});

/** tags/<slug>.md, for a tag that deserves a label, aliases or a description; the body is shown on its page. */
export const tagSchema = z.strictObject({
  label: field(localisedText, 'text, or one for each language', 'How the tag is written.', 'Mariupol').optional(),
  aliases: field(z.array(z.string().min(1)), 'list of text', 'Other spellings that mean this tag.', [
    'Маріуполь',
  ]).optional(),
  description: field(localisedText, 'text, or one for each language', 'A sentence about the tag.').optional(),
  checks: ownChecksSchema.optional(),
});

/** series/<id>.md: the body is the introduction. */
export const seriesSchema = z.strictObject({
  title: field(localisedText, 'text, or one for each language', 'Name of the series.'),
  description: field(localisedText, 'text, or one for each language', 'A sentence about the series.').optional(),
  checks: ownChecksSchema.optional(),
});

/** pages/**.md: about, contact, corrections policy … */
export const pageSchema = z.strictObject({
  title: field(z.string().trim().min(1), 'text', 'The headline of the page.', 'About us'),
  standfirst: field(
    meaning('prose', z.string()),
    'text',
    'A sentence under the headline; also the description.',
  ).optional(),
  slug: field(slugText, 'slug', 'Last part of the address; the file’s name when left out.').optional(),
  image: field(imageSchema, 'image', 'The lead picture.').optional(),
  images: field(
    z.record(z.string(), imageNotesSchema),
    'map of file to image',
    'Alt texts, captions and credits of pictures in the body, by file.',
  ).optional(),
  language: field(meaning('edition', languageTag), 'language code', 'BCP 47 code of the text’s language.').optional(),
  translationOf: field(z.string().min(1), 'path', 'The page that this one translates.', 'about.md').optional(),
  redirectFrom: field(z.array(siteAddress), 'list of addresses', 'Old addresses that lead here.').optional(),
  draft: field(flag, 'true or false', 'True: never in a build for readers.').optional(),
  noindex: field(flag, 'true or false', 'True: search engines are asked to leave it out.').optional(),
  checks: ownChecksSchema.optional(),
});

/** redirects.yaml: old address → new address. */
export const redirectsSchema = z.record(siteAddress, href);

/** gone.yaml: address from which something was withdrawn → why. */
export const goneSchema = z.record(siteAddress, z.string().trim().min(1));

export type AuthorSource = z.output<typeof authorSchema>;
export type TagSource = z.output<typeof tagSchema>;
export type SeriesSource = z.output<typeof seriesSchema>;
export type PageSource = z.output<typeof pageSchema>;

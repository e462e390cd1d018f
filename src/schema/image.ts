import { z } from 'zod';
import { field, meaning } from './field.ts';

const caption = field(
  meaning('prose', z.string()),
  'text',
  'What the reader should know of the picture. A credit at its end is split off.',
  'Coaches arrive at the border.',
);
const credit = field(
  z.string(),
  'text',
  'Who made the picture, for whom. Required unless `images.requireCredit` is false.',
  'Olena Hrytsak/The Kyiv Lantern',
);
const creditUrl = field(z.url({ protocol: /^https?$/ }), 'web address', 'Page of the maker or the agency.');
const license = field(
  z.url({ protocol: /^https?$/ }),
  'web address',
  'Licence of the picture.',
  'https://creativecommons.org/licenses/by/4.0/',
);
const focus = field(
  z.string().regex(/^(?:100|\d{1,2})% (?:100|\d{1,2})%$/),
  'two percentages',
  'The point that stays in view when the picture is cropped: from the left, from the top.',
  '50% 30%',
);
const wide = field(
  z.boolean(),
  'true or false',
  'Of a picture in the body: true lets it leave the column of text, false keeps it there. By its pixels when left out.',
);
const alt = field(
  z.string(),
  'text',
  'What the picture shows, for those who cannot see it; `""` for a decorative one.',
  'Men wrapped in flags step off a coach',
);

const shape = z.strictObject({
  src: field(
    meaning('picture', z.string().min(1)),
    'file',
    'The picture: relative to this file, or from content/ on with a leading slash.',
    'coaches.jpg',
    '/images/coaches.jpg',
  ),
  // Absence is reported as image-alt-missing, so the schema lets it through.
  alt: alt.optional(),
  caption: caption.optional(),
  credit: credit.optional(),
  creditUrl: creditUrl.optional(),
  license: license.optional(),
  focus: focus.optional(),
  wide: wide.optional(),
});

export const imageSchema = meaning('image', shape);

/** Notes for an image of the body, by its file name. */
export const imageNotesSchema = shape.omit({ src: true });

export type ImageSource = z.output<typeof imageSchema>;
export type ImageNotes = z.output<typeof imageNotesSchema>;

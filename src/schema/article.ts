import { z } from 'zod';
import { ownChecksSchema } from './checks.ts';
import { dateText, field, languageTag, meaning, siteAddress, slugText } from './field.ts';
import { imageNotesSchema, imageSchema } from './image.ts';
import { KINDS } from './kinds.ts';
import { tweetSchema } from './tweet.ts';

const name = z.string().min(1);
const author = meaning('author', name);
/** False is the same as left out. */
const flag = meaning('flag', z.boolean());
const date = field(
  dateText,
  'date',
  'When it is published, in the publication’s time zone unless an offset is given. In the future: scheduled.',
  '2025-07-04',
  '2025-07-04 18:20',
  '2025-07-04T18:20:00+03:00',
);

export const correctionSchema = z.strictObject({
  date: field(dateText, 'date', 'When the correction was made.', '2025-07-05 10:00'),
  text: field(
    meaning('prose', z.string().min(1)),
    'text',
    'What was wrong and what is right.',
    'An earlier version gave the wrong year for the treaty.',
  ),
});

/** What a fact check looks into. https://schema.org/ClaimReview */
export const claimSchema = z.strictObject({
  text: field(
    z.string().trim().min(1),
    'text',
    'The claim, in a sentence.',
    'Half of the city’s pharmacies are closing',
  ),
  by: field(z.string().min(1), 'text', 'Who made it.', 'A channel with 40,000 readers').optional(),
  verdict: field(z.string().trim().min(1), 'text', 'What was found, in a word or two.', 'False'),
  rating: field(
    z.int().min(1).max(5),
    'number from 1 to 5',
    'The verdict as a number: 1 is false, 5 is true.',
    1,
  ).optional(),
});

export type Claim = z.output<typeof claimSchema>;

/** What an article asks for on the front page. */
export const frontPlaceSchema = z.strictObject({
  lead: field(flag, 'true or false', 'True: it leads, unless front.yaml names another.').optional(),
  weight: field(
    z.int().min(1).max(5),
    'number from 1 to 5',
    'The heavier stands before the newer; 3 when left out, 4 with `until`. What is lighter than 3 stands in lists only while there is enough else.',
    4,
  ).optional(),
  until: field(
    dateText,
    'date',
    'When it goes back to its place by itself; of a day, at its end. When left out, it does so as news ages: a day and a half after it.',
    '2026-11-30 18:00',
  ).optional(),
});

/** Front matter of an article. */
export const articleSchema = z.strictObject({
  title: field(z.string().trim().min(1), 'text', 'The headline.', 'Ferries return to the estuary'),
  standfirst: field(
    meaning('prose', z.string()),
    'text',
    'One or two sentences under the headline; also the description for search engines and feeds.',
  ).optional(),
  date,
  updated: field(
    dateText,
    'date',
    'When it last changed in substance; not before `date`.',
    '2025-07-05 09:10',
  ).optional(),
  authors: field(z.array(author), 'list of author ids', 'The byline: names of files in authors/.', [
    'iryna-melnyk',
  ]).optional(),
  author: field(author, 'author id', 'Short for `authors` with one author.', 'iryna-melnyk').optional(),
  section: field(meaning('section', name), 'a section of site.yaml', 'Where it appears.', 'ukraine').optional(),
  tags: field(
    z.array(meaning('tag', z.string().trim().min(1))),
    'list of text',
    'What it is about; matched to tags/ by label or alias.',
    ['Mariupol', 'energy'],
  ).optional(),
  kind: field(
    z.enum(KINDS),
    KINDS.join(', '),
    'The genre; readers see a label where it is not news. `news` when left out.',
    'analysis',
  ).optional(),
  claim: field(
    claimSchema,
    '{text, by, verdict, rating}',
    'Of a fact check: the claim and the verdict, shown before the text and told to search engines.',
  ).optional(),
  ended: field(
    dateText,
    'date',
    'Of a live report: when it ended; of a day, its end. From then on it is marked as over, and the front page treats it as any other story.',
    '2025-07-04 23:50',
  ).optional(),
  front: field(
    frontPlaceSchema,
    '{lead, weight, until}',
    'Its place on the front page, where it should be another than it has by itself.',
    { lead: true, until: '2026-11-30 18:00' },
  ).optional(),
  dateline: field(z.string().min(1), 'text', 'The place it was reported from.', 'KYIV').optional(),
  image: field(imageSchema, 'image', 'The lead picture.').optional(),
  images: field(
    z.record(z.string(), imageNotesSchema),
    'map of file to image',
    'Alt texts, captions and credits of pictures in the body, by file.',
  ).optional(),
  tweets: field(
    z.array(z.union([meaning('post', name), tweetSchema])),
    'list of ids, addresses or snapshots',
    'Posts archived under embeds/tweets/, or the snapshots themselves.',
  ).optional(),
  corrections: field(
    z.array(correctionSchema),
    'list of {date, text}',
    'Corrections, shown with the article and on /corrections/.',
  ).optional(),
  series: field(meaning('series', name), 'series id', 'A file in series/.', 'winter-grid').optional(),
  related: field(
    z.array(meaning('article', name)),
    'list of paths',
    'Articles to read next, by file from articles/ on or relative to this one.',
    ['2025/06/talks.md'],
  ).optional(),
  slug: field(
    slugText,
    'slug',
    'Last part of the address; the file’s name when left out.',
    'ferries-return',
  ).optional(),
  redirectFrom: field(z.array(siteAddress), 'list of addresses', 'Old addresses that lead here.', [
    '/2019/old-address/',
  ]).optional(),
  language: field(
    meaning('edition', languageTag),
    'language code',
    'BCP 47 code of the text’s language; the publication’s when left out.',
    'uk',
  ).optional(),
  translationOf: field(
    meaning('article', name),
    'path',
    'The article that this one translates.',
    '2025/07/ferries.md',
  ).optional(),
  draft: field(flag, 'true or false', 'True: never in a build for readers.').optional(),
  canonical: field(
    z.url({ protocol: /^https?$/ }),
    'web address',
    'Where the text first appeared, if elsewhere.',
  ).optional(),
  noindex: field(flag, 'true or false', 'True: search engines are asked to leave it out.').optional(),
  history: field(
    z.boolean(),
    'true or false',
    'False: its earlier versions are not shown, for the sake of somebody who was named in one.',
  ).optional(),
  support: field(z.boolean(), 'true or false', 'False: no support pitch under this article.').optional(),
  checks: ownChecksSchema.optional(),
});

export type ArticleSource = z.output<typeof articleSchema>;

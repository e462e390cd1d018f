import { IANAZone } from 'luxon';
import { z } from 'zod';
import { siteChecksSchema } from './checks.ts';
import { designSchema } from './design.ts';
import { deskSchema } from './desk.ts';
import { field, href, languageTag, localisedText, slugText } from './field.ts';
import { securitySchema } from './security.ts';

const sectionSchema = z.strictObject({
  slug: field(slugText, 'slug', 'The name in addresses and in front matter.', 'ukraine'),
  name: field(localisedText, 'text, or one for each language', 'The name readers see.', 'Ukraine'),
  description: field(localisedText, 'text, or one for each language', 'A sentence about the section.').optional(),
});

const navigationSchema = z.strictObject({ label: localisedText, href });

const supportSchema = z.strictObject({
  title: field(localisedText, 'text', 'Headline of the support pitch.').optional(),
  text: field(localisedText, 'text', 'The pitch under each article.'),
  label: field(localisedText, 'text', 'What the link says.'),
  href: field(href, 'address', 'Where readers can support the newsroom.'),
});

const POLICIES = [
  'ethics',
  'corrections',
  'ownership',
  'verification',
  'unnamedSources',
  'masthead',
  'missionCoverage',
  'diversity',
  'feedback',
  'principles',
] as const;
export type Policy = (typeof POLICIES)[number];

const policySchema = z.partialRecord(z.enum(POLICIES), href);

const webAddress = z.url({ protocol: /^https?$/ });

/** Placeholders that an article's address may use. */
export const PERMALINK_PARTS = ['year', 'month', 'day', 'slug', 'section'] as const;

const PART = `(?:[\\w-]|\\{(?:${PERMALINK_PARTS.join('|')})\\})`;
const ARTICLE_PATTERN = new RegExp(`^/(?:${PART}+/)*${PART}*\\{slug\\}/$`);

/** site.yaml: the publication. */
export const siteSchema = z.strictObject({
  name: field(z.string().trim().min(1), 'text', 'Name of the publication.', 'The Kyiv Lantern'),
  tagline: field(localisedText, 'text, or one for each language', 'A few words under the name.').optional(),
  description: field(
    localisedText,
    'text, or one for each language',
    'What the publication is, in a sentence.',
  ).optional(),
  url: field(
    z.url({ protocol: /^https?$/ }),
    'web address',
    'Where the site is published; may end in a path.',
    'https://news.example',
  ),
  language: field(languageTag, 'language code', 'BCP 47 code of the main language.', 'en'),
  languages: field(
    z.array(languageTag),
    'list of language codes',
    'Every language that has an edition of its own, the main one included.',
    ['en', 'uk'],
  ).optional(),
  timeZone: field(
    z.string().refine((z) => IANAZone.isValidZone(z), { params: { code: 'zone-invalid' } }),
    'IANA time zone',
    'The zone in which dates are written and shown.',
    'Europe/Kyiv',
  ),
  sections: field(
    z.array(sectionSchema).superRefine((sections, context) => {
      for (const [i, { slug }] of sections.entries()) {
        if (sections.findIndex((other) => other.slug === slug) < i)
          context.addIssue({
            code: 'custom',
            path: [i, 'slug'],
            params: { fault: 'is the slug of another section, too' },
          });
      }
    }),
    'list of {slug, name, description}',
    'The sections, in the order of the navigation.',
  ).default([]),
  navigation: field(z.array(navigationSchema), 'list of {label, href}', 'Further links in the footer.').default([]),
  support: field(supportSchema, '{title, text, label, href}', 'The support pitch.').optional(),
  policies: field(policySchema, 'map of policy to address', 'The publication’s policies.').optional(),
  license: field(z.url({ protocol: /^https?$/ }), 'web address', 'Licence of the texts.').optional(),
  founded: field(z.union([z.int(), z.string()]), 'year or date', 'When the publication was founded.').optional(),
  contact: field(z.email(), 'e-mail address', 'Where readers write to.').optional(),
  feeds: z
    .strictObject({
      hub: field(
        webAddress,
        'web address',
        'WebSub hub that tells subscribers at once; `npm run deploy` tells it of every feed that has changed.',
        'https://pubsubhubbub.appspot.com/',
      ).optional(),
    })
    .optional(),
  security: field(securitySchema, '{contact, expires …}', 'Whom to tell of a vulnerability: security.txt.').optional(),
  robots: z
    .strictObject({
      aiCrawlers: field(
        z.enum(['allow', 'deny']),
        'allow or deny',
        'Whether robots.txt turns away the crawlers that gather texts for AI. `allow` when left out.',
      ).optional(),
    })
    .optional(),
  permalinks: z
    .strictObject({
      article: field(
        z.string().regex(ARTICLE_PATTERN),
        'pattern',
        `Address of an article, of {${PERMALINK_PARTS.join('}, {')}}.`,
        '/{year}/{month}/{day}/{slug}/',
      ),
    })
    .default({ article: '/{year}/{month}/{day}/{slug}/' }),
  images: z
    .strictObject({
      requireCredit: field(z.boolean(), 'true or false', 'Whether every picture needs a credit.').default(true),
    })
    .default({ requireCredit: true }),
  markdown: z
    .strictObject({
      html: field(
        z.enum(['sanitize', 'escape', 'trust']),
        'sanitize, escape or trust',
        'What happens to raw HTML in bodies.',
      ).default('sanitize'),
    })
    .default({ html: 'sanitize' }),
  listings: z
    .strictObject({
      size: field(z.int().min(5).max(100), 'number', 'Articles on a full page of a listing.').default(20),
    })
    .default({ size: 20 }),
  history: field(
    z.boolean(),
    'true or false',
    'True: an article that was changed after it was published has a page with its versions, read from git.',
  ).optional(),
  offline: field(
    z.boolean(),
    'true or false',
    'True: what was read stays readable without a network. False, after it was true: takes that back.',
  ).optional(),
  checks: siteChecksSchema.optional(),
  design: designSchema.optional(),
  desk: field(
    deskSchema,
    '{backend, repo …}',
    'The web desk at /admin/ of the published site; without it there is none. The preview always has one.',
  ).optional(),
});

export type Site = z.output<typeof siteSchema>;

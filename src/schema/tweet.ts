import { z } from 'zod';

/** A link in a post: `url` is what stands in the text (often t.co), `expanded` where it leads, `display` what the reader is shown. */
export const tweetLinkSchema = z.strictObject({
  url: z.string(),
  expanded: z.string().optional(),
  display: z.string().optional(),
});

export const tweetMediaSchema = z.strictObject({
  src: z
    .string()
    .meta({ description: 'A local picture, beside the snapshot or from content/ on with a leading slash.' }),
  alt: z.string(),
  credit: z.string().optional(),
});

/** An archived post. What others delete we keep: `text` is what the post said. */
export const tweetSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,20}$/)
    .meta({ description: 'The number at the end of the address, as text.', examples: ['1941102345678901234'] }),
  url: z.url({ protocol: /^https$/ }).meta({ description: 'The address of the original.' }),
  author: z.string().min(1).meta({ description: 'The name shown above the post.' }),
  handle: z
    .string()
    .regex(/^@?\w{1,30}$/)
    .transform((h) => h.replace(/^@/, ''))
    .meta({ description: 'The account, with or without @.' }),
  date: z.string().meta({ description: 'When it was posted.', examples: ['2025-07-04T15:02:00+03:00'] }),
  language: z.string().optional().meta({ description: 'BCP 47 code of its language.' }),
  text: z.string().meta({ description: 'What the post says, line breaks included.' }),
  links: z.array(tweetLinkSchema).optional(),
  media: z.array(tweetMediaSchema).optional(),
  archivedAt: z.string().optional().meta({ description: 'When this snapshot was taken.' }),
  source: z.string().optional().meta({ description: 'Where the snapshot was taken from.' }),
  deleted: z
    .union([z.boolean(), z.string()])
    .optional()
    .meta({ description: 'True, or the day on which the original was found gone.' }),
});

export type TweetSource = z.output<typeof tweetSchema>;

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

export const NETWORKS = ['x', 'bluesky', 'mastodon', 'telegram'] as const;

/** An archived post. What others delete we keep: `text` is what the post said. */
export const tweetSchema = z.strictObject({
  network: z
    .enum(NETWORKS)
    .optional()
    .meta({ description: 'Where it was posted; X when left out.', examples: ['bluesky'] }),
  id: z
    .string()
    .regex(/^(?:\d{1,20}|[\w.:@-]{1,100}(?:\/[\w.:@-]{1,100}){1,2})$/)
    .meta({
      description: 'On X the number at the end of the address, as text; elsewhere account and number.',
      examples: ['1941102345678901234', 'desk.example/3lt2abc'],
    }),
  url: z.url({ protocol: /^https$/ }).meta({ description: 'The address of the original.' }),
  author: z.string().min(1).meta({ description: 'The name shown above the post.' }),
  handle: z
    .string()
    .regex(/^@?[\w.-]{1,100}(?:@[\w.-]{1,100})?$/)
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

/** Name of the file in embeds/tweets/, without its ending: on X the id, elsewhere network and id. */
export function snapshotName({
  network = 'x',
  id,
}: {
  readonly network?: string | undefined;
  readonly id: string;
}): string {
  return network === 'x' ? id : `${network}-${id.replaceAll('/', '_').replaceAll(':', '-')}`;
}

export type TweetSource = z.output<typeof tweetSchema>;

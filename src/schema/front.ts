import { z } from 'zod';
import { dateText, field, meaning } from './field.ts';

const articlePath = meaning('article', z.string().min(1));

const chosen = z.union([
  articlePath,
  z.strictObject({
    article: field(articlePath, 'path', 'The article’s file, from articles/ on.', '2026/11/talks.md'),
    until: field(
      dateText,
      'date',
      'When it goes back to its place by itself; of a day, at its end.',
      '2026-11-30 18:00',
    ).optional(),
  }),
]);
const FORM = 'paths, or {article, until}';

/** front.yaml: what editors decide about the front pages. Each edition takes what is in its language. */
export const frontSchema = z.strictObject({
  lead: field(
    z.union([chosen, z.array(chosen)]),
    `path, {article, until}, or a list of ${FORM}`,
    'The story that leads. Of a list, each edition takes the first in its language that still holds.',
    '2026/11/talks.md',
  ).optional(),
  secondary: field(
    z.array(chosen),
    `list of ${FORM}`,
    'What stands beside the lead, in this order, before what stands there by itself.',
    ['2026/11/talks.md'],
  ).optional(),
});

export type FrontSource = z.output<typeof frontSchema>;

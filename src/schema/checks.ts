import { z } from 'zod';
import { STYLE_CODES } from '../diagnostics/codes.ts';
import { field } from './field.ts';

/** In site.yaml: how much each note on style weighs here. */
export const siteChecksSchema = field(
  z.partialRecord(z.enum(STYLE_CODES), z.enum(['error', 'warning', 'off'])),
  'map of code to error, warning or off',
  'How much a note on style weighs; each is a warning when left out.',
  { 'headline-long': 'error', 'link-http': 'off' },
);

/** In the front matter of one file: the notes on style that do not hold for it. */
export const ownChecksSchema = field(
  z.partialRecord(z.enum(STYLE_CODES), z.literal('off')),
  'map of code to off',
  'Notes on style that do not hold for this file.',
  { 'paragraph-long': 'off' },
);

export type SiteChecks = z.output<typeof siteChecksSchema>;
export type OwnChecks = z.output<typeof ownChecksSchema>;

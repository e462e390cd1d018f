import { z } from 'zod';
import { field, href, languageTag } from './field.ts';

const contact = z.union([z.email(), z.string().regex(/^(?:https:\/\/|tel:|mailto:)\S+$/)]);

/** Whom to tell of a vulnerability: /.well-known/security.txt. */
export const securitySchema = z.strictObject({
  contact: field(
    z.union([contact, z.array(contact).min(1)]),
    'e-mail or web address, or a list of them',
    'Where to report a vulnerability; the first is preferred.',
    'security@news.example',
  ),
  expires: field(
    z.string().refine(isDay, { params: { code: 'date-invalid' } }),
    'day',
    'Until when this holds, a year ahead at most.',
    '2027-07-01',
  ),
  policy: field(href, 'address', 'How reports are handled.').optional(),
  encryption: field(z.url(), 'web address', 'Where the key for encrypted reports is.').optional(),
  languages: field(z.array(languageTag), 'list of language codes', 'Languages that are understood.', ['en']).optional(),
});

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

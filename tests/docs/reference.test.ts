import { expect, test } from 'vitest';
import { z } from 'zod';
import { field } from '../../src/schema/field.ts';
import { rowsOf, withReference } from '../../src/schema/reference.ts';
import { readDocument } from './markdown-file.ts';

test('the reference in docs/writing.md is what the schemas say; `npm run docs` brings it up to date', async () => {
  const page = await readDocument('docs/writing.md');
  expect(withReference(page)).toBe(page);
});

test('a page without the two marks is refused', () => {
  expect(() => withReference('# Writing\n')).toThrow('reference:begin');
  expect(() => withReference('<!-- reference:end -->\n<!-- reference:begin -->\n')).toThrow('reference:begin');
});

test('a row says whether the key is required, what it is when left out, and how it is written', () => {
  const schema = z.strictObject({
    title: field(z.string(), 'text', 'The headline.', 'Ferries return'),
    size: field(z.int(), 'number', 'How many.').default(20),
    draft: field(z.boolean(), 'true or false', 'Not for readers.').optional(),
  });
  expect(rowsOf({ schema })).toEqual([
    { key: 'title', form: 'text', required: 'yes', description: 'The headline.', examples: ['Ferries return'] },
    { key: 'size', form: 'number', required: 'no', description: 'How many. `20` when left out.', examples: [] },
    { key: 'draft', form: 'true or false', required: 'no', description: 'Not for readers.', examples: [] },
  ]);
});

test('keys of maps and of list entries follow their own key', () => {
  const href = () => field(z.string(), 'address', 'Where it leads.');
  const schema = z.strictObject({
    support: field(z.strictObject({ href: href() }), '{href}', 'The pitch.').optional(),
    links: field(z.array(z.strictObject({ href: href() })), 'list of {href}', 'Elsewhere.').optional(),
    feeds: z.strictObject({ hub: href().optional() }).optional(),
  });
  expect(rowsOf({ schema }).map(({ key, required }) => [key, required])).toEqual([
    ['support', 'no'],
    ['support.href', 'with `support`'],
    ['links', 'no'],
    ['links[].href', 'yes'],
    ['feeds.hub', 'no'],
  ]);
});

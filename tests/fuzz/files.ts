import fc from 'fast-check';
import { type ContentKind, kindOf } from '../../src/content/content-files.ts';
import { articleSchema } from '../../src/schema/article.ts';
import { authorSchema, pageSchema, seriesSchema, tagSchema } from '../../src/schema/records.ts';
import { tweetSchema } from '../../src/schema/tweet.ts';
import { hurtful, sharpText } from './sharp-text.ts';

const SOURCES = [
  'articles/2026/07/a.md',
  'pages/about.md',
  'authors/olha.md',
  'tags/river.md',
  'series/winter.md',
  'embeds/tweets/20.json',
] as const;

const KEYS = [articleSchema, pageSchema, authorSchema, tagSchema, seriesSchema, tweetSchema].flatMap((schema) =>
  Object.keys(schema.shape),
);

const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    hurtful,
    sharpText,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1e21, '', '2026-07-01', '/pixel.png'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, '__proto__', 'src', 'alt', 'text'), tie('any'), { maxKeys: 5 }),
  ),
})).any;

const matter = fc.oneof(
  fc.dictionary(fc.constantFrom(...KEYS, '__proto__'), value, { maxKeys: 10 }).map((data) => JSON.stringify(data)),
  fc
    .array(fc.tuple(fc.constantFrom(...KEYS, 'titel', '- x', ''), hurtful), { maxLength: 8 })
    .map((lines) => lines.map(([key, text]) => `${key}: ${text}`).join('\n')),
);

/** A content file of any kind, more or less in its form. */
export const anyFile: fc.Arbitrary<{ kind: ContentKind; source: string; text: string }> = fc
  .record({
    source: fc.constantFrom(...SOURCES),
    matter,
    body: hurtful,
    frame: fc.constantFrom('---\n', '---\n', '---\r\n', '\ufeff---\n', ''),
  })
  .map(({ source, matter, body, frame }) => {
    const kind = kindOf(source) ?? 'article';
    return { kind, source, text: source.endsWith('.json') ? matter : `${frame}${matter}\n---\n${body}` };
  });

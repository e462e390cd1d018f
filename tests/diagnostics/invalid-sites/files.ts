import { type InvalidSite, lines, withKeys } from './invalid-site.ts';

const WINDOWS_1251 = Buffer.concat([
  Buffer.from('---\ntitle: '),
  Buffer.from([0xcf, 0xee, 0xf0, 0xee, 0xec]),
  Buffer.from('\ndate: 2026-07-01\n---\n\nText.\n'),
]);

export const BROKEN_FILES: readonly InvalidSite[] = [
  {
    code: 'file-not-utf8',
    when: 'a file was saved as Windows-1251',
    files: { 'articles/ferries.md': WINDOWS_1251 },
    at: 'articles/ferries.md:2:8',
    help: 'encoding UTF-8',
  },
  {
    code: 'file-not-utf8',
    when: 'a file holds NUL bytes',
    files: { 'articles/ferries.md': withKeys('standfirst: one\0two') },
    at: 'articles/ferries.md:4:16',
    help: 'encoding UTF-8',
  },
  {
    code: 'file-not-utf8',
    when: 'site.yaml was saved as Windows-1251',
    files: { 'site.yaml': Buffer.concat([Buffer.from('name: '), Buffer.from([0xcf, 0xee]), Buffer.from('\n')]) },
    at: 'site.yaml:1:7',
    help: 'encoding UTF-8',
  },
  {
    code: 'file-too-large',
    when: 'a text has six megabytes',
    files: { 'articles/ferries.md': withKeys() + 'More. '.repeat(1_000_000) },
    at: 'articles/ferries.md:1:1',
    help: 'split it',
  },
  {
    code: 'front-matter-missing',
    when: 'an article begins with its text',
    files: { 'articles/ferries.md': 'Ferries return.\n' },
    at: 'articles/ferries.md:1:1',
    help: 'start the file with a line `---`',
  },
  {
    code: 'front-matter-missing',
    when: 'a file is empty',
    files: { 'articles/ferries.md': '' },
    at: 'articles/ferries.md:1:1',
    help: 'start the file with a line `---`',
  },
  {
    code: 'front-matter-unclosed',
    when: 'the front matter has no second line of dashes',
    files: { 'articles/ferries.md': lines('---', 'title: Ferries return', 'date: 2026-07-01', '', 'Text.') },
    at: 'articles/ferries.md:1:1',
    marked: '---',
    help: 'close it with a line `---`',
  },
  {
    code: 'front-matter-unclosed',
    when: 'a file is nothing but `---`',
    files: { 'articles/ferries.md': '---' },
    at: 'articles/ferries.md:1:1',
    marked: '---',
    help: 'close it with a line `---`',
  },
  {
    code: 'front-matter-language',
    when: 'the front matter is JavaScript',
    files: { 'articles/ferries.md': lines('---js', '{ title: process.exit(7) }', '---', '', 'Text.') },
    at: 'articles/ferries.md:1:4',
    marked: 'js',
    help: 'as YAML',
  },
  {
    code: 'yaml-invalid',
    when: 'a headline holds a colon',
    files: { 'articles/ferries.md': lines('---', 'title: Storm: ferries wait', 'date: 2026-07-01', '---') },
    at: 'articles/ferries.md:2:8',
    help: 'put the text in quotes',
  },
  {
    code: 'yaml-invalid',
    when: 'a quote is not closed',
    files: { 'articles/ferries.md': lines('---', 'title: "Ferries return', 'date: 2026-07-01', '---') },
    at: 'articles/ferries.md:2:8',
    marked: '"',
    help: 'close the quote or the bracket that is opened here',
  },
  {
    code: 'yaml-invalid',
    when: 'a key is indented with a tab',
    files: { 'articles/ferries.md': withKeys('image:', '\tsrc: ferry.png') },
    at: 'articles/ferries.md:5:1',
    help: 'with spaces, not with tabs',
  },
  {
    code: 'yaml-invalid',
    when: 'a tag of YAML would make something else than text',
    files: { 'articles/ferries.md': withKeys('standfirst: !!js/function "return 7"') },
    at: 'articles/ferries.md:4:13',
    marked: '!!js/function',
    help: 'starts with `!`',
  },
  {
    code: 'yaml-duplicate-key',
    when: 'a key is there twice',
    files: { 'articles/ferries.md': withKeys('title: Ferries stay') },
    at: 'articles/ferries.md:4:1',
    help: 'keep one of the two',
  },
  {
    code: 'yaml-alias',
    when: 'aliases of aliases stand for a billion words',
    files: {
      'articles/ferries.md': withKeys(
        'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
        ...'bcdefghi'.split('').map((key, i) => {
          const before = 'abcdefgh'[i];
          return `${key}: &${key} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
        }),
      ),
    },
    at: 'articles/ferries.md:5:8',
    help: 'write the text out',
  },
  {
    code: 'json-invalid',
    when: 'a snapshot has a comma too many',
    files: { 'embeds/tweets/20.json': lines('{', '  "id": "20",', '}') },
    at: 'embeds/tweets/20.json:3:1',
    help: 'check the quotes and commas',
  },
  {
    code: 'site-missing',
    when: 'there is no site.yaml',
    files: { 'articles/ferries.md': withKeys() },
    at: 'site.yaml:1:1',
    help: 'content/site.yaml with at least name, url, language and timeZone',
  },
];

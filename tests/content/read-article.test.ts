import { expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { readSource } from '../../src/content/read-source.ts';
import { article } from '../small-site.ts';

const SETTINGS = { language: 'en', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true } as const;

function read(keys: Readonly<Record<string, unknown>>, body?: string, file = 'articles/2026/07/storm.md'): Article {
  const { document, diagnostics } = readSource('article', file, Buffer.from(article(keys, body)), SETTINGS);
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return document as Article;
}

test('one author or several, each named once, in the order written', () => {
  expect(read({ author: 'olha' }).authors).toEqual(['olha']);
  expect(read({ authors: ['olha', 'taras'], author: 'olha' }).authors).toEqual(['olha', 'taras']);
  expect(read({}).authors).toEqual([]);
});

test.each([
  ['articles/2026/07/storm.md', 'storm'],
  ['articles/2026-07-01-storm-warning.md', 'storm-warning'],
  ['articles/storm/index.md', 'storm'],
  ['articles/index.md', 'index'],
  ['articles/Обмін полоненими.md', 'obmin-polonenymy'],
  ['articles/Storm & flood (2).md', 'storm-flood-2'],
])('%s has the slug %s', (file, slug) => {
  expect(read({}, undefined, file).slug).toBe(slug);
});

test('what the front matter leaves out has the value that newsrooms expect', () => {
  expect(read({})).toMatchObject({
    kind: 'news',
    language: 'en',
    draft: false,
    noindex: false,
    support: true,
    standfirst: '',
    tags: [],
    corrections: [],
  });
});

test('a key that is left empty counts as left out', () => {
  expect(read({ section: null, tags: null, updated: null })).not.toHaveProperty('section');
});

test('a tweet may be named by id, by address with anything behind it, or given whole', () => {
  const snapshot = {
    id: '22',
    url: 'https://x.com/a/status/22',
    author: 'A',
    handle: '@a',
    date: '2026-07-01',
    text: 'T',
  };
  const { tweets, snapshots } = read({
    tweets: [
      '20',
      'https://x.com/olha/status/1941102345678901234?s=20',
      'https://twitter.com/a/status/21/photo/1',
      'https://x.com/radio24/status/23',
      snapshot,
    ],
  });
  expect(tweets).toEqual(['20', '1941102345678901234', '21', '23']);
  expect(snapshots).toMatchObject([{ id: '22', handle: 'a' }]);
});

test('an article updated on the day of its publication is in order, whatever the hour', () => {
  expect(read({ date: '2026-07-01 18:00', updated: '2026-07-01' }).updated?.dateOnly).toBe(true);
});

test('captions in the front matter win over those of the body, and the credit is split off either', () => {
  const { body } = read(
    { images: { 'quay.jpg': { caption: 'The quay. Photo: Olha/Lantern' } } },
    '![A quay](pictures/quay.jpg "Something else. Photo: Nobody")\n\n![A ferry](ferry.jpg "Back. Photo: Taras")\n',
  );
  expect(body.images).toEqual({
    'pictures/quay.jpg': {
      src: 'articles/2026/07/pictures/quay.jpg',
      alt: 'A quay',
      caption: 'The quay.',
      credit: 'Olha/Lantern',
    },
    'ferry.jpg': { src: 'articles/2026/07/ferry.jpg', alt: 'A ferry', caption: 'Back.', credit: 'Taras' },
  });
});

test('a picture is found beside the file, above it, or from content/ on', () => {
  const src = (written: string) => read({ image: { src: written, alt: '', credit: 'O' } }).image?.src;
  expect(src('a.jpg')).toBe('articles/2026/07/a.jpg');
  expect(src('../a.jpg')).toBe('articles/2026/a.jpg');
  expect(src('/images/a b.jpg')).toBe('images/a b.jpg');
  expect(src('/images/a%20b.jpg')).toBe('images/a b.jpg');
  expect(src('./a.jpg')).toBe('articles/2026/07/a.jpg');
});

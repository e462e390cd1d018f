import { expect, test } from 'vitest';
import { author, IN_TWO_LANGUAGES, machinesOf } from '../feeds/machine-workshop.ts';
import { article, PIXEL } from '../small-site.ts';

test('an article’s JSON holds what people who build on the archive need', async () => {
  const { text } = await machinesOf({
    'site.yaml': `${IN_TWO_LANGUAGES}license: https://creativecommons.org/licenses/by/4.0/\n`,
    'images/a.png': PIXEL,
    'authors/olha.md': author('Olha'),
    'articles/a.md': article(
      {
        title: 'Ships',
        standfirst: 'At last.',
        authors: ['olha'],
        section: 'news',
        tags: ['River'],
        updated: '2026-07-02',
        image: { src: '/images/a.png', alt: 'A ship', caption: 'The *ship*', credit: 'Ivan' },
        corrections: [{ date: '2026-07-03 08:00', text: 'It was 3.' }],
      },
      'Some **bold** text.\n\nhttps://bsky.app/profile/desk.example/post/3abc\n',
    ),
    'articles/b.md': article({ language: 'uk', translationOf: 'a.md', title: 'Кораблі' }),
  });
  expect(JSON.parse(text('/2026/07/01/a/index.json'))).toEqual({
    version: 1,
    id: 'tag:test.example,2026-07-01:articles/a.md',
    url: 'https://test.example/2026/07/01/a/',
    title: 'Ships',
    standfirst: 'At last.',
    kind: 'news',
    language: 'en',
    published: '2026-07-01T09:00:00+03:00',
    updated: '2026-07-02',
    changed: '2026-07-03T08:00:00+03:00',
    authors: [{ id: 'olha', name: 'Olha', url: 'https://test.example/author/olha/' }],
    section: { slug: 'news', name: 'News', url: 'https://test.example/section/news/' },
    tags: [{ slug: 'river', name: 'River', url: 'https://test.example/tag/river/' }],
    images: [
      {
        url: expect.stringMatching(/^https:\/\/test\.example\/img\//),
        width: 1,
        height: 1,
        alt: 'A ship',
        caption: 'The ship',
        credit: 'Ivan',
        lead: true,
      },
    ],
    posts: [{ network: 'bluesky', url: 'https://bsky.app/profile/desk.example/post/3abc' }],
    corrections: [{ date: '2026-07-03T08:00:00+03:00', text: 'It was 3.' }],
    translations: [
      {
        language: 'uk',
        url: 'https://test.example/uk/2026/07/01/b/',
        json: 'https://test.example/uk/2026/07/01/b/index.json',
      },
    ],
    words: 3,
    text: 'Some bold text.',
    publication: { name: 'The Test Post', url: 'https://test.example/' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
});

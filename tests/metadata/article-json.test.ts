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

test('a live report has its end once it is over', async () => {
  const files = {
    'articles/storm.md': article({ title: 'Storm', kind: 'live', ended: '2026-07-02 18:30' }, 'Wind.\n'),
    'articles/flood.md': article({ title: 'Flood', kind: 'live', ended: '2026-07-02' }, 'Water.\n'),
    'articles/fire.md': article({ title: 'Fire', kind: 'live' }, 'Smoke.\n'),
  };
  const endsAt = async (now: string) => {
    const { text } = await machinesOf(files, { now: Date.parse(now) });
    return ['storm', 'flood', 'fire'].map((slug) => JSON.parse(text(`/2026/07/01/${slug}/index.json`)).ended);
  };
  expect(await endsAt('2026-07-02T18:00:00+03:00')).toEqual([undefined, undefined, undefined]);
  expect(await endsAt('2026-07-03T09:00:00+03:00')).toEqual([
    '2026-07-02T18:30:00+03:00',
    '2026-07-03T00:00:00+03:00',
    undefined,
  ]);
});

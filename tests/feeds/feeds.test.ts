import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { article, PIXEL, SITE_YAML, SmallSite } from '../small-site.ts';
import { author, IN_TWO_LANGUAGES, machinesOf, parseXml, prepared } from './machine-workshop.ts';

const RICH = {
  'site.yaml': `${SITE_YAML}description: A paper for tests.\nlicense: https://creativecommons.org/licenses/by/4.0/\nfeeds: {hub: "https://hub.example/"}\n`,
  'authors/olha.md': author('Olha Petrenko'),
  'authors/ivan.md': author('Іван <Франко> & син'),
  'images/ferry.png': PIXEL,
  'articles/ferries.md': article(
    {
      title: 'Ferries “return” & stay: 3 < 5 ]]>',
      standfirst: 'At last.',
      date: '2026-07-01 09:00',
      updated: '2026-07-02 10:30',
      authors: ['olha', 'ivan'],
      section: 'news',
      tags: ['River life'],
      image: { src: '/images/ferry.png', alt: 'A ferry', caption: 'The ferry *Olha*', credit: 'Ivan Koval/Test Post' },
      corrections: [{ date: '2026-07-03 08:00', text: 'It was 3 ferries.' }],
    },
    'See [the other](bridges.md#why) and [here](#below).\n\n## Below\n\nText ]]> end\u0007.\n',
  ),
  'articles/bridges.md': article(
    { title: 'Bridges', date: '2026-06-30', kind: 'opinion', section: 'opinion' },
    '## Why\n\nBecause.\n',
  ),
};

test('a parser reads the same articles from all three feeds', async () => {
  const { text } = await machinesOf(RICH);
  const rss = parseRssFeed(text('/feed.xml'));
  const atom = parseAtomFeed(text('/atom.xml'));
  const json = parseJsonFeed(text('/feed.json'));
  const titles = ['Ferries “return” & stay: 3 < 5 ]]>', 'Bridges'];
  expect(rss.items?.map(({ title }) => title)).toEqual(titles);
  expect(atom.entries?.map(({ title }) => (typeof title === 'string' ? title : title?.value))).toEqual(titles);
  expect(json.items?.map(({ title }) => title)).toEqual(titles);
  const ids = json.items?.map(({ id }) => id);
  expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(ids);
  expect(atom.entries?.map(({ id }) => id)).toEqual(ids);
  const contents = json.items?.map(({ content_html }) => content_html?.replaceAll('\u0007', ''));
  expect(rss.items?.map(({ content }) => content?.encoded?.trim())).toEqual(contents?.map((html) => html?.trim()));
});

test('an item of RSS carries its text, authors, picture with credit and true dates', async () => {
  const { text } = await machinesOf(RICH);
  const feed = parseRssFeed(text('/feed.xml'));
  const [item] = feed.items ?? [];
  expect(feed.lastBuildDate).toBe('Fri, 03 Jul 2026 05:00:00 GMT');
  expect(feed.atom?.links?.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
    'self https://test.example/feed.xml',
    'hub https://hub.example/',
    'license https://creativecommons.org/licenses/by/4.0/',
  ]);
  expect(item?.pubDate).toBe('Wed, 01 Jul 2026 06:00:00 GMT');
  expect(item?.dc?.creators).toEqual(['Olha Petrenko', 'Іван <Франко> & син']);
  expect(item?.categories?.map(({ name }) => name)).toEqual(['News', 'River life']);
  expect(item?.media?.contents?.[0]).toMatchObject({
    type: 'image/png',
    medium: 'image',
    width: 1,
    description: { value: 'The ferry Olha' },
    credits: [{ value: 'Ivan Koval/Test Post', role: 'photographer' }],
  });
  const html = item?.content?.encoded ?? '';
  expect(html).toContain('href="https://test.example/2026/06/30/bridges/#why"');
  expect(html).toContain('href="https://test.example/2026/07/01/ferries/#below"');
  expect(html).toMatch(/<figure><img src="https:\/\/test\.example\/img\/[^"]+" alt="A ferry"/);
  expect(html).toContain('It was 3 ferries.');
  expect(feed.items?.[1]?.content?.encoded).toContain('Opinion');
});

test('feeds are well-formed whatever the text holds', async () => {
  const { files } = await machinesOf(RICH);
  const feeds = [...files].filter(([address]) => /(?:feed|atom)\.xml$/.test(address));
  expect(feeds.map(([address]) => address)).toEqual([
    '/feed.xml',
    '/atom.xml',
    '/section/news/feed.xml',
    '/section/opinion/feed.xml',
    '/tag/river-life/feed.xml',
    '/author/olha/feed.xml',
    '/author/ivan/feed.xml',
  ]);
  for (const [, text] of feeds) parseXml(text);
});

test('what a page embeds, a feed tells: the post as a quotation, the video as a link, updates as sections', async () => {
  const { text } = await machinesOf({
    'images/a.png': PIXEL,
    'images/b.png': PIXEL,
    'embeds/tweets/1941102345678901234.json': JSON.stringify({
      id: '1941102345678901234',
      url: 'https://x.com/desk/status/1941102345678901234',
      author: 'The Desk',
      handle: 'desk',
      date: '2026-07-01T08:00:00+03:00',
      text: 'Lights on.\nAt last @kyiv',
    }),
    'articles/night.md': article(
      { kind: 'live', images: { '/images/a.png': { credit: 'A' }, '/images/b.png': { credit: 'B' } } },
      [
        'https://x.com/desk/status/1941102345678901234',
        'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
        '![One](/images/a.png)\n![Two](/images/b.png)',
        '::: update 14:05 Trams again\nAll lines.\n:::',
      ].join('\n\n'),
    ),
  });
  const html = parseRssFeed(text('/feed.xml')).items?.[0]?.content?.encoded ?? '';
  expect(html).toContain('<blockquote cite="https://x.com/desk/status/1941102345678901234">');
  expect(html).toContain('Lights on.<br>At last <a href="https://x.com/kyiv">@kyiv</a>');
  expect(html).toContain('— The Desk (@desk), <a href="https://x.com/desk/status/1941102345678901234">');
  expect(html).toContain('<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">');
  expect(html.match(/<figure>/g)).toHaveLength(2);
  expect(html).toMatch(/<section><h2><time datetime="2026-07-01T14:05:00\+03:00">[^<]+<\/time> Trams again<\/h2>/);
  expect(html).not.toMatch(/<(?:script|iframe|style)|(?:src|href)="\/(?!\/)/);
});

test('an id outlives headline, slug and section', async () => {
  const idOf = async (keys: Record<string, unknown>) => {
    const { text } = await machinesOf({ 'articles/2026/ferries.md': article({ section: 'news', ...keys }) });
    return parseJsonFeed(text('/feed.json')).items?.[0]?.id;
  };
  const id = await idOf({});
  expect(id).toBe('tag:test.example,2026-07-01:articles/2026/ferries.md');
  expect(await idOf({ title: 'Another', slug: 'another', section: 'opinion', date: '2026-07-01 11:00' })).toBe(id);
});

test('drafts and scheduled articles are in no feed, not even of a preview', async () => {
  const { files } = await machinesOf(
    {
      'articles/a.md': article({ title: 'Published', tags: ['x'] }),
      'articles/b.md': article({ title: 'Secret', draft: true, tags: ['x'] }),
      'articles/c.md': article({ title: 'Secret too', date: '2026-07-05', tags: ['x'] }),
    },
    { purpose: 'preview' },
  );
  expect([...files.values()].filter((text) => text.includes('Secret'))).toEqual([]);
  expect(parseRssFeed(files.get('/tag/x/feed.xml') ?? '').items).toHaveLength(1);
});

test('a feed holds the thirty newest, and each edition has its own', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 35 }, (_, i) => [
      `articles/a${i}.md`,
      article({
        title: `Article ${i}`,
        date: `2026-05-${String((i % 28) + 1).padStart(2, '0')} 1${Math.floor(i / 28)}:00`,
      }),
    ]),
  );
  const { text } = await machinesOf({
    ...many,
    'site.yaml': IN_TWO_LANGUAGES,
    'articles/uk.md': article({ title: 'Пороми', language: 'uk', section: 'news' }),
  });
  const items = parseRssFeed(text('/feed.xml')).items ?? [];
  expect(items).toHaveLength(30);
  expect(items[0]?.title).toBe('Article 27');
  const uk = parseRssFeed(text('/uk/feed.xml'));
  expect(uk.language).toBe('uk');
  expect(uk.items?.map(({ title }) => title)).toEqual(['Пороми']);
  expect(uk.atom?.links?.[0]?.href).toBe('https://test.example/uk/feed.xml');
  expect(parseRssFeed(text('/uk/section/news/feed.xml')).items).toHaveLength(1);
});

test('publishing one article changes the feeds it is in, and no other', async () => {
  const site = await SmallSite.write({
    'authors/olha.md': author('Olha'),
    'authors/ivan.md': author('Ivan'),
    'articles/a.md': article({ section: 'news', tags: ['one', 'two'], authors: ['olha'] }),
    'articles/b.md': article({ section: 'opinion', tags: ['three'], authors: ['ivan'], slug: 'b' }),
  });
  const before = await prepared(site);
  await site.put({
    'articles/c.md': article({ section: 'news', tags: ['one'], authors: ['olha'], date: '2026-07-03' }),
  });
  const after = await prepared(site);
  const changed = [...after.files].filter(([address, text]) => before.files.get(address) !== text);
  expect(changed.map(([address]) => address).sort()).toEqual([
    '/2026/07/03/c/index.json',
    '/2026/07/03/c/oembed.json',
    '/atom.xml',
    '/author/olha/feed.xml',
    '/build.json',
    '/feed.json',
    '/feed.xml',
    '/section/news/feed.xml',
    '/sitemap-2026.xml',
    '/sitemap-news.xml',
    '/sitemap-pages.xml',
    '/sitemap.xml',
    '/tag/one/feed.xml',
  ]);
});

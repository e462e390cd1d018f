import { Readable } from 'node:stream';
import { ErrorLevel, parseSitemap, parseSitemapIndex, type SitemapItem, XMLToSitemapItemStream } from 'sitemap';
import { expect, test } from 'vitest';
import { listedArticle } from '../../src/metadata/listed-articles.ts';
import { urlMarkup } from '../../src/metadata/sitemap-markup.ts';
import { listed, splitSitemap } from '../../src/metadata/split-sitemap.ts';
import { IN_TWO_LANGUAGES, machinesOf, parseXml, textsOf } from '../feeds/machine-workshop.ts';
import { article, PIXEL, SITE_YAML } from '../small-site.ts';

/** What sitemap's own reader makes of a text; it throws at what is not allowed. */
async function read(text: string): Promise<readonly SitemapItem[]> {
  parseXml(text);
  const stream = Readable.from([text]).pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW }));
  const items: SitemapItem[] = [];
  for await (const item of stream) items.push(item as SitemapItem);
  expect(items).toHaveLength((await parseSitemap(Readable.from([text]))).length);
  return items;
}

test('the index names every sitemap with the time of its newest change', async () => {
  const { text, files } = await machinesOf({
    'articles/a.md': article({ date: '2024-03-01 10:00', updated: '2025-01-02 09:00' }),
    'articles/b.md': article({ date: '2026-07-03 10:00' }),
  });
  const index = await parseSitemapIndex(Readable.from([text('/sitemap.xml')]));
  expect(index.map(({ url, lastmod }) => `${url} ${lastmod}`)).toEqual([
    'https://test.example/sitemap-pages.xml 2026-07-03T10:00:00+03:00',
    'https://test.example/sitemap-news.xml 2026-07-03T10:00:00+03:00',
    'https://test.example/sitemap-2024.xml 2025-01-02T09:00:00+02:00',
    'https://test.example/sitemap-2026.xml 2026-07-03T10:00:00+03:00',
  ]);
  for (const { url } of index) expect(files.has(new URL(url).pathname)).toBe(true);
  expect(text('/robots.txt')).toContain('Sitemap: https://test.example/sitemap.xml\n');
});

test('an article says when it changed, which pictures it has and where its translations are', async () => {
  const { text } = await machinesOf({
    'site.yaml': IN_TWO_LANGUAGES,
    'images/a.png': PIXEL,
    'articles/a.md': article({
      image: { src: '/images/a.png', alt: 'A', credit: 'B' },
      corrections: [{ date: '2026-07-02', text: 'Wrong.' }],
    }),
    'articles/uk/a.md': article({
      language: 'uk',
      translationOf: '../a.md',
      title: 'Українською',
      date: '2026-07-02 09:00',
    }),
    'articles/hidden.md': article({ noindex: true }),
    'articles/elsewhere.md': article({ canonical: 'https://first.example/a' }),
  });
  const [en, uk, ...others] = await read(text('/sitemap-2026.xml'));
  expect(others).toEqual([]);
  expect(en?.lastmod).toMatch(/^2026-07-02/);
  expect(en?.img).toEqual([{ url: expect.stringMatching(/^https:\/\/test\.example\/img\/.+\.png$/) }]);
  const links = [
    { lang: 'en', url: 'https://test.example/2026/07/01/a/' },
    { lang: 'uk', url: 'https://test.example/uk/2026/07/02/a/' },
    { lang: 'x-default', url: 'https://test.example/2026/07/01/a/' },
  ];
  expect(en?.links).toEqual(links);
  expect(uk?.links).toEqual(links);
});

test('every page that may be indexed is in one sitemap, once', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 14 }, (_, i) => [
      `articles/${i}.md`,
      article({ date: `2026-06-${i + 10}`, tags: ['a', `b${i % 2}`] }),
    ]),
  );
  const { files, site } = await machinesOf({
    ...many,
    'site.yaml': `${IN_TWO_LANGUAGES}listings: {size: 5}\n`,
    'articles/uk.md': article({ language: 'uk', section: 'news' }),
    'articles/hidden.md': article({ noindex: true }),
    'pages/about.md': '---\ntitle: About\n---\n',
    'pages/secret.md': '---\ntitle: Secret\nnoindex: true\n---\n',
  });
  const sitemaps = [...files].filter(([address]) => /^\/sitemap-(?:pages|\d+)/.test(address));
  const listed = (await Promise.all(sitemaps.map(([, text]) => read(text)))).flat().map(({ url }) => url);
  const pages = site.pages.map((page) => page.view()).filter(({ noindex }) => !noindex);
  expect(listed.toSorted()).toEqual(pages.map(({ canonical }) => canonical).toSorted());
});

test('a listing changed when the newest of its articles did; a page about the newsroom says nothing', async () => {
  const { text } = await machinesOf({
    'articles/a.md': article({ section: 'news', updated: '2026-07-03 10:00' }),
    'articles/b.md': article({ section: 'opinion', date: '2026-07-02 08:00' }),
    'pages/about.md': '---\ntitle: About\n---\n',
  });
  const changes = Object.fromEntries(
    (await read(text('/sitemap-pages.xml'))).map(({ url, lastmod }) => [new URL(url).pathname, lastmod]),
  );
  expect(changes).toMatchObject({
    '/': expect.stringContaining('2026-07-03T10:00:00'),
    '/section/news/': expect.stringContaining('2026-07-03T10:00:00'),
    '/section/opinion/': expect.stringContaining('2026-07-02T08:00:00'),
    '/archive/': expect.stringContaining('2026-07-02T08:00:00'),
    '/2026/07/01/': expect.stringContaining('2026-07-03T10:00:00'),
  });
  expect(changes['/about/']).toBeUndefined();
});

test('the news sitemap holds two days by the clock that was given', async () => {
  const { text } = await machinesOf({
    'site.yaml': IN_TWO_LANGUAGES,
    // The clock stands at 2026-07-04T15:00 in Kyiv.
    'articles/new.md': article({ title: 'New & <fresh>', date: '2026-07-02 15:00' }),
    'articles/old.md': article({ date: '2026-07-02 14:59' }),
    'articles/uk.md': article({ language: 'uk', date: '2026-07-04 08:00', title: 'Нове' }),
    'articles/paid.md': article({ kind: 'sponsored', date: '2026-07-04 08:00' }),
    'articles/later.md': article({ date: '2026-07-04 18:00' }),
    'articles/hidden.md': article({ noindex: true, date: '2026-07-04 08:00' }),
  });
  const items = await read(text('/sitemap-news.xml'));
  expect(items.map(({ url }) => new URL(url).pathname)).toEqual(['/uk/2026/07/04/uk/', '/2026/07/02/new/']);
  expect(items[1]?.news).toMatchObject({
    publication: { name: 'The Test Post', language: 'en' },
    publication_date: '2026-07-02T15:00:00+03:00',
    title: 'New & <fresh>',
  });
  expect(textsOf(parseXml(text('/sitemap-news.xml')), 'news:language')).toEqual(['uk', 'en']);
});

test('a sitemap is split before it is too long or too large, and full parts keep their entries', () => {
  const entries = Array.from({ length: 25 }, (_, i) => listed({ address: `https://test.example/${i}/` }));
  const byNumber = splitSitemap('sitemap-2026', entries, { limits: { addresses: 10, bytes: 1_000_000 } });
  expect(byNumber.map(({ file }) => file.address)).toEqual([
    '/sitemap-2026.xml',
    '/sitemap-2026-2.xml',
    '/sitemap-2026-3.xml',
  ]);
  expect(byNumber.map(({ file }) => file.text().match(/<url>/g)?.length)).toEqual([10, 10, 5]);
  const bySize = splitSitemap('sitemap-2026', entries, { limits: { addresses: 1000, bytes: 1500 } });
  expect(bySize.length).toBeGreaterThan(1);
  for (const { file } of bySize) expect(file.bytes.length).toBeLessThanOrEqual(1500);
  const longer = splitSitemap('sitemap-2026', [...entries, listed({ address: 'https://test.example/25/' })], {
    limits: { addresses: 10, bytes: 1_000_000 },
  });
  expect(longer[0]?.file.text()).toBe(byNumber[0]?.file.text());
});

test('what an article takes in a sitemap is never more than was reckoned', async () => {
  const image = { src: '/images/a.png', alt: 'A', credit: 'B' };
  const { site } = await machinesOf(
    {
      'site.yaml': IN_TWO_LANGUAGES,
      'images/a.png': PIXEL,
      'images/b.png': PIXEL,
      'articles/short.md': article({ title: 'Short' }),
      'articles/long.md': article({ title: 'Long', slug: 'scissors-and-paper-'.repeat(6).slice(0, -1), image }),
      'articles/many.md': article(
        { title: 'Many', image },
        '![A](/images/b.png "B. Photo: C")\n\n![C](/images/a.png "D. Photo: E")\n',
      ),
      'articles/uk.md': article({ title: 'Багато', language: 'uk', translationOf: 'many.md' }),
    },
    { baseUrl: `https://test.example/${'ї'.repeat(40)}` },
  );
  const told = site.contexts.flatMap((context) =>
    context.edition.entries.map((entry) => listedArticle(entry, site.groups, context)),
  );
  expect(told).toHaveLength(4);
  for (const { entry, most } of told) expect(most).toBeGreaterThanOrEqual(Buffer.byteLength(urlMarkup(entry()).markup));
});

test('robots.txt turns AI crawlers away where site.yaml says so, and them only', async () => {
  const open = await machinesOf({});
  expect(open.text('/robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://test.example/sitemap.xml\n');
  const closed = await machinesOf({ 'site.yaml': `${SITE_YAML}robots: {aiCrawlers: deny}\n` });
  const groups = closed.text('/robots.txt').split('\n\n');
  expect(groups[0]).toBe('User-agent: *\nAllow: /');
  expect(groups[1]).toMatch(/^(?:User-agent: [\w -]+\n)+Disallow: \/$/);
  expect(groups[1]).toContain('User-agent: GPTBot\n');
  expect(groups[1]).not.toMatch(/Googlebot|bingbot|facebookexternalhit|Twitterbot/i);
});

import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import type { ArchiveDaysView, ArticleView } from '../../src/pages/views.ts';
import { IN_TWO_LANGUAGES, machinesOf, parseXml, textsOf } from '../feeds/machine-workshop.ts';
import { everythingIn, fragmentsOf } from '../search/search-workshop.ts';
import { article, NOW } from '../small-site.ts';

const DAY = 86_400_000;

const articles = fc.array(
  fc.record({
    // Around the moment of the build, and far from it: half are scheduled.
    days: fc.integer({ min: -900, max: 900 }),
    draft: fc.boolean(),
    language: fc.constantFrom('en', 'uk'),
    section: fc.constantFrom('news', 'opinion', undefined),
    tags: fc.subarray(['Kyiv', 'Energy', 'Books']),
  }),
  { maxLength: 40 },
);

test('archive, feeds, sitemaps, JSON and the search tell of the same articles as the pages, and never of one that is not out', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (list) => {
      const files = Object.fromEntries(
        list.map(({ days, draft, ...keys }, i) => {
          const date = new Date(NOW + days * DAY).toISOString().slice(0, 10);
          const hidden = draft || Date.parse(date) > NOW;
          return [`articles/n${i}.md`, article({ title: `${hidden ? 'Secret' : 'Out'} ${i}`, date, draft, ...keys })];
        }),
      );
      const machines = await machinesOf({ 'site.yaml': IN_TWO_LANGUAGES, ...files });
      expect([...machines.files.values()].filter((text) => text.includes('Secret'))).toEqual([]);

      const views = machines.site.pages
        .filter(({ layout }) => layout === 'article')
        .map((page) => page.view() as ArticleView);
      const pages = views.map(({ canonical }) => String(canonical)).sort();
      const json = [...machines.files]
        .filter(([address]) => address.endsWith('/index.json'))
        .map(([, text]) => (JSON.parse(text) as { url: string }).url);
      expect(json.sort()).toEqual(pages);
      const listed = machines.site.pages
        .filter(({ layout, path }) => layout === 'archive-days' && /\/\d\d\/\d\d\/$/.test(path))
        .flatMap((page) => (page.view() as ArchiveDaysView).days.flatMap(({ items }) => items))
        .map(({ href }) => `https://test.example${href}`);
      expect(listed.sort()).toEqual(pages);
      const sitemaps = [...machines.files].filter(([address]) => /^\/sitemap-\d{4}/.test(address));
      const index = new Map<string, Buffer>();
      for (const { address } of (await machines.site.search.files()).files)
        index.set(address.slice(1), (await machines.site.search.read(address)) ?? Buffer.alloc(0));
      expect(everythingIn(index)).not.toContain('Secret');
      const found = fragmentsOf(index).map(({ url }) => `https://test.example${url.split('#')[0]}`);
      expect(found.sort()).toEqual(pages);
      expect(sitemaps.flatMap(([, text]) => textsOf(parseXml(text), 'loc')).sort()).toEqual(pages);

      for (const prefix of ['', '/uk']) {
        const own = views
          .filter(({ language }) => (language === 'uk') === (prefix === '/uk'))
          .sort((a, b) => b.date.epoch - a.date.epoch);
        const rss = parseRssFeed(machines.text(`${prefix}/feed.xml`)).items ?? [];
        expect(rss).toHaveLength(Math.min(30, own.length));
        const last = own[29]?.date.epoch ?? Number.NEGATIVE_INFINITY;
        const newer = own.filter(({ date }) => date.epoch > last).map(({ canonical }) => String(canonical));
        const links = rss.map(({ link }) => link);
        expect(newer.filter((address) => !links.includes(address))).toEqual([]);
        expect(parseJsonFeed(machines.text(`${prefix}/feed.json`)).items?.map(({ url }) => url) ?? []).toEqual(links);
        const atom = parseAtomFeed(machines.text(`${prefix}/atom.xml`)).entries ?? [];
        expect(atom.map(({ links: [link] = [] }) => link?.href)).toEqual(links);
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);

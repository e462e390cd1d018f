import { expect, test } from 'vitest';
import { jsonLd } from '../../src/metadata/structured-data.ts';
import type { Kind } from '../../src/schema/kinds.ts';
import { type Machines, machinesOf } from '../feeds/machine-workshop.ts';
import { article, type Files, PIXEL, SITE_YAML, SmallSite } from '../small-site.ts';
import { Vocabulary } from './vocabulary.ts';

type Thing = Record<string, unknown>;

const SITE = `${SITE_YAML}description: A paper.
founded: 2019
contact: desk@test.example
license: https://creativecommons.org/licenses/by/4.0/
policies: {ethics: /ethics/, corrections: /ethics/, ownership: /ethics/, verification: /ethics/, unnamedSources: /ethics/, masthead: /ethics/, missionCoverage: /ethics/, diversity: /ethics/, feedback: /ethics/, principles: /ethics/}
`;

const CLAIM = { text: 'The ferries are closing', by: 'A channel', verdict: 'False', rating: 1 };

const FILES: Files = {
  'articles/reportage.md': article({ slug: 'reportage', dateline: 'KYIV' }),
  'site.yaml': SITE,
  'images/a.png': PIXEL,
  'pages/ethics.md': '---\ntitle: Ethics\n---\nText.\n',
  'authors/olha.md':
    '---\nname: Olha Petrenko\nrole: Reporter\nphoto: {src: /images/a.png, alt: O, credit: P}\nlinks: [{label: Site, href: "https://olha.example/"}, {label: Mail, href: "mailto:o@test.example"}]\n---\nWrites about *ships*.\n',
  'series/ships.md': '---\ntitle: Ships\n---\n',
  'embeds/tweets/1941102345678901234.json': JSON.stringify({
    id: '1941102345678901234',
    url: 'https://x.com/desk/status/1941102345678901234',
    author: 'The Desk',
    handle: 'desk',
    date: '2026-07-01T08:00:00+03:00',
    text: 'Lights on.',
  }),
  'articles/ships.md': article(
    {
      title: 'Ships </script><script>alert(1)</script>',
      standfirst: 'At last.',
      updated: '2026-07-02 10:00',
      authors: ['olha'],
      section: 'news',
      tags: ['River', 'Sea'],
      series: 'ships',
      dateline: 'KYIV',
      image: {
        src: '/images/a.png',
        alt: 'A ship',
        caption: 'The *ship*',
        credit: 'Ivan/Test',
        creditUrl: 'https://ivan.example/',
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
      corrections: [{ date: '2026-07-03 08:00', text: 'It was 3.' }],
    },
    'Text.\n\nhttps://x.com/desk/status/1941102345678901234\n',
  ),
  'articles/storm.md': article(
    { kind: 'live', slug: 'storm' },
    'Start.\n\n::: update 14:05 Trams again\nAll **lines**.\n\n- One\n- Two\n:::\n\n::: update 08:00\nRain.\n:::\n',
  ),
  ...Object.fromEntries(
    (['analysis', 'opinion', 'explainer', 'interview', 'factcheck', 'sponsored'] satisfies Kind[]).map((kind) => [
      `articles/${kind}.md`,
      article({ kind, slug: kind, dateline: 'KYIV', claim: kind === 'factcheck' ? CLAIM : undefined }),
    ]),
  ),
};

function thingsAt(path: string, { site }: Machines): readonly Thing[] {
  const page = site.pages.find((candidate) => candidate.path === path);
  const data = page && jsonLd(page.view(), page.site);
  if (data === undefined) throw new Error(`there is no structured data at ${path}`);
  return (JSON.parse(data) as { '@graph': readonly Thing[] })['@graph'];
}

const thingAt = (path: string, machines: Machines): Thing => thingsAt(path, machines)[0] ?? {};

const vocabulary = Vocabulary.load();
if (!vocabulary) console.warn('NOT CHECKED: schema.org’s vocabulary is not in ../shared/standards');

test.skipIf(!vocabulary)(
  'on every page, what is expanded is of schema.org’s vocabulary, and every reference leads to a thing',
  async () => {
    const tree = await (await SmallSite.write(FILES)).build();
    const kinds = new Set<string>();
    const faults: string[] = [];
    for (const [name, bytes] of tree) {
      const [, data] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(name.endsWith('.html') ? String(bytes) : '') ?? [];
      if (data === undefined || !vocabulary) continue;
      const document = JSON.parse(data) as object;
      const nodes = await vocabulary.expand(document);
      for (const node of nodes) for (const type of node['@type'] as readonly string[]) kinds.add(type);
      faults.push(...vocabulary.faultsIn(nodes).map((fault) => `${name} ${fault}`));
      // A node of which nothing is said but its id is a reference to nowhere.
      const empty = (await vocabulary.flatten(document)).filter((node) => Object.keys(node).length === 1);
      faults.push(...empty.map((node) => `${name} nothing is said of ${node['@id']}`));
    }
    expect(faults).toEqual([]);
    expect([...kinds].map((type) => type.replace('https://schema.org/', '')).sort()).toEqual([
      'AdvertiserContentArticle',
      'AnalysisNewsArticle',
      'BackgroundNewsArticle',
      'BreadcrumbList',
      'ClaimReview',
      'CollectionPage',
      'LiveBlogPosting',
      'NewsArticle',
      'NewsMediaOrganization',
      'OpinionNewsArticle',
      'ProfilePage',
      'ReportageNewsArticle',
      'WebPage',
      'WebSite',
    ]);
  },
);

test('an article says all that Google recommends, and what a newsroom stands for', async () => {
  const machines = await machinesOf(FILES);
  const ships = thingAt('/2026/07/01/ships/', machines);
  expect(ships).toMatchObject({
    '@type': 'ReportageNewsArticle',
    headline: 'Ships </script><script>alert(1)</script>',
    datePublished: '2026-07-01T09:00:00+03:00',
    dateModified: '2026-07-03T08:00:00+03:00',
    author: [
      {
        '@type': 'Person',
        name: 'Olha Petrenko',
        url: 'https://test.example/author/olha/',
        sameAs: ['https://olha.example/'],
      },
    ],
    articleSection: 'News',
    keywords: ['River', 'Sea'],
    dateline: 'KYIV',
    inLanguage: 'en',
    isAccessibleForFree: true,
    correction: [{ '@type': 'CorrectionComment', text: 'It was 3.', datePublished: '2026-07-03T08:00:00+03:00' }],
    isPartOf: { '@type': 'CreativeWorkSeries', name: 'Ships', url: 'https://test.example/series/ships/' },
    citation: [{ '@type': 'SocialMediaPosting', articleBody: 'Lights on.', author: { alternateName: '@desk' } }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: 'The Test Post',
      foundingDate: '2019',
      ethicsPolicy: 'https://test.example/ethics/',
      masthead: 'https://test.example/ethics/',
    },
  });
  expect(ships['image']).toMatchObject([
    {
      caption: 'The ship',
      creditText: 'Ivan/Test',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      acquireLicensePage: 'https://ivan.example/',
    },
  ]);
  expect(thingsAt('/2026/07/01/ships/', machines)[1]).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [{ position: 1 }, { name: 'News', item: 'https://test.example/section/news/' }, { position: 3 }],
  });
});

test('each kind of article has the type that says what it is', async () => {
  const machines = await machinesOf(FILES);
  const types = ['reportage', 'analysis', 'opinion', 'explainer', 'interview', 'factcheck', 'sponsored', 'storm'].map(
    (slug) => thingAt(`/2026/07/01/${slug}/`, machines)['@type'],
  );
  expect(types).toEqual([
    'ReportageNewsArticle',
    'AnalysisNewsArticle',
    'OpinionNewsArticle',
    'BackgroundNewsArticle',
    'NewsArticle',
    'NewsArticle',
    'AdvertiserContentArticle',
    'LiveBlogPosting',
  ]);
});

test('a fact check says what was claimed, by whom, and the verdict', async () => {
  const review = thingsAt('/2026/07/01/factcheck/', await machinesOf(FILES)).find(
    (thing) => thing['@type'] === 'ClaimReview',
  );
  expect(review).toMatchObject({
    url: 'https://test.example/2026/07/01/factcheck/',
    claimReviewed: 'The ferries are closing',
    itemReviewed: { '@type': 'Claim', author: { name: 'A channel' } },
    reviewRating: { alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
  });
});

test('a live report that is over says when it ended, once it is', async () => {
  const files = { 'articles/storm.md': article({ kind: 'live', slug: 'storm', ended: '2026-07-04 14:00' }) };
  const endAt = async (now: string) =>
    thingAt('/2026/07/01/storm/', await machinesOf(files, { now: Date.parse(now) }))['coverageEndTime'];
  expect(await endAt('2026-07-04T10:59:59Z')).toBeUndefined();
  expect(await endAt('2026-07-04T11:00:00Z')).toBe('2026-07-04T14:00:00+03:00');
});

test('a live report has its updates, each with its time, address and text', async () => {
  const storm = thingAt('/2026/07/01/storm/', await machinesOf(FILES));
  expect(storm['coverageStartTime']).toBe('2026-07-01T08:00:00+03:00');
  expect(storm['coverageEndTime']).toBeUndefined();
  expect(storm['liveBlogUpdate']).toMatchObject([
    {
      '@type': 'BlogPosting',
      headline: 'Trams again',
      datePublished: '2026-07-01T14:05:00+03:00',
      url: 'https://test.example/2026/07/01/storm/#update-1405',
      articleBody: 'All lines. One Two',
    },
    { headline: 'Rain.', articleBody: 'Rain.' },
  ]);
});

test('an author’s page is a profile, a listing is a collection, the front page the web site', async () => {
  const machines = await machinesOf(FILES);
  expect(thingAt('/author/olha/', machines)).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'Olha Petrenko', jobTitle: 'Reporter', description: 'Writes about ships.' },
  });
  expect(thingAt('/section/news/', machines)).toMatchObject({
    '@type': 'CollectionPage',
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: [{ position: 1, url: 'https://test.example/2026/07/01/ships/' }],
    },
  });
  expect(thingAt('/', machines)).toMatchObject({ '@type': 'WebSite', name: 'The Test Post' });
});

test('nothing in the data can end its script element', async () => {
  const { site } = await machinesOf(FILES);
  for (const page of site.pages) expect(jsonLd(page.view(), page.site) ?? '').not.toMatch(/<|\u2028|\u2029/);
});

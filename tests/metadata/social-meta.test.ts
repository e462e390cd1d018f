import { expect, test } from 'vitest';
import { type Meta, socialMeta } from '../../src/metadata/social-meta.ts';
import { author, machinesOf } from '../feeds/machine-workshop.ts';
import { article, type Files, PIXEL, SITE_YAML } from '../small-site.ts';

const FILES: Files = {
  'site.yaml': `${SITE_YAML}license: https://creativecommons.org/licenses/by/4.0/\n`,
  'images/a.png': PIXEL,
  'authors/olha.md': author('Olha Petrenko'),
  'articles/ships.md': article({
    authors: ['olha'],
    tags: ['River', 'Sea'],
    image: { src: '/images/a.png', alt: 'A ship', credit: 'Ivan/Test' },
  }),
};

test('a shared link shows headline, picture and times; libraries get Dublin Core and citation tags', async () => {
  const { site } = await machinesOf(FILES);
  const page = site.pages.find(({ path }) => path === '/2026/07/01/ships/');
  const meta = page ? socialMeta(page.view(), page.site) : [];
  const of = (key: string): readonly string[] =>
    meta.filter(({ name, property }: Meta) => (name ?? property) === key).map(({ content }) => content);
  expect(of('og:type')).toEqual(['article']);
  expect(of('og:url')).toEqual(['https://test.example/2026/07/01/ships/']);
  expect(of('og:locale')).toEqual(['en_US']);
  expect(of('og:image')).toEqual([expect.stringMatching(/^https:\/\/test\.example\/img\/.+\.png$/)]);
  expect(of('og:image:width')).toEqual(['1200']);
  expect(of('twitter:card')).toEqual(['summary_large_image']);
  expect(of('article:published_time')).toEqual(['2026-07-01T09:00:00+03:00']);
  expect(of('article:author')).toEqual(['https://test.example/author/olha/']);
  expect(of('article:tag')).toEqual(['River', 'Sea']);
  expect(of('citation_author')).toEqual(['Olha Petrenko']);
  expect(of('citation_publication_date')).toEqual(['2026/07/01']);
  expect(of('DC.rights')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  const front = site.pages.find(({ path }) => path === '/');
  expect(front && socialMeta(front.view(), front.site)).toContainEqual({
    name: 'twitter:card',
    content: 'summary_large_image',
  });
});

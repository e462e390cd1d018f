import path from 'node:path';
import { expect, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import { prepareSite } from '../../src/eleventy/prepare-site.ts';
import { jsonLd } from '../../src/metadata/structured-data.ts';
import { iriOf, type Node, Vocabulary } from './vocabulary.ts';

const ROOT = path.join(import.meta.dirname, '../..');

const ARTICLE = ['headline', 'author', 'datePublished', 'dateModified', 'image', 'publisher', 'mainEntityOfPage'];
const IMAGE = ['contentUrl', 'width', 'height'];

/** What Google requires or recommends of each type. https://developers.google.com/search/docs/appearance/structured-data/search-gallery */
const RECOMMENDED: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ARTICLE,
  ReportageNewsArticle: ARTICLE,
  AnalysisNewsArticle: ARTICLE,
  BackgroundNewsArticle: ARTICLE,
  OpinionNewsArticle: ARTICLE,
  AdvertiserContentArticle: ARTICLE,
  LiveBlogPosting: [...ARTICLE, 'coverageStartTime', 'liveBlogUpdate'],
  BlogPosting: ['headline', 'datePublished', 'articleBody', 'url'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position'],
  ProfilePage: ['mainEntity'],
  Person: ['name', 'url'],
  NewsMediaOrganization: ['name', 'url', 'logo', 'ethicsPolicy', 'correctionsPolicy'],
  WebSite: ['name', 'url'],
  ClaimReview: ['claimReviewed', 'reviewRating', 'url', 'author', 'itemReviewed'],
  Rating: ['alternateName', 'ratingValue', 'bestRating', 'worstRating'],
  ImageObject: IMAGE,
};

const valuesOf = (node: Node | undefined, property: string): readonly Node[] =>
  (node?.[iriOf(property)] ?? []) as readonly Node[];
const typeOf = (node: Node): string =>
  String((node['@type'] as readonly string[] | undefined)?.[0]).replace(iriOf(''), '');

const vocabulary = Vocabulary.load();

test.skipIf(!vocabulary)(
  'on every page of the demonstration site each thing says what Google recommends of its type',
  async () => {
    const { site } = await prepareSite({
      content: path.join(ROOT, 'content'),
      assets: path.join(ROOT, 'assets'),
      cache: path.join(ROOT, '.cache/dateline'),
      now: Date.parse('2026-11-23T09:00:00Z'),
      purpose: 'build',
      jobs: 1,
      reader: new ContentReader(1),
    });
    const faults: string[] = [];
    const seen = new Set<string>();
    for (const page of site?.pages ?? []) {
      const data = jsonLd(page.view(), page.site);
      if (data === undefined || !vocabulary) continue;
      const document = JSON.parse(data) as object;
      faults.push(...vocabulary.faultsIn(await vocabulary.expand(document)).map((fault) => `${page.path} ${fault}`));
      const nodes = await vocabulary.flatten(document);
      const byId = new Map(nodes.map((node) => [node['@id'], node]));
      for (const node of nodes) {
        const type = typeOf(node);
        seen.add(type);
        const missing = (RECOMMENDED[type] ?? []).filter((property) => valuesOf(node, property).length === 0);
        faults.push(...missing.map((property) => `${page.path} ${type} has no ${property}`));
        if (!ARTICLE.every((property) => RECOMMENDED[type]?.includes(property))) continue;
        const authors = valuesOf(node, 'author').map(({ '@id': id }) => byId.get(id));
        if (!authors.every((author) => valuesOf(author, 'name').length === 1))
          faults.push(`${page.path} an author has no name`);
        faults.push(
          ...pictureFaults(valuesOf(node, 'image').map(({ '@id': id }) => byId.get(id))).map(
            (f) => `${page.path} ${f}`,
          ),
        );
      }
    }
    expect(faults).toEqual([]);
    expect(Object.keys(RECOMMENDED).filter((type) => !seen.has(type))).toEqual([]);
  },
);

/** A lead picture is there in 16:9, 4:3 and 1:1, none of them small, and whoever shows a crop can show its credit. */
function pictureFaults(pictures: readonly (Node | undefined)[]): readonly string[] {
  const sizes = pictures.map((picture) => {
    const [width = 0, height = 0] = ['width', 'height'].map((side) => Number(valuesOf(picture, side)[0]?.['@value']));
    return { ratio: width / height, area: width * height };
  });
  if (pictures.length === 1) return [];
  const wanted = [16 / 9, 4 / 3, 1].filter(
    (ratio) => !sizes.some((size) => Math.abs(size.ratio - ratio) < 0.02 && size.area >= 50_000),
  );
  const uncredited = pictures.filter((picture) => valuesOf(picture, 'creditText').length === 0);
  return [
    ...wanted.map((ratio) => `no picture of ${ratio.toFixed(2)}`),
    ...uncredited.map(() => 'a picture without credit'),
  ];
}

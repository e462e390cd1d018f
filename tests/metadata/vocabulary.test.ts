import { expect, test } from 'vitest';
import { Vocabulary } from './vocabulary.ts';

const vocabulary = Vocabulary.load();

test.skipIf(!vocabulary)('the check of the vocabulary finds what is wrong', async () => {
  const faultsIn = async (thing: object) => {
    const context = { '@context': 'https://schema.org' };
    return vocabulary?.faultsIn(await vocabulary.expand({ ...context, ...thing }));
  };
  expect(await faultsIn({ '@type': 'NewsArticle', headline: 'A', wordCount: 1, url: 'https://a.example/' })).toEqual(
    [],
  );
  expect(await faultsIn({ '@type': 'LiveBlogPosting', dateline: 'KYIV' })).toHaveLength(1);
  expect(await faultsIn({ '@type': 'NewsArticle', author: { '@type': 'Place', name: 'A' } })).toHaveLength(1);
  expect(await faultsIn({ '@type': 'NewsArticle', datePublished: 'yesterday' })).toHaveLength(1);
  expect(await faultsIn({ '@type': 'NewsArticle', headline: 7 })).toHaveLength(1);
  expect(await faultsIn({ '@type': 'NewsArticle', url: '/2026/' })).toHaveLength(1);
  await expect(faultsIn({ '@type': 'NewsArtikel' })).rejects.toThrow('Safe mode');
  await expect(faultsIn({ '@type': 'NewsArticle', headlin: 'A' })).rejects.toThrow('Safe mode');
});

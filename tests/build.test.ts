import { expect, test } from 'vitest';
import { article, SmallSite } from './small-site.ts';

test('an article becomes a page at its day and slug, and is listed wherever it belongs', async () => {
  const site = await SmallSite.write({
    'articles/ferries.md': article({ title: 'Ferries return', section: 'news', tags: ['River life'] }),
  });
  const files = await site.build();
  for (const name of [
    'index.html',
    '2026/07/01/ferries/index.html',
    'section/news/index.html',
    'tag/river-life/index.html',
    '2026/index.html',
    '2026/07/index.html',
    '2026/07/01/index.html',
    'archive/index.html',
    '404.html',
  ]) {
    expect([...files.keys()]).toContain(name);
  }
  expect(files.get('2026/07/01/ferries/index.html')?.toString()).toContain('Ferries return');
});

import { expect, test } from 'vitest';
import { article, SITE_YAML, SmallSite, WITHOUT_STYLE } from '../small-site.ts';

test('the way to a day of the archive is told in words of its language', async () => {
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}${WITHOUT_STYLE}languages: [en, uk]\n`,
    'articles/one.md': article({ title: 'One' }),
    'articles/uk.md': article({ title: 'Два', slug: 'two', language: 'uk' }),
  });
  for (const [path, month] of [
    ['/2026/07/01/', 'July'],
    ['/uk/2026/07/01/', 'липень'],
  ] as const) {
    const day = await site.view('archive-days', path);
    expect([day.year.label, day.month?.label]).toEqual(['2026', month]);
  }
});

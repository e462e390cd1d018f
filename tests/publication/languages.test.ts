import { expect, test } from 'vitest';
import { article, SITE_YAML, SmallSite } from '../small-site.ts';

test.each(['[en, uk, uk]', '[EN, uk]', '[uk, UK]', '[uk]'])(
  'languages: %s makes one edition of each',
  async (languages) => {
    const site = await SmallSite.write({
      'site.yaml': `${SITE_YAML}languages: ${languages}\n`,
      'articles/a.md': article({}),
      'articles/b.md': article({ language: 'uk' }),
    });
    const files = [...(await site.build()).keys()];
    expect(files).toContain('2026/07/01/a/index.html');
    expect(files).toContain('uk/2026/07/01/b/index.html');
    expect(files.filter((name) => name.startsWith('en/'))).toEqual([]);
  },
);

test('a text appears in the edition of its language, else of its primary language, else in the main one', async () => {
  const site = await SmallSite.write({
    'site.yaml': SITE_YAML,
    'articles/us.md': article({ language: 'en-US' }),
    'articles/de.md': article({ language: 'de-AT' }),
  });
  expect((await site.view('article', '/2026/07/01/us/')).language).toBe('en-US');
  expect((await site.view('article', '/2026/07/01/de/')).language).toBe('de-AT');
});

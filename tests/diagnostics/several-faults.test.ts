import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { article, PIXEL, SITE_YAML, SmallSite } from '../small-site.ts';
import { lines, withBody, withKeys } from './invalid-sites/invalid-site.ts';

const said = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`);

test('one run lists all problems of all files, ordered by file, line and column', async () => {
  const site = await SmallSite.write({
    'articles/a.md': withBody('See [this](nowhere.md).', '', '::: factbx', 'Text.', ':::'),
    'articles/b.md': withKeys('section: nws', 'authors: [nobody]', 'image: {src: none.png}'),
    'authors/olha.md': lines('---', 'nam: Olha', '---'),
    'redirects.yaml': 'old: new\n',
    'site.yaml': `${SITE_YAML}colour: red\n`,
  });
  const { diagnostics, site: prepared } = await site.prepare();
  expect(prepared).toBeUndefined();
  expect(said(diagnostics)).toEqual([
    'articles/a.md:8:1 container-unknown',
    'articles/b.md:5:11 author-unknown',
    'articles/b.md:6:1 image-alt-missing',
    'articles/b.md:6:1 image-credit-missing',
    'articles/b.md:6:14 image-missing',
    'authors/olha.md:2:1 key-missing',
    'authors/olha.md:2:1 key-unknown',
    'redirects.yaml:1:1 value-invalid',
    'site.yaml:8:1 key-unknown',
  ]);
});

test('what leads to a file with a fault is no fault of its own, whether by name or by address', async () => {
  const site = await SmallSite.write({
    'articles/loaf.md': article({ date: '2026-13-40' }),
    'articles/2026-06-30-mills.md': 'No front matter.\n',
    'articles/renamed.md': article({ date: 'soon', slug: 'bread' }),
    'articles/a.md': article(
      {},
      '[a](loaf.md) [b](/2026/07/01/loaf/) [c](/2026/06/30/mills/) [d](/2026/07/01/bread/)\n',
    ),
    'pages/about.md': lines('---', 'titel: About', '---'),
    'redirects.yaml': '/old-loaf/: /2026/07/01/loaf/\n',
    'site.yaml': `${SITE_YAML}navigation: [{label: About, href: /about/}]\n`,
  });
  expect(said((await site.prepare()).diagnostics)).toEqual([
    'articles/2026-06-30-mills.md:1:1 front-matter-missing',
    'articles/loaf.md:3:7 date-invalid',
    'articles/renamed.md:3:7 date-invalid',
    'pages/about.md:2:1 key-unknown',
    'pages/about.md:2:1 title-missing',
  ]);
  await site.put({
    'articles/loaf.md': article({ slug: 'crumbs' }),
    'pages/about.md': lines('---', 'title: About', '---'),
  });
  expect(said((await site.prepare()).diagnostics)).toEqual(
    expect.arrayContaining(['articles/a.md:6:18 link-broken', 'redirects.yaml:1:1 redirect-target-missing']),
  );
});

test('one file lists the faults of its front matter and of its text together', async () => {
  const site = await SmallSite.write({
    'articles/a.md': lines('---', 'titel: Ferries return', 'date: 2026-02-31', '---', '', 'Ferries[^1].', '# Two'),
  });
  const { diagnostics } = await site.prepare();
  expect(said(diagnostics)).toEqual([
    'articles/a.md:2:1 key-unknown',
    'articles/a.md:2:1 title-missing',
    'articles/a.md:3:7 date-invalid',
    'articles/a.md:6:8 footnote-missing',
    'articles/a.md:7:1 heading-level',
  ]);
});

test('a broken article raises no false alarm where others link to it, relate to it or translate it', async () => {
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}languages: [en, uk]\n`,
    'articles/broken.md': lines('---', 'title: "Unclosed', 'date: 2026-07-01', '---'),
    'articles/linking.md': withBody('See [this](broken.md#why) and [that](/articles/broken.md).'),
    'articles/related.md': withKeys('related: [broken.md]'),
    'articles/translated.md': withKeys('language: uk', 'translationOf: broken.md'),
    'articles/wrong.md': withKeys('section: nws'),
  });
  const { diagnostics } = await site.prepare();
  expect(said(diagnostics)).toEqual(['articles/broken.md:2:8 yaml-invalid', 'articles/wrong.md:4:10 section-unknown']);
});

test('a broken author, series or snapshot raises no false alarm in the articles that name it', async () => {
  const site = await SmallSite.write({
    'authors/olha.md': 'No front matter.\n',
    'series/winter.md': lines('---', 'titel: Winter', '---'),
    'embeds/tweets/20.json': '{',
    'articles/a.md': withKeys('authors: [olha]', 'series: winter', 'tweets: ["20"]'),
  });
  const { diagnostics } = await site.prepare();
  expect(said(diagnostics).filter((line) => line.startsWith('articles/'))).toEqual([]);
});

test('what is wrong in drafts and scheduled articles is reported too', async () => {
  const site = await SmallSite.write({
    'articles/draft.md': article({ draft: true, section: 'nws' }, 'See [this](nowhere.md).\n'),
    'articles/later.md': article({ date: '2027-01-01', authors: ['nobody'] }),
    'pages/about.md': lines('---', 'title: About', 'draft: true', '---', '', 'See [this](/nowhere/).'),
  });
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => `${d.file} ${d.code}`)).toEqual([
    'articles/draft.md section-unknown',
    'articles/draft.md link-broken',
    'articles/later.md author-unknown',
    'pages/about.md link-broken',
  ]);
});

test('a check looks at the pictures of drafts too, a build does not', async () => {
  const site = await SmallSite.write({
    'articles/cut.png': PIXEL.subarray(0, 40),
    'articles/draft.md': article({ draft: true, image: { src: 'cut.png', alt: 'A ferry', credit: 'Olha' } }),
  });
  expect((await site.prepare({ purpose: 'check' })).diagnostics.map((d) => d.code)).toEqual(['image-unreadable']);
  expect((await site.prepare({ purpose: 'build' })).diagnostics).toEqual([]);
});

test('warnings are reported and the site is built', async () => {
  const site = await SmallSite.write({ 'articles/a.md': withBody('# Ferries', '', '<font>Text.</font>') });
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => d.severity)).toEqual(['warning', 'warning']);
  expect([...(await site.build()).keys()]).toContain('2026/07/01/a/index.html');
});

test('while site.yaml is broken, the articles are checked all the same', async () => {
  const site = await SmallSite.write({
    'site.yaml': 'name: [\n',
    'articles/a.md': withKeys('authors: [nobody]', 'section: anything', 'kind: column'),
    'articles/b.md': withKeys('authors: [nobody]', 'section: anything'),
  });
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => `${d.file} ${d.code}`)).toEqual([
    'articles/a.md author-unknown',
    'articles/a.md value-invalid',
    'articles/b.md author-unknown',
    'site.yaml yaml-invalid',
  ]);
});

test('every unknown name is answered with the nearest one that exists', async () => {
  const site = await SmallSite.write({
    'authors/iryna-melnyk.md': lines('---', 'name: Iryna Melnyk', '---'),
    'series/winter-grid.md': lines('---', 'title: Winter grid', '---'),
    'articles/2026/07/exchange.md': withBody('## The youngest', '', 'Text.'),
    'articles/2026/07/a.md': lines(
      '---',
      'title: Ferries return',
      'date: 2026-07-01',
      'authors: [irina-melnyk]',
      'section: opinions',
      'series: wintergrid',
      'kind: explaner',
      'related: [2026/07/exchagne.md]',
      'tgas: [river]',
      '---',
      '',
      'See [the exchange](exhange.md) and [her](exchange.md#the-yuongest).',
    ),
  });
  // In one run, although the front matter itself is wrong in two places.
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => d.help).toSorted()).toEqual(
    [
      'did you mean `explainer`?',
      'did you mean `tags`?',
      'did you mean `iryna-melnyk`?',
      'did you mean `opinion`?',
      'did you mean `winter-grid`?',
      'did you mean `2026/07/exchange.md`?',
      'did you mean `/articles/2026/07/exchange.md`?',
      'did you mean `the-youngest`?',
    ].toSorted(),
  );
});

test('a draft must give way to what is published at its address', async () => {
  const site = await SmallSite.write({
    'articles/a/ferries.md': withKeys('draft: true'),
    'articles/b/ferries.md': withKeys(),
  });
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => `${d.file} ${d.code}`)).toEqual(['articles/a/ferries.md address-conflict']);
});

import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { outputFile } from '../../src/pages/site-path.ts';
import { author, IN_TWO_LANGUAGES } from '../feeds/machine-workshop.ts';
import { article, SmallSite } from '../small-site.ts';

const FILES = {
  'site.yaml': `${IN_TWO_LANGUAGES}description: News of a test.\nlicense: https://creativecommons.org/licenses/by/4.0/\n`,
  'authors/olha.md': author('Olha “Olya” Petrenko'),
  'series/river.md': '---\ntitle: The river\n---\n\nFour crossings.\n',
  'pages/about.md': '---\ntitle: About us\nstandfirst: Who we are.\n---\n\nWe are *small*.\n',
  'redirects.yaml': '/old/: /2026/07/01/ferries/\n',
  'articles/ferries.md': article(
    {
      title: 'Ferries & “boats” <return>',
      standfirst: 'One & all.',
      section: 'news',
      authors: ['olha'],
      tags: ['Dnipro'],
      series: 'river',
      corrections: [{ date: '2026-07-02', text: 'It was one.' }],
    },
    '## Why\n\n> Finally.\n> — A passenger\n\n::: factbox Numbers\nThree.\n:::\n\nA note[^1].\n\n[^1]: Here.\n',
  ),
  'articles/poromy.md': article({ title: 'Пороми', language: 'uk', translationOf: 'ferries.md' }),
  'articles/live.md': article({ title: 'Live', kind: 'live' }, '::: update 2026-07-01 10:00\nNow.\n:::\n'),
};

const LAYOUTS = [
  'article',
  'front',
  'listing',
  'archive',
  'archive-year',
  'archive-days',
  'tags',
  'authors',
  'corrections',
  'page',
  'search',
  'not-found',
];

const EVERY = [
  /<title>[^<]+</,
  /<link rel="canonical" href="https:/,
  /<link rel="alternate" type="application\/rss\+xml"/,
];
const SHARED = [
  /<meta property="og:title" content="[^"]/,
  /<meta property="og:type" content="[^"]/,
  /<meta property="og:url" content="https:/,
  /<meta property="og:site_name" content="[^"]/,
  /<meta property="og:image" content="https:/,
  /<meta name="twitter:card" content="summary_large_image"/,
];
const ARTICLE = [
  /<meta property="article:published_time" content="2026/,
  /<meta name="DC\.title" content="[^"]/,
  /<meta name="citation_title" content="[^"]/,
  /<link rel="alternate" type="application\/json" href/,
  /<link rel="alternate" type="application\/json\+oembed" title/,
];

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
  },
});

test('every page of a site is valid HTML, redirects included, and its head has what each kind of page owes machines', async () => {
  const site = await SmallSite.write(FILES);
  const tree = await site.build();
  const { site: prepared } = await site.prepare();
  const found: string[] = [];
  for (const [name, bytes] of tree) {
    if (!name.endsWith('.html')) continue;
    const { results } = await validator.validateString(bytes.toString());
    for (const { messages } of results)
      for (const { line, message, ruleId } of messages) found.push(`${name}:${line} ${message} (${ruleId})`);
  }
  expect(found).toEqual([]);

  const layouts = new Set<string>();
  for (const { path, layout } of prepared?.pages ?? []) {
    layouts.add(layout);
    const [head = ''] = String(tree.get(outputFile(path))).split('</head>');
    const owed =
      layout === 'article' ? [...EVERY, ...SHARED, ...ARTICLE] : layout === 'not-found' ? EVERY : [...EVERY, ...SHARED];
    const missing = owed.filter((part) => !part.test(head)).map(String);
    if (layout !== 'not-found' && layout !== 'search' && !/<script type="application\/ld\+json">/.test(head))
      missing.push('JSON-LD');
    expect({ path, missing }).toEqual({ path, missing: [] });
  }
  expect([...layouts].sort()).toEqual([...LAYOUTS].sort());

  // Each names all languages, itself included, and the one for everybody else.
  for (const name of [
    '2026/07/01/ferries/index.html',
    'uk/2026/07/01/poromy/index.html',
    'index.html',
    'uk/index.html',
  ]) {
    const links = String(tree.get(name)).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:/g);
    expect([...links].map(([, language]) => language)).toEqual(['en', 'uk', 'x-default']);
  }
});

import { expect, test } from 'vitest';
import { article, type Files, SITE_YAML, SmallSite } from '../small-site.ts';

const FILES: Files = {
  'authors/olha.md': '---\nname: Olha\n---\n\nHer [book](/articles/book.pdf) and [talks](../articles/talks.md).\n',
  'authors/nobody.md': '---\nname: Nobody\n---\n',
  'tags/річка.md': '---\nlabel: River\n---\n',
  'articles/talks.md': article({ authors: ['olha'], tags: ['River'] }, '## What was agreed\n\nText.\n'),
  'articles/draft.md': article({ draft: true }, '## Why\n\nText.\n'),
  'articles/later.md': article({ date: '2027-01-01' }),
  'articles/book.pdf': '%PDF-1.4',
  'pages/about.md': '---\ntitle: About\n---\n\n## Contact\n\nText.\n',
  'redirects.yaml': '/old/: /about/\n',
};

async function linkIn(text: string, more: Files = {}): Promise<string> {
  const site = await SmallSite.write({ ...FILES, 'articles/2026/a.md': article({}, `${text}\n`), ...more });
  return (await site.view('article', '/2026/07/01/a/')).body.join('');
}

test.each([
  ['[a](../talks.md)', '<a href="/2026/07/01/talks/">a</a>'],
  ['[a](../talks.md#what-was-agreed)', '<a href="/2026/07/01/talks/#what-was-agreed">a</a>'],
  ['[a](/articles/talks.md "Yes")', '<a href="/2026/07/01/talks/" title="Yes">a</a>'],
  ['[a](../talks)', '<a href="/2026/07/01/talks/">a</a>'],
  ['[a](/2026/07/01/talks/)', '<a href="/2026/07/01/talks/">a</a>'],
  ['[a](/2026/07/01/talks#what-was-agreed)', '<a href="/2026/07/01/talks/#what-was-agreed">a</a>'],
  ['[a](/2026/07/01/talks/?from=mail)', '<a href="/2026/07/01/talks/?from=mail">a</a>'],
  ['[a](../../pages/about.md#contact)', '<a href="/about/#contact">a</a>'],
  ['[a](/)', '<a href="/">a</a>'],
  ['[a](/section/news/)', '<a href="/section/news/">a</a>'],
  ['[a](/tags/)', '<a href="/tags/">a</a>'],
  ['[a](/authors/olha.md)', '<a href="/author/olha/">a</a>'],
  ['[a](/tags/річка.md)', '<a href="/tag/richka/">a</a>'],
  ['[a](/old/)', '<a href="/old/">a</a>'],
  ['[a](../book.pdf)', '<a href="/files/articles/book.pdf">a</a>'],
  ['[a](https://elsewhere.example/)', '<a href="https://elsewhere.example/">a</a>'],
  ['[a](mailto:desk@news.example)', '<a href="mailto:desk@news.example">a</a>'],
  ['## Why\n\n[a](#why)', '<a href="#why">a</a>'],
  ['## Why\n\n[a](a.md#why)', '<a href="#why">a</a>'],
])('%s leads to %s', async (text, markup) => {
  expect(await linkIn(text)).toContain(markup);
});

test.each(['../draft.md', '../draft.md#why', '../later.md', '/2027/01/01/later/', '/authors/nobody.md'])(
  'a link to what is not published is text until it is: %s',
  async (href) => {
    expect(await linkIn(`See [the other](${href}).`)).toContain('<p>See the other.</p>');
  },
);

test('links carry the path under which the site is published', async () => {
  const site = await SmallSite.write({
    ...FILES,
    'articles/a.md': article({}, '[a](talks.md) [b](/about/) [c](book.pdf)\n'),
  });
  const view = await site.view('article', '/2026/07/01/a/', { baseUrl: 'https://example.org/news/' });
  expect(view.body.join('')).toBe(
    '<p><a href="/news/2026/07/01/talks/">a</a> <a href="/news/about/">b</a> <a href="/news/files/articles/book.pdf">c</a></p>\n',
  );
});

test('the links of a biography lead somewhere too, and what they lead to is published', async () => {
  const site = await SmallSite.write(FILES);
  const files = await site.build();
  expect(files.get('files/articles/book.pdf')?.toString()).toBe('%PDF-1.4');
  expect(files.get('author/olha/index.html')?.toString()).toContain('href="/2026/07/01/talks/"');
});

test('a document that only a draft links to is not published', async () => {
  const site = await SmallSite.write({
    'articles/plan.pdf': '%PDF-1.4',
    'articles/draft.md': article({ draft: true }, '[a](plan.pdf)\n'),
  });
  expect([...(await site.build()).keys()].filter((name) => name.includes('plan'))).toEqual([]);
});

test('a link to an author or tag leads into the edition of the article', async () => {
  const site = await SmallSite.write({
    ...FILES,
    'site.yaml': `${SITE_YAML}languages: [en, uk]\n`,
    'articles/u.md': article(
      { language: 'uk', authors: ['olha'], tags: ['River'] },
      '[a](/authors/olha.md) [b](/tags/річка.md)\n',
    ),
  });
  expect((await site.view('article', '/uk/2026/07/01/u/')).body.join('')).toBe(
    '<p><a href="/uk/author/olha/">a</a> <a href="/uk/tag/richka/">b</a></p>\n',
  );
});

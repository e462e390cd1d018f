import sanitizeHtml from 'sanitize-html';
import { expect, test } from 'vitest';
import { author, machinesOf } from '../feeds/machine-workshop.ts';
import { article, SmallSite } from '../small-site.ts';

const FILES = {
  'authors/olha.md': author('Olha'),
  'articles/a.md': article(
    { title: 'Ships & <b>boats</b>', standfirst: 'At last.', authors: ['olha'], section: 'news' },
    'Text.\n',
  ),
  'articles/draft.md': article({ draft: true }),
};

test('others may show an article by what stands beside it', async () => {
  const { text, files } = await machinesOf(FILES);
  const oembed = JSON.parse(text('/2026/07/01/a/oembed.json')) as { html: string };
  const address = 'https://test.example/2026/07/01/a/';
  expect(oembed).toEqual({
    version: '1.0',
    type: 'rich',
    title: 'Ships & <b>boats</b>',
    author_name: 'Olha',
    author_url: 'https://test.example/author/olha/',
    provider_name: 'The Test Post',
    provider_url: 'https://test.example/',
    thumbnail_url: expect.stringMatching(/^https:\/\/test\.example\/img\/[0-9a-f]{20}-share\.png$/),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width: 600,
    height: 200,
    html: `<blockquote cite="${address}" lang="en"><p><a href="${address}"><strong>Ships &amp; &lt;b&gt;boats&lt;/b&gt;</strong></a></p><p>At last.</p><footer>The Test Post, <time datetime="2026-07-01T09:00:00+03:00">2026-07-01</time></footer></blockquote>`,
  });
  expect([...files.keys()].filter((name) => name.endsWith('oembed.json'))).toHaveLength(1);
  // Nothing is left to take away for who lets text, links and quotations through.
  const tags = ['blockquote', 'p', 'a', 'strong', 'footer', 'time'];
  const attributes = { blockquote: ['cite', 'lang'], a: ['href'], time: ['datetime'] };
  expect(sanitizeHtml(oembed.html, { allowedTags: tags, allowedAttributes: attributes })).toBe(oembed.html);
});

test('the page says where it is, and so does none that is not out', async () => {
  const site = await SmallSite.write(FILES);
  const tree = await site.build();
  const page = String(tree.get('2026/07/01/a/index.html'));
  const [, href = ''] = /type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(page) ?? [];
  expect(tree.has(href.replace('https://test.example/', ''))).toBe(true);
  expect(String(tree.get('index.html'))).not.toContain('oembed');
});

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { article, PIXEL, SmallSite } from '../small-site.ts';

// One article that uses every construct, and around it no more than each kind of page needs.
const FILES = {
  'site.yaml': await readFile(new URL('site.yaml', import.meta.url), 'utf8'),
  'articles/2026/07/ferries.md': await readFile(new URL('ferries.md', import.meta.url), 'utf8'),
  'articles/2026/07/poromy.md': article(
    {
      title: 'Пороми повертаються',
      language: 'uk',
      translationOf: 'ferries.md',
      date: '2026-07-02 08:00',
      section: 'news',
      tags: ['Дніпро'],
    },
    'Перший *пором* -- о пів на сьому.\n',
  ),
  'articles/2026/06/bridge.md': article(
    { title: 'The bridge is closed', date: '2026-06-30 17:45', section: 'news', tags: ['Dnipro'] },
    '## Why\n\nRust.\n',
  ),
  'articles/2026/06/opinion.md': article({
    title: 'In praise of slow water',
    date: '2026-06-29',
    kind: 'opinion',
    section: 'opinion',
    author: 'olha',
  }),
  'authors/olha.md':
    '---\nname: {en: Olha Petrenko, uk: Ольга Петренко}\nrole: {en: Reporter, uk: Репортерка}\n---\n\nOlha writes about rivers.\n',
  'tags/dnipro.md': '---\nlabel: {en: Dnipro, uk: Дніпро}\ndescription: {en: The river}\n---\n',
  'series/river.md': '---\ntitle: The river\n---\n\nFour crossings.\n',
  'pages/about.md': '---\ntitle: About us\nstandfirst: Who we are.\n---\n\nWe are *small*.\n',
  'embeds/tweets/1941000000000000001.json': JSON.stringify({
    id: '1941000000000000001',
    url: 'https://x.com/TestDesk/status/1941000000000000001',
    author: 'The Test Post',
    handle: 'TestDesk',
    date: '2026-07-01T08:30:00+03:00',
    text: 'The ferry is back.\nFirst boat at 06:30 #Dnipro @CityFerries https://t.co/abc',
    links: [{ url: 'https://t.co/abc', expanded: 'https://test.example/ferries', display: 'test.example/ferries' }],
    archivedAt: '2026-07-01T09:00:00+03:00',
    deleted: '2026-07-03',
  }),
  'redirects.yaml': '/old/ferries/: /2026/07/01/ferries/\n',
  'images/ferry.png': PIXEL,
};

// Hashes in the names of assets and of drawn cards change with the design and say nothing here.
const stable = (text: string): string =>
  text
    .replace(/(\/assets\/[\w/-]+)\.[0-9a-f]{10}\./g, '$1.HASH.')
    .replace(/sha384-[\w+/]{64}/g, 'sha384-HASH')
    .replace(/\/img\/[0-9a-f]{20}-share\.png/g, '/img/HASH-share.png');

test('one of each kind of output is as it was when somebody last looked at it', async () => {
  const site = await SmallSite.write(FILES);
  const files = await site.build();
  const kinds = {
    'article.html': '2026/07/01/ferries/index.html',
    'translation.html': 'uk/2026/07/02/poromy/index.html',
    'front.html': 'index.html',
    'tag.html': 'tag/dnipro/index.html',
    'author.html': 'author/olha/index.html',
    'archive.html': 'archive/index.html',
    'archive-year.html': '2026/index.html',
    'archive-month.html': '2026/07/index.html',
    'tags.html': 'tags/index.html',
    'corrections.html': 'corrections/index.html',
    'page.html': 'about/index.html',
    'not-found.html': '404.html',
    'redirect.html': 'old/ferries/index.html',
    'feed.xml': 'feed.xml',
    'sitemap-2026.xml': 'sitemap-2026.xml',
    'article.json': '2026/07/01/ferries/index.json',
  };
  for (const [name, file] of Object.entries(kinds)) {
    const made = files.get(file)?.toString();
    expect(made, file).toBeDefined();
    await expect(stable(made ?? '')).toMatchFileSnapshot(`expected/${name}`);
  }
});

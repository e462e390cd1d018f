import { expect, test } from 'vitest';
import { article, SmallSite } from '../small-site.ts';

test('a post that is named twice, and once more in the text, is shown once', async () => {
  const snapshot = {
    url: 'https://x.com/olha/status/20',
    author: 'Olha',
    handle: 'olha',
    date: '2026-07-01',
    text: 'T',
  };
  const site = await SmallSite.write({
    'embeds/tweets/20.json': JSON.stringify({ id: '20', ...snapshot }),
    'embeds/tweets/21.json': JSON.stringify({ id: '21', ...snapshot }),
    'articles/a.md': article({ tweets: ['20', '21', '20', '21'] }, 'https://x.com/olha/status/21\n'),
  });
  const { body } = await site.view('article', '/2026/07/01/a/');
  expect(body.filter((part) => typeof part !== 'string' && part.type === 'tweet')).toHaveLength(2);
});

async function piecesOf(text: string, links: readonly object[] = []) {
  const tweet = {
    id: '20',
    url: 'https://x.com/olha/status/20',
    author: 'Olha',
    handle: '@olha',
    date: '2026-07-01',
    text,
    links,
  };
  const site = await SmallSite.write({ 'articles/a.md': article({ tweets: [tweet] }) });
  const { body } = await site.view('article', '/2026/07/01/a/');
  const [view] = body.filter((part) => typeof part !== 'string' && part.type === 'tweet');
  if (!view || typeof view === 'string' || view.type !== 'tweet') throw new Error('the tweet is not shown');
  return view.text.map((piece) => (typeof piece === 'string' ? piece : `[${piece.label}](${piece.href})`));
}

test.each([
  ['Plain text.\nTwo lines.', ['Plain text.\nTwo lines.']],
  ['Thanks @Koord_shtab!', ['Thanks ', '[@Koord_shtab](https://x.com/Koord_shtab)', '!']],
  [
    '#Маріуполь is free',
    ['[#Маріуполь](https://x.com/hashtag/%D0%9C%D0%B0%D1%80%D1%96%D1%83%D0%BF%D0%BE%D0%BB%D1%8C)', ' is free'],
  ],
  ['mail desk@news.example', ['mail desk@news.example']],
  ['See https://news.example/a_(b).', ['See ', '[https://news.example/a_(b](https://news.example/a_(b)', ').']],
  ['pic.twitter.com/abc123', ['[pic.twitter.com/abc123](https://pic.twitter.com/abc123)']],
  ['“https://news.example/a”, he said', ['“', '[https://news.example/a](https://news.example/a)', '”, he said']],
  ['', []],
])('%j is shown as %j', async (text, pieces) => {
  expect(await piecesOf(text)).toEqual(pieces);
});

test('a short address leads where it led, and shows what it showed', async () => {
  const links = [{ url: 'https://t.co/x1', expanded: 'https://news.example/long', display: 'news.example/lo…' }];
  expect(await piecesOf('Read https://t.co/x1 now', links)).toEqual([
    'Read ',
    '[news.example/lo…](https://news.example/long)',
    ' now',
  ]);
});

test('a link that would run script is text', async () => {
  const links = [{ url: 'https://t.co/x1', expanded: 'javascript:alert(1)' }];
  expect(await piecesOf('Read https://t.co/x1 now', links)).toEqual(['Read https://t.co/x1 now']);
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../cli/run-dateline.ts';
import { article, PIXEL, readTree, SmallSite } from '../small-site.ts';
import { closedPort, halfOf, inTurn, json, servePosts, status } from './post-server.ts';
import { idAt, oembedAnswer, syndicationAnswer, TOMBSTONE } from './posts-on-x.ts';

const OEMBED = 'publish.twitter.com/oembed';
const RESULT = 'cdn.syndication.twimg.com/tweet-result';
const ID = idAt('2026-07-01T15:02:07Z');
const URL_OF_POST = `https://twitter.com/HarbourWatch/status/${ID}?s=20`;
const FILE = `embeds/tweets/${ID}.json`;
const PLAIN = oembedAnswer({ id: ID, markup: 'The ferry is back.', day: 'July 1, 2026' });

async function run(site: SmallSite, via: string, ...args: readonly string[]) {
  return runDateline(['tweet', '--content', site.content, '--via', via, ...args], { SOURCE_DATE_EPOCH: '1783166400' });
}

async function snapshotIn(site: SmallSite, file = FILE): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(site.content, file), 'utf8'));
}

test('a post is archived whole: text with its lines and entities, links, time, language, source', async () => {
  const markup =
    'Tides &amp; times for &lt;today&gt;, it&#39;s early:<br><br>06:12 → high<br>12:40 → low <a href="https://twitter.com/hashtag/tides?src=hash&amp;ref_src=twsrc%5Etfw">#tides</a> via <a href="https://twitter.com/PortOffice?ref_src=twsrc%5Etfw">@PortOffice</a> <a href="https://t.co/AbCdEf1234">https://t.co/AbCdEf1234</a> <a href="https://t.co/PiCtUrE123">pic.twitter.com/PiCtUrE123</a>';
  const { via, asked } = await servePosts({
    [OEMBED]: json(oembedAnswer({ id: ID, markup, day: 'July 1, 2026', name: 'Harbour Watch ⚓' })),
  });
  const site = await SmallSite.write({ 'articles/a.md': article({}, `${URL_OF_POST}\n`) });
  const ran = await run(site, via, URL_OF_POST);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(asked[0]?.searchParams.get('url')).toBe(`https://x.com/HarbourWatch/status/${ID}`);
  expect([asked[0]?.searchParams.get('omit_script'), asked[0]?.searchParams.get('dnt')]).toEqual(['1', 'true']);
  expect(await snapshotIn(site)).toEqual({
    id: ID,
    url: `https://x.com/HarbourWatch/status/${ID}`,
    author: 'Harbour Watch ⚓',
    handle: 'HarbourWatch',
    date: '2026-07-01T18:02:07+03:00',
    language: 'en',
    text: "Tides & times for <today>, it's early:\n\n06:12 → high\n12:40 → low #tides via @PortOffice https://t.co/AbCdEf1234 pic.twitter.com/PiCtUrE123",
    links: [
      { url: 'https://t.co/AbCdEf1234' },
      { url: 'pic.twitter.com/PiCtUrE123', expanded: 'https://t.co/PiCtUrE123' },
    ],
    archivedAt: '2026-07-04T15:00:00+03:00',
    source: 'https://publish.twitter.com/oembed',
  });
  const { diagnostics, site: built } = await site.prepare({ purpose: 'check' });
  expect(diagnostics).toEqual([]);
  expect(built?.publication.tweets.has(ID)).toBe(true);
});

test('pictures come along with their alt texts, and links are told in full', async () => {
  const markup = 'Today: <a href="https://t.co/AbCdEf1234">https://t.co/AbCdEf1234</a>';
  const { via } = await servePosts({
    [OEMBED]: json(oembedAnswer({ id: ID, markup, day: 'July 1, 2026' })),
    [RESULT]: json(syndicationAnswer(ID, [{ file: 'a.jpg', alt: 'Two ferries' }, { file: 'b.jpg' }])),
    'pbs.twimg.com/media/a.jpg': (_, response) => response.end(PIXEL),
    'pbs.twimg.com/media/b.jpg': (_, response) => response.end('<html>no picture</html>'),
  });
  const site = await SmallSite.write({ 'articles/a.md': article({}, `${URL_OF_POST}\n`) });
  const ran = await run(site, via, URL_OF_POST);
  expect(ran.status).toBe(0);
  expect(ran.stdout).toContain('archived: 1 picture; picture 2 of 2 is missing: pbs.twimg.com gave no picture');
  expect(await snapshotIn(site)).toMatchObject({
    media: [{ src: `media/${ID}-1.png`, alt: 'Two ferries', credit: '@HarbourWatch' }],
    links: [
      {
        url: 'https://t.co/AbCdEf1234',
        expanded: 'https://harbour.example/tides?day=today',
        display: 'harbour.example/tides',
      },
    ],
  });
  expect((await site.prepare({ purpose: 'check' })).diagnostics).toEqual([]);
});

test('a snapshot that is there stays as it is, and nobody is asked', async () => {
  const { via, asked } = await servePosts({ [OEMBED]: json(PLAIN) });
  const site = await SmallSite.write({ [FILE]: 'not even JSON' });
  const ran = await run(site, via, URL_OF_POST, ID);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(ran.stdout).toContain('is archived already');
  expect(asked).toEqual([]);
  expect(await readFile(path.join(site.content, FILE), 'utf8')).toBe('not even JSON');
});

test.each([404, 410])('--refresh marks what is deleted since (%i), keeps the rest, and does so once', async (code) => {
  const { via } = await servePosts({ [OEMBED]: inTurn(json(PLAIN), status(code)) });
  const site = await SmallSite.write({});
  await run(site, via, URL_OF_POST);
  const before = await snapshotIn(site);
  const first = await run(site, via, '--refresh');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(first.stdout).toContain('has been deleted; marked, and kept');
  expect(await snapshotIn(site)).toEqual({ ...before, deleted: '2026-07-04' });
  const tree = await readTree(site.content);
  expect((await run(site, via, '--refresh', '--now', '2026-08-01')).stdout).toContain('marked as deleted before');
  expect(await readTree(site.content)).toEqual(tree);
});

test('--refresh believes a tombstone, and changes nothing of a post that is still there', async () => {
  const { via } = await servePosts({
    [OEMBED]: json(PLAIN),
    [RESULT]: inTurn(json({}), json({}), json(TOMBSTONE)),
  });
  const site = await SmallSite.write({});
  await run(site, via, URL_OF_POST);
  const tree = await readTree(site.content);
  expect((await run(site, via, '--refresh', URL_OF_POST)).stdout).toContain('is still there');
  expect(await readTree(site.content)).toEqual(tree);
  await run(site, via, '--refresh', URL_OF_POST);
  expect(await snapshotIn(site)).toMatchObject({ deleted: '2026-07-04', text: 'The ferry is back.' });
});

test('a limit on requests is waited for as long as the server asks', async () => {
  const { via, asked } = await servePosts({
    [OEMBED]: inTurn(status(429, { 'retry-after': '1' }), json(PLAIN)),
  });
  const site = await SmallSite.write({});
  const ran = await run(site, via, URL_OF_POST, '--no-pictures');
  expect(ran.status).toBe(0);
  expect(ran.stderr).toBe('publish.twitter.com allows no more requests for now; waiting 1 s\n');
  expect(asked).toHaveLength(2);
});

test('a limit that lasts ends the run, and says what is left', async () => {
  const { via, asked } = await servePosts({ [OEMBED]: status(429, { 'retry-after': '900' }) });
  const site = await SmallSite.write({});
  const ran = await run(site, via, URL_OF_POST, idAt('2026-07-02T10:00:00Z'));
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain('allows no more requests for now; try again in 15 minutes');
  expect(ran.stdout).toContain('1 not asked for: run the same command again later');
  expect(asked).toHaveLength(1);
});

test('half an answer, then a whole one', async () => {
  const { via } = await servePosts({ [OEMBED]: inTurn(halfOf(PLAIN), json(PLAIN)) });
  const site = await SmallSite.write({});
  expect((await run(site, via, URL_OF_POST, '--no-pictures')).status).toBe(0);
  expect(await snapshotIn(site)).toMatchObject({ text: 'The ferry is back.' });
});

test.each([
  ['a page of a hotel network', '<!DOCTYPE html><title>Welcome</title>'],
  ['JSON that ends too early', JSON.stringify(PLAIN).slice(0, 300)],
  ['another post', JSON.stringify(oembedAnswer({ id: '20', markup: 'just setting up', day: 'March 21, 2006' }))],
  ['no text', JSON.stringify({ ...PLAIN, html: '<blockquote class="twitter-tweet"></blockquote>' })],
])('%s is no post: nothing is written', async (_, body) => {
  const { via } = await servePosts({ [OEMBED]: (_request, response) => response.end(body) });
  const site = await SmallSite.write({});
  const before = await readTree(site.content);
  const ran = await run(site, via, URL_OF_POST);
  expect(ran).toMatchObject({ status: 1, stderr: '' });
  expect(ran.stdout).toContain('publish.twitter.com answered with something that is not this post');
  expect(await readTree(site.content)).toEqual(before);
});

test('no connection, a protected account and a post that never was are told apart', async () => {
  const site = await SmallSite.write({});
  const { via } = await servePosts({ [OEMBED]: inTurn(status(403), status(404)) });
  expect((await run(site, via, URL_OF_POST)).stdout).toContain('the account may be protected');
  expect((await run(site, via, URL_OF_POST)).stdout).toContain('there is no such post, or no more');
  const closed = await run(site, await closedPort(), URL_OF_POST);
  expect(closed.status).toBe(1);
  expect(closed.stdout).toContain('not archived: publish.twitter.com refuses the connection');
});

test.each([
  [[], /the address of a post is missing/],
  [['https://news.example/status/12345'], /not the address of a post/],
  [['https://youtu.be/abcdefgh'], /not the address of a post/],
  [['--via', 'ftp://gate.example', ID], /--via is not a web address/],
  [['--refesh', ID], /Unknown option '--refesh'/],
  [['--content', '/nowhere/at/all', ID], /there is no folder/],
])('%j is misuse', async (args, message) => {
  const ran = await runDateline(['tweet', ...args]);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toMatch(message);
});

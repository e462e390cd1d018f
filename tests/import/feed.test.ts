import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { feedAsExport } from '../../src/import/feed/feed-as-export.ts';
import { readJsonFeed } from '../../src/import/feed/read-json-feed.ts';
import { readXmlFeed } from '../../src/import/feed/read-xml-feed.ts';
import { fetchUploads, uploadsName } from '../../src/import/fetch-uploads.ts';
import { planWordPressImport } from '../../src/import/wordpress/plan-import.ts';
import { NotAnExport } from '../../src/import/xml-entries.ts';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { PIXEL, readTree, SmallSite } from '../small-site.ts';
import { SITE } from './wordpress-export.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };
const BODY = '<p>The boats are <em>back</em>.</p><p>See <a href="https://old.example/2024/trams.html">trams</a>.</p>';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>The Old Post</title><link>https://old.example/</link>
<item><title>Ferries return &amp;amp; stay</title><link>https://old.example/2024/ferries.html</link><guid isPermaLink="true">https://old.example/?p=7</guid>
<dc:creator>Olha Bondar</dc:creator><dc:creator>Emil Radford</dc:creator><category>Arts</category><category>Old Town</category>
<pubDate>Fri, 15 Mar 2024 08:30:00 GMT</pubDate><slash:comments>3</slash:comments><description>At last.</description>
<content:encoded><![CDATA[${BODY}<p>The post <a href="#">Ferries</a> appeared first on <a href="#">The Old Post</a>.</p>]]></content:encoded>
<media:content url="https://old.example/img/quay.jpg" medium="image"><media:title>A quay</media:title><media:description>The quay at dawn.</media:description><media:credit>Emil Radford/Agency</media:credit></media:content>
<enclosure url="https://old.example/audio/ferries.mp3" type="audio/mpeg" length="1"/></item>
<item><title>Trams</title><link>https://old.example/2024/trams.html</link><author>desk@old.example (Olha Bondar)</author><pubDate>Thu, 14 Mar 2024 08:30:00 +0200</pubDate><description>Only a summary&nbsp;…</description></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Old Post</title><link rel="self" href="https://old.example/atom.xml"/><link href="https://old.example/"/>
<entry><title type="html">Ferries return &amp;amp; stay</title><link href="https://old.example/2024/ferries.html"/><id>tag:old.example,2024:7</id><author><name>Olha Bondar</name></author><author><name>Emil Radford</name></author>
<category term="arts" label="Arts"/><category term="Old Town"/><published>2024-03-15T10:30:00+02:00</published><updated>2024-03-16T09:00:00+02:00</updated><summary>At last.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${BODY}</div></content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Old Post',
  home_page_url: 'https://old.example/',
  items: [
    {
      id: '7',
      url: 'https://old.example/2024/ferries.html',
      title: 'Ferries return & stay',
      content_html: BODY,
      summary: 'At last.',
      date_published: '2024-03-15T10:30:00+02:00',
      date_modified: '2024-03-16T09:00:00+02:00',
      authors: [{ name: 'Olha Bondar' }, { name: 'Emil Radford' }],
      tags: ['Arts', 'Old Town'],
    },
  ],
});

const read = async (text: string) => (text.startsWith('{') ? readJsonFeed(text) : readXmlFeed([text]));

async function planned(text: string, uploads: readonly string[] = []) {
  const plan = planWordPressImport(feedAsExport(await read(text), SITE), {
    ...{ site: SITE, authors: [], sections: new Map<string, string>(), uploads },
  });
  const file = 'articles/2024/03/ferries.md';
  const split = splitFrontMatter(file, plan.files.get(file) ?? '');
  return { plan, keys: split.data ?? {}, body: split.body };
}

test.each([
  ['RSS 2.0', RSS],
  ['Atom', ATOM],
  ['JSON Feed', JSON_FEED],
])('an entry of %s is an article with its people, date, section, tags and old address', async (_, text) => {
  const { plan, keys, body } = await planned(text);
  expect(keys).toMatchObject({
    title: 'Ferries return & stay',
    standfirst: 'At last.',
    date: '2024-03-15T10:30:00+02:00',
    authors: ['olha-bondar', 'emil-radford'],
    section: 'arts',
    tags: ['Old Town'],
    redirectFrom: ['/2024/ferries.html'],
  });
  expect(body).toMatch(/^The boats are \*back\*\.\n\nSee \[trams\]\(\S+\)\.\n/);
  expect(plan.files.get('authors/olha-bondar.md')).toBe('---\nname: Olha Bondar\n---\n');
  expect(plan.redirects.size).toBe(0);
});

test('what Atom and JSON Feed say of a change in substance is kept', async () => {
  for (const text of [ATOM, JSON_FEED]) expect((await planned(text)).keys['updated']).toBe('2024-03-16T09:00:00+02:00');
});

test('pictures, sound, links, summaries and comments of RSS', async () => {
  const { plan, keys, body } = await planned(RSS, ['img/quay.jpg']);
  expect(keys['image']).toEqual({
    src: '/images/imported/img/quay.jpg',
    alt: 'A quay',
    caption: 'The quay at dawn.',
    credit: 'Emil Radford/Agency',
  });
  expect(body).toContain('[trams](/articles/2024/03/trams.md)');
  expect(body).toContain('[ferries.mp3](https://old.example/audio/ferries.mp3)');
  expect(body).not.toContain('appeared first');
  expect(plan.files.get('articles/2024/03/trams.md')).toMatch(/authors: \[olha-bondar\][\s\S]*Only a summary/);
  expect(plan.notes).toContainEqual(expect.objectContaining({ message: expect.stringContaining('holds a summary') }));
  expect(plan.leftOut).toContainEqual(['comments', 3]);
});

test.each([
  ['<html><body/></html>', /begins with <html>, not with <rss> or <feed>/],
  [RSS.slice(0, 900), /not well-formed XML/],
  ['{"version": "1", "items": []}', /no JSON Feed/],
  ['{"version": ', /not JSON/],
  [RSS.replace('<channel>', '<channel><wp:wxr_version xmlns:wp="x">1.2</wp:wxr_version>'), /import -- wordpress/],
  ['<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>', /entity/],
])('what is no feed is refused: %#', async (text, message) => {
  await expect(read(text)).rejects.toThrow(NotAnExport);
  await expect(read(text)).rejects.toThrow(message);
});

/** A server that has some files, and pages in place of others. */
async function uploadsServer(files: Readonly<Record<string, Uint8Array | string>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const found = files[decodeURIComponent(request.url ?? '')];
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': typeof found === 'string' ? 'text/html' : 'image/png',
    });
    response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/up`, asked };
}

test('--uploads takes a web address: originals first, each file once, and what is not there is told', async () => {
  const { base, asked } = await uploadsServer({
    '/up/a b.png': PIXEL,
    '/up/c-scaled.png': PIXEL,
    '/up/page.png': '<html>',
  });
  const site = await SmallSite.write({});
  const folder = path.join(site.folder, 'fetched');
  const network = { fetch, wait: async () => {} };
  const places = ['a b-300x200.png', 'c.png', 'page.png', 'none.png', '../../x.png', 'run.php'];
  const notes = await fetchUploads(places, base, folder, network, () => {});
  expect([...(await readTree(folder)).keys()]).toEqual(['a b.png', 'c-scaled.png']);
  expect(notes.map(({ message, detail }) => `${detail}: ${message}`)).toEqual([
    'none.png: a file could not be fetched: the server has no such file',
    'page.png: a file could not be fetched: the server gave a page in its place',
  ]);
  const before = asked.length;
  await fetchUploads(['a b-300x200.png'], base, folder, network, () => {});
  expect(asked).toHaveLength(before);
});

test('the command: a feed with its pictures from the web, whole, and the same the second time', async () => {
  const { base } = await uploadsServer({ '/up/img/quay.jpg': PIXEL });
  const fetched = path.join(ROOT, '.cache/dateline/uploads', uploadsName(base));
  onTestFinished(() => rm(fetched, { recursive: true, force: true }));
  const site = await SmallSite.write({});
  const file = path.join(site.folder, 'feed.xml');
  await writeFile(file, RSS);
  const mapping = path.join(site.folder, 'mapping.yaml');
  await writeFile(mapping, 'sections: {otherwise: news}\ncredit: The Old Post\n');
  const args = ['import', 'feed', file, '--content', site.content, '--uploads', base, '--mapping', mapping];
  const first = await runDateline(args, CLOCK);
  expect(first.stdout).toContain('2  articles\n');
  const tree = await readTree(site.content);
  expect([...tree.keys()]).toContain('images/imported/img/quay.jpg');
  const second = await runDateline(args, CLOCK);
  expect(second.stdout).toContain('0 files written, 3 were there already');
  expect(await readTree(site.content)).toEqual(tree);
});

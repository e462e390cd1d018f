import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../cli/run-dateline.ts';
import { article, PIXEL, SmallSite } from '../small-site.ts';
import { inTurn, json, servePosts, status } from './post-server.ts';

type Handlers = Parameters<typeof servePosts>[0];

async function archive(handlers: Handlers, url: string, ...args: readonly string[]) {
  const { via } = await servePosts(handlers);
  const site = await SmallSite.write({ 'articles/a.md': article({}, `${url}\n`) });
  const command = ['tweet', '--content', site.content, '--via', via];
  const run = (...more: readonly string[]) => runDateline([...command, ...more], { SOURCE_DATE_EPOCH: '1783166400' });
  const ran = await run(url, ...args);
  const snapshot = async (name: string) =>
    JSON.parse(await readFile(path.join(site.content, `embeds/tweets/${name}.json`), 'utf8')) as Record<
      string,
      unknown
    >;
  const shown = async () =>
    (await site.view('article', '/2026/07/01/a/')).body.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  return { site, ran, run, snapshot, shown };
}

/** As https://docs.bsky.app/docs/api/app-bsky-feed-get-posts shows it; the post is invented. */
const BLUESKY = {
  posts: [
    {
      uri: 'at://did:plc:abc123/app.bsky.feed.post/3lt2abc',
      cid: 'bafyrei',
      author: { did: 'did:plc:abc123', handle: 'desk.example', displayName: 'The Desk' },
      record: {
        $type: 'app.bsky.feed.post',
        createdAt: '2026-07-01T12:02:07.123Z',
        langs: ['uk'],
        text: 'Пором знову ходить: desk.example/ferry...\n\n@quay.example #пором',
        facets: [
          {
            index: { byteStart: 36, byteEnd: 57 },
            features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://desk.example/ferry?a=1' }],
          },
          {
            index: { byteStart: 59, byteEnd: 72 },
            features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:quay' }],
          },
        ],
      },
      embed: {
        $type: 'app.bsky.embed.images#view',
        images: [{ thumb: 'https://cdn.bsky.app/t.jpg', fullsize: 'https://cdn.bsky.app/f.jpg', alt: 'Пором' }],
      },
      indexedAt: '2026-07-01T12:02:08Z',
    },
  ],
};
const GET_POSTS = 'public.api.bsky.app/xrpc/app.bsky.feed.getPosts';
const RESOLVE = 'public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle';
const BLUESKY_URL = 'https://bsky.app/profile/desk.example/post/3lt2abc';

test('a post on Bluesky: text, links by their bytes, language, picture; the article shows it', async () => {
  const { ran, snapshot, shown, run } = await archive(
    {
      [RESOLVE]: json({ did: 'did:plc:abc123' }),
      [GET_POSTS]: inTurn(json(BLUESKY), json({ posts: [] })),
      'cdn.bsky.app/f.jpg': (_, response) => response.end(PIXEL),
    },
    BLUESKY_URL,
  );
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  const name = 'bluesky-desk.example_3lt2abc';
  expect(await snapshot(name)).toEqual({
    network: 'bluesky',
    id: 'desk.example/3lt2abc',
    url: BLUESKY_URL,
    author: 'The Desk',
    handle: 'desk.example',
    date: '2026-07-01T15:02:07+03:00',
    language: 'uk',
    text: 'Пором знову ходить: desk.example/ferry...\n\n@quay.example #пором',
    links: [
      { url: 'desk.example/ferry...', expanded: 'https://desk.example/ferry?a=1' },
      { url: '@quay.example', expanded: 'https://bsky.app/profile/did:plc:quay' },
    ],
    media: [{ src: `media/${name}-1.png`, alt: 'Пором', credit: '@desk.example' }],
    archivedAt: '2026-07-04T15:00:00+03:00',
    source: 'https://public.api.bsky.app/xrpc/app.bsky.feed.getPosts',
  });
  expect(await shown()).toMatchObject([
    {
      type: 'tweet',
      network: 'bluesky',
      profile: 'https://bsky.app/profile/desk.example',
      text: [
        'Пором знову ходить: ',
        { label: 'desk.example/ferry...', href: 'https://desk.example/ferry?a=1' },
        '\n\n',
        { label: '@quay.example', href: 'https://bsky.app/profile/did:plc:quay' },
        ' #пором',
      ],
    },
  ]);
  expect((await run('--refresh')).stdout).toContain('has been deleted; marked, and kept');
  expect(await snapshot(name)).toMatchObject({ deleted: '2026-07-04', author: 'The Desk' });
});

/** As https://docs.joinmastodon.org/entities/Status/ shows it; the post is invented. */
const STATUS = {
  id: '112233',
  created_at: '2026-07-01T12:02:07.000Z',
  language: 'en',
  sensitive: false,
  spoiler_text: '',
  visibility: 'public',
  url: 'https://social.example/@desk/112233',
  content:
    '<p>It is back &amp; early:<br>06:12</p><p><a href="https://desk.example/ferry" rel="nofollow"><span class="invisible">https://</span><span class="">desk.example/ferry</span><span class="invisible"></span></a> <span class="h-card"><a href="https://other.example/@quay" class="u-url mention">@<span>quay</span></a></span> <a href="https://social.example/tags/ferry" class="mention hashtag" rel="tag">#<span>ferry</span></a></p>',
  account: { id: '1', username: 'desk', acct: 'desk', display_name: 'The Desk', url: 'https://social.example/@desk' },
  media_attachments: [{ id: '2', type: 'image', url: 'https://files.social.example/o.png', description: 'A ferry' }],
};

test('a post on Mastodon: HTML becomes text and links', async () => {
  const { ran, snapshot, shown } = await archive(
    {
      'social.example/api/v1/statuses/112233': json(STATUS),
      'files.social.example/o.png': (_, response) => response.end(PIXEL),
    },
    'https://social.example/@desk/112233',
  );
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(await snapshot('mastodon-social.example_@desk_112233')).toMatchObject({
    network: 'mastodon',
    handle: 'desk@social.example',
    text: 'It is back & early:\n06:12\n\nhttps://desk.example/ferry @quay #ferry',
    links: [
      { url: 'https://desk.example/ferry' },
      { url: '@quay', expanded: 'https://other.example/@quay' },
      { url: '#ferry', expanded: 'https://social.example/tags/ferry' },
    ],
    media: [{ alt: 'A ferry' }],
    source: 'https://social.example/api/v1/statuses',
  });
  expect(await shown()).toMatchObject([
    { type: 'tweet', network: 'mastodon', profile: 'https://social.example/@desk' },
  ]);
});

/** The parts that are read of https://t.me/<channel>/<id>?embed=1, in its markup of 2025; the post is invented. */
const telegramPage = (text: string) => `<!DOCTYPE html><html><body class="widget_frame_base tgme_widget">
<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="thedesk/77" data-view="eyJ">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/thedesk"><span dir="auto">The Desk <i class="emoji"><b>⚓</b></i></span></a></div>
<a class="tgme_widget_message_photo_wrap 1 2" href="https://t.me/thedesk/77" style="width:800px;background-image:url('https://cdn4.telesco.pe/file/abc.jpg')"></a>
<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>
<a class="tgme_widget_message_date" href="https://t.me/thedesk/77"><time datetime="2026-07-01T12:02:07+00:00" class="datetime">Jul 1 at 12:02</time></a>
</div></body></html>`;

test('a post on Telegram: the page that others embed is read; words that were links stay links', async () => {
  const text =
    '<b>Back.</b><br/><br/>See <a href="https://desk.example/f?a=1&amp;b=2" target="_blank">the timetable</a>, the timetable';
  const { ran, snapshot, shown } = await archive(
    {
      't.me/thedesk/77': (_, response) => response.end(telegramPage(text)),
      'cdn4.telesco.pe/file/abc.jpg': status(404),
    },
    'https://t.me/thedesk/77',
  );
  expect(ran.status).toBe(0);
  expect(ran.stdout).toContain('picture 1 of 1 is missing');
  expect(await snapshot('telegram-thedesk_77')).toMatchObject({
    network: 'telegram',
    author: 'The Desk ⚓',
    handle: 'thedesk',
    date: '2026-07-01T15:02:07+03:00',
    text: 'Back.\n\nSee the timetable, the timetable',
    links: [{ url: 'the timetable', expanded: 'https://desk.example/f?a=1&b=2' }],
  });
  expect(await shown()).toMatchObject([
    { network: 'telegram', text: ['Back.\n\nSee ', { href: 'https://desk.example/f?a=1&b=2' }, ', the timetable'] },
  ]);
});

test.each([
  [
    'https://t.me/thedesk/77',
    't.me/thedesk/77',
    '<div class="tgme_widget_message_error">Post not found</div>',
    /there is no such post/,
  ],
  ['https://t.me/thedesk/77', 't.me/thedesk/77', '<div class="tgme_page">Telegram</div>', /not this post/],
  ['https://social.example/@desk/112233', 'social.example/api/v1/statuses/112233', '{"error":"x"}', /not this post/],
  [BLUESKY_URL, RESOLVE, '{"did":"did:plc:abc123&x=1"}', /does not know the account/],
])('no post at %s: %#', async (url, place, body, message) => {
  const { ran, site } = await archive({ [place]: (_, response) => response.end(body) }, url);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toMatch(message);
  // Without a snapshot the link is a card, as ever.
  expect((await site.view('article', '/2026/07/01/a/')).body).toMatchObject([{ type: 'post-link' }]);
});

test('a snapshot of another network is named by network and id', async () => {
  const post = {
    network: 'telegram',
    id: 'thedesk/77',
    url: 'https://t.me/thedesk/77',
    author: 'D',
    handle: 'thedesk',
    date: '2026-07-01',
    text: 'Hi.',
  };
  const site = await SmallSite.write({
    'embeds/tweets/telegram-thedesk_77.json': JSON.stringify(post),
    'articles/a.md': article({ tweets: ['https://t.me/thedesk/77'] }),
  });
  expect((await site.prepare()).diagnostics).toEqual([]);
  expect((await site.view('article', '/2026/07/01/a/')).body).toMatchObject([
    expect.any(String),
    { network: 'telegram' },
  ]);
  await site.put({ 'embeds/tweets/thedesk-77.json': JSON.stringify(post) });
  expect((await site.prepare()).diagnostics).toMatchObject([{ code: 'tweet-mismatch' }]);
});

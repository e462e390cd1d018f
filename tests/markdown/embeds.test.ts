import { describe, expect, test } from 'vitest';
import { htmlOf, partsOf } from './body-workshop.ts';

describe('a link to a post alone in its paragraph', () => {
  const x = {
    type: 'post',
    network: 'x',
    id: '1941102345678901234',
    url: 'https://x.com/18F/status/1941102345678901234',
    line: 1,
  };
  test.each([
    'https://twitter.com/18F/status/1941102345678901234',
    'https://x.com/18F/status/1941102345678901234?s=20&t=abc',
    '<https://mobile.twitter.com/18F/statuses/1941102345678901234/photo/1>',
    '[What they said](https://www.twitter.com/18F/status/1941102345678901234)',
  ])('is the post: %s', (markdown) => {
    expect(partsOf(markdown)).toEqual([x]);
  });

  test.each([
    ['https://bsky.app/profile/a.example/post/3kabc', 'bluesky', 'a.example/3kabc'],
    ['https://mastodon.social/@a/112233445566', 'mastodon', 'mastodon.social/@a/112233445566'],
    ['https://t.me/channel/123?single', 'telegram', 'channel/123'],
    ['https://t.me/s/channel/123', 'telegram', 'channel/123'],
  ])('is that of other networks: %s', (markdown, network, id) => {
    expect(partsOf(markdown)).toMatchObject([{ type: 'post', network, id }]);
  });

  test.each([
    'See https://x.com/18F/status/1941102345678901234',
    '- https://x.com/18F/status/1941102345678901234',
    'https://x.com/18F',
    'https://x.com/18F/status/1941102345678901234 and https://x.com/18F/status/1941102345678901235',
    'https://medium.example/@a/a-story',
    'https://x.com.evil.example/18F/status/1',
  ])('is a link otherwise: %s', (markdown) => {
    expect(htmlOf(markdown)).toContain('<a href="https://');
  });
});

describe('a link to a video alone in its paragraph', () => {
  const player = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ';
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=x', player],
    ['https://youtu.be/dQw4w9WgXcQ?t=1m30s', `${player}?start=90`],
    ['https://m.youtube.com/watch?t=75&v=dQw4w9WgXcQ', `${player}?start=75`],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', player],
    ['https://youtube.com/live/dQw4w9WgXcQ?t=1h', `${player}?start=3600`],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://vimeo.com/76979871/0123abcdef#t=30s', 'https://player.vimeo.com/video/76979871?dnt=1&h=0123abcdef#t=30s'],
  ])('is played without tracking: %s', (markdown, expected) => {
    expect(partsOf(markdown)).toMatchObject([{ type: 'video', player: expected }]);
  });

  test('takes its title from the text of the link', () => {
    expect(partsOf('[An interview](https://youtu.be/dQw4w9WgXcQ)')).toMatchObject([{ title: 'An interview' }]);
    expect(partsOf('https://youtu.be/dQw4w9WgXcQ')[0]).not.toHaveProperty('title');
  });

  test('may be pasted as a player', () => {
    const frame =
      '<iframe width="560" src="//www.youtube.com/embed/dQw4w9WgXcQ?start=5&amp;x=1" allowfullscreen></iframe>';
    expect(partsOf(`Text\n\n${frame}`)).toMatchObject([
      expect.anything(),
      { type: 'video', player: `${player}?start=5`, line: 3 },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { htmlOf, partsOf, problemsOf } from './body-workshop.ts';

const SCRIPT = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';
const EMBED = `<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">We&#39;ve moved \\o/ &amp; it is <a href="https://t.co/4qwKpDGWye">https://t.co/4qwKpDGWye</a><br><br><a href="https://twitter.com/hashtag/x?src=hash">#x</a> <a href="https://t.co/ZSehetnGBD">pic.twitter.com/ZSehetnGBD</a></p>&mdash; 18F (@18F) <a href="https://twitter.com/18F/status/671435022667227138?ref_src=twsrc%5Etfw">November 30, 2015</a></blockquote>`;

const POST = {
  type: 'post',
  network: 'x',
  id: '671435022667227138',
  url: 'https://x.com/18F/status/671435022667227138',
  snapshot: {
    id: '671435022667227138',
    url: 'https://x.com/18F/status/671435022667227138',
    author: '18F',
    handle: '18F',
    date: '2015-11-30',
    language: 'en',
    text: "We've moved \\o/ & it is https://t.co/4qwKpDGWye\n\n#x pic.twitter.com/ZSehetnGBD",
    links: [
      { url: 'https://t.co/4qwKpDGWye' },
      { url: 'pic.twitter.com/ZSehetnGBD', expanded: 'https://t.co/ZSehetnGBD' },
    ],
  },
  line: 3,
};

describe('a pasted post', () => {
  test.each([EMBED, `${EMBED} ${SCRIPT}`, `${EMBED}\n${SCRIPT}`, `${EMBED}\n\n${SCRIPT}`])(
    'is rebuilt from its embed code, without the script',
    (markup) => {
      for (const html of ['sanitize', 'trust'] as const) {
        expect(partsOf(`a\n\n${markup}\n\nb`, { html })).toEqual(['<p>a</p>\n', POST, '<p>b</p>\n']);
      }
      expect(problemsOf(markup)).toEqual([]);
    },
  );

  test('may have blank lines within', () => {
    const markup = `<blockquote class="twitter-tweet" lang="en">
  <p lang="en">
    A <a href="https://twitter.com/b">@b</a>
    c
  </p>

  <p>
    — Ben Evans (@BenedictEvans) <a href="https://twitter.com/BenedictEvans/status/637046046984568832">27 серпня 2015</a>
  </p>
</blockquote>`;
    expect(partsOf(markup)).toMatchObject([
      {
        id: '637046046984568832',
        snapshot: { author: 'Ben Evans', handle: 'BenedictEvans', text: 'A @b c', date: '27 серпня 2015' },
      },
    ]);
  });

  test('that does not say which post it is stays a quote', () => {
    const markup = '<blockquote class="twitter-tweet"><p>A</p>&mdash; B (@b) May 21, 2015</blockquote>';
    expect(htmlOf(markup)).toBe('<blockquote class="twitter-tweet"><p>A</p>— B (@b) May 21, 2015</blockquote>');
  });

  test('with more after it stays what it is', () => {
    expect(htmlOf(`${EMBED}<p>more</p>`)).toContain('<p>more</p>');
  });

  test('is text where HTML is', () => {
    expect(htmlOf(EMBED, { html: 'escape' })).toContain('&lt;blockquote');
  });
});

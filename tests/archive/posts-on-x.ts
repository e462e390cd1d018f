/** The id that X gives a post at a moment: a snowflake, milliseconds since 4 November 2010 and 22 further bits. */
export function idAt(iso: string): string {
  return String(((BigInt(Date.parse(iso)) - 1288834974657n) << 22n) + 4242n);
}

interface Words {
  readonly id: string;
  /** Markup between `<p>` and `</p>`, as X writes it. */
  readonly markup: string;
  readonly day: string;
  readonly name?: string;
  readonly handle?: string;
  readonly language?: string;
}

/**
 * An answer of https://publish.twitter.com/oembed, field by field as the documentation shows it
 * (developer.x.com/en/docs/x-for-websites/oembed-api, `omit_script=1&dnt=true`); the posts are invented.
 */
export function oembedAnswer({
  id,
  markup,
  day,
  name = 'Harbour Watch',
  handle = 'HarbourWatch',
  language = 'en',
}: Words) {
  return {
    url: `https://twitter.com/${handle}/status/${id}`,
    author_name: name,
    author_url: `https://twitter.com/${handle}`,
    html: `<blockquote class="twitter-tweet" data-dnt="true"><p lang="${language}" dir="ltr">${markup}</p>&mdash; ${name} (@${handle}) <a href="https://twitter.com/${handle}/status/${id}?ref_src=twsrc%5Etfw">${day}</a></blockquote>\n`,
    width: 550,
    height: null,
    type: 'rich',
    cache_age: '3153600000',
    provider_name: 'Twitter',
    provider_url: 'https://twitter.com',
    version: '1.0',
  };
}

/** The part that is read of an answer of cdn.syndication.twimg.com/tweet-result, in the form that react-tweet documents. */
export function syndicationAnswer(id: string, pictures: readonly { readonly file: string; readonly alt?: string }[]) {
  return {
    __typename: 'Tweet',
    lang: 'en',
    id_str: id,
    entities: {
      hashtags: [],
      user_mentions: [],
      symbols: [],
      urls: [
        {
          display_url: 'harbour.example/tides',
          expanded_url: 'https://harbour.example/tides?day=today',
          indices: [40, 63],
          url: 'https://t.co/AbCdEf1234',
        },
      ],
    },
    mediaDetails: pictures.map(({ file, alt }) => ({
      type: 'photo',
      media_url_https: `https://pbs.twimg.com/media/${file}`,
      url: 'https://t.co/PiCtUrE123',
      display_url: 'pic.twitter.com/PiCtUrE123',
      ...(alt === undefined ? {} : { ext_alt_text: alt }),
    })),
  };
}

/** What tweet-result says of a post that its author has deleted. */
export const TOMBSTONE = {
  __typename: 'TweetTombstone',
  tombstone: { text: { text: 'This Post was deleted by the Post author. Learn more', entities: [], rtl: false } },
};

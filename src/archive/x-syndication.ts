import { z } from 'zod';
import { ask, type Network } from './ask.ts';
import type { RemotePicture } from './found-post.ts';
import { readJson } from './read-json.ts';

// What X's own embedded posts are made from. Undocumented, so nothing is required of it.
const SYNDICATION = 'https://cdn.syndication.twimg.com/tweet-result';

const pictureSchema = z.object({
  type: z.string().optional(),
  media_url_https: z.url({ protocol: /^https$/, hostname: /^pbs\.twimg\.com$/ }),
  ext_alt_text: z.string().nullish(),
});
const linkSchema = z.object({ url: z.string(), expanded_url: z.string(), display_url: z.string() });
const resultSchema = z.object({
  __typename: z.string().optional(),
  entities: z.object({ urls: z.array(linkSchema).default([]) }).optional(),
  mediaDetails: z.array(pictureSchema).optional(),
  tombstone: z.object({ text: z.object({ text: z.string() }) }).optional(),
});

export interface SyndicatedPost {
  readonly is: 'found';
  readonly pictures: readonly RemotePicture[];
  readonly links: readonly { readonly url: string; readonly expanded: string; readonly display: string }[];
}

/** Pictures and full links of a post on X. A video is its still picture. */
export async function syndicatedPost(
  id: string,
  network: Network,
): Promise<SyndicatedPost | { readonly is: 'gone' } | { readonly is: 'failed'; readonly reason: string }> {
  const query = new URLSearchParams({ id, token: tokenOf(id), lang: 'en' });
  const answer = await ask(`${SYNDICATION}?${query}`, { accept: 'application/json', mostBytes: 1e6 }, network);
  // It has no answer for many posts that exist, so its 404 proves nothing.
  if (answer.is === 'gone') return { is: 'failed', reason: 'cdn.syndication.twimg.com does not know the post' };
  if (answer.is === 'failed') return answer;
  const result = readJson(answer.bytes, resultSchema);
  if (result?.__typename === 'TweetTombstone') {
    const words = result.tombstone?.text.text ?? '';
    // Posts from 18 on and of suspended accounts have tombstones, too.
    return /\bdeleted\b/i.test(words) ? { is: 'gone' } : { is: 'failed', reason: words || 'X does not show the post' };
  }
  if (result?.__typename !== 'Tweet') return { is: 'failed', reason: 'cdn.syndication.twimg.com gave no post' };
  return {
    is: 'found',
    pictures: (result.mediaDetails ?? []).map((picture) => ({
      url: `${picture.media_url_https}?name=orig`,
      alt: picture.ext_alt_text ?? '',
    })),
    links: (result.entities?.urls ?? []).map(({ url, expanded_url, display_url }) => ({
      url,
      expanded: expanded_url,
      display: display_url,
    })),
  };
}

// As X's own script makes it; any text does at present.
function tokenOf(id: string): string {
  return ((Number(id) / 1e15) * Math.PI).toString(36).replace(/(?:0+|\.)/g, '');
}

import { z } from 'zod';
import type { TweetSource } from '../schema/tweet.ts';
import { ask } from './ask.ts';
import type { Finding, FoundPost, PostAddress } from './found-post.ts';
import { readJson } from './read-json.ts';
import { secondAt } from './second-at.ts';

const API = 'https://public.api.bsky.app/xrpc';

const facetSchema = z.object({
  index: z.object({ byteStart: z.int(), byteEnd: z.int() }),
  features: z.array(z.object({ uri: z.string().optional(), did: z.string().optional(), tag: z.string().optional() })),
});
const imageSchema = z.object({ fullsize: z.string(), alt: z.string().default('') });
const embedSchema = z.object({
  images: z.array(imageSchema).optional(),
  media: z.object({ images: z.array(imageSchema).optional() }).optional(),
});
// https://docs.bsky.app/docs/api/app-bsky-feed-get-posts
const postSchema = z.object({
  author: z.object({ did: z.string(), handle: z.string(), displayName: z.string().optional() }),
  record: z.object({
    text: z.string(),
    createdAt: z.iso.datetime({ offset: true }),
    langs: z.array(z.string()).optional(),
    facets: z.array(facetSchema).optional(),
  }),
  embed: embedSchema.optional(),
});
const answerSchema = z.object({ posts: z.array(postSchema) });
const identitySchema = z.object({ did: z.string().regex(/^did:[\w:.%-]+$/) });

const QUESTION = { accept: 'application/json', mostBytes: 1e6 };

/** Asks the public service of Bluesky for the post. */
export async function findOnBluesky(
  { id, url }: PostAddress,
  { network, timeZone, pictures }: Finding,
): Promise<FoundPost> {
  const [account = '', key = ''] = id.split('/');
  const did = account.startsWith('did:') ? account : await didOf(account, network);
  if (typeof did !== 'string') return did;
  const query = new URLSearchParams({ uris: `at://${did}/app.bsky.feed.post/${key}` });
  const answer = await ask(`${API}/app.bsky.feed.getPosts?${query}`, QUESTION, network);
  if (answer.is !== 'answer') return answer;
  const posts = readJson(answer.bytes, answerSchema)?.posts;
  if (!posts) return { is: 'failed', reason: 'public.api.bsky.app answered with something that is not this post' };
  const [post] = posts;
  if (!post) return { is: 'gone' };
  const { author, record, embed } = post;
  const images = [...(embed?.images ?? []), ...(embed?.media?.images ?? [])];
  const links = linksOf(record);
  return {
    is: 'found',
    post: {
      network: 'bluesky',
      id,
      url,
      author: author.displayName?.trim() || author.handle,
      handle: author.handle,
      date: secondAt(Date.parse(record.createdAt), timeZone),
      ...(record.langs?.[0] ? { language: record.langs[0] } : {}),
      text: record.text,
      ...(links.length > 0 ? { links } : {}),
    },
    pictures: (pictures ? images : []).flatMap(({ fullsize, alt }) =>
      fullsize.startsWith('https://') ? [{ url: fullsize, alt }] : [],
    ),
  };
}

async function didOf(
  handle: string,
  network: Finding['network'],
): Promise<string | Exclude<FoundPost, { is: 'found' }>> {
  const query = new URLSearchParams({ handle });
  const answer = await ask(`${API}/com.atproto.identity.resolveHandle?${query}`, QUESTION, network);
  // An account that has been renamed gives the same answer as one that is gone, so nothing follows from it.
  if (answer.is !== 'answer')
    return { ...answer, is: 'failed', reason: 'reason' in answer ? answer.reason : 'there is no such account' };
  return (
    readJson(answer.bytes, identitySchema)?.did ?? {
      is: 'failed',
      reason: 'public.api.bsky.app does not know the account',
    }
  );
}

// Places in the text are counted in bytes of UTF-8.
function linksOf({ text, facets = [] }: z.output<typeof postSchema>['record']): NonNullable<TweetSource['links']> {
  const bytes = Buffer.from(text);
  return facets.flatMap(({ index, features }) => {
    const url = bytes.subarray(index.byteStart, index.byteEnd).toString();
    const [feature] = features;
    const expanded =
      feature?.uri ??
      (feature?.did ? `https://bsky.app/profile/${feature.did}` : undefined) ??
      (feature?.tag ? `https://bsky.app/hashtag/${encodeURIComponent(feature.tag)}` : undefined);
    if (url === '' || expanded === undefined) return [];
    return [url === expanded ? { url } : { url, expanded }];
  });
}

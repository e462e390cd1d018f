import { z } from 'zod';
import { ask } from './ask.ts';
import type { Finding, FoundPost, PostAddress } from './found-post.ts';
import { postText } from './post-text.ts';
import { readJson } from './read-json.ts';
import { secondAt } from './second-at.ts';

const mediaSchema = z.object({ type: z.string(), url: z.string().nullish(), description: z.string().nullish() });

// https://docs.joinmastodon.org/entities/Status/
const statusSchema = z.object({
  created_at: z.iso.datetime({ offset: true }),
  language: z.string().nullish(),
  content: z.string(),
  spoiler_text: z.string().default(''),
  account: z.object({ display_name: z.string(), username: z.string(), acct: z.string() }),
  media_attachments: z.array(mediaSchema).default([]),
});

/** Asks the server of an address on Mastodon for the post. */
export async function findOnMastodon(
  { id, url }: PostAddress,
  { network, timeZone, pictures }: Finding,
): Promise<FoundPost> {
  const { host, pathname } = new URL(url);
  const number = pathname.split('/').at(-1) ?? '';
  const address = `https://${host}/api/v1/statuses/${number}`;
  const answer = await ask(address, { accept: 'application/json', mostBytes: 1e6 }, network);
  if (answer.is !== 'answer') return answer;
  const status = readJson(answer.bytes, statusSchema);
  if (!status) return { is: 'failed', reason: `${host} answered with something that is not this post` };
  const { account } = status;
  const { text, links } = postText(status.content);
  const warning = postText(status.spoiler_text).text;
  return {
    is: 'found',
    post: {
      network: 'mastodon',
      id,
      url,
      author: account.display_name.trim() || account.username,
      handle: account.acct.includes('@') ? account.acct : `${account.acct}@${host}`,
      date: secondAt(Date.parse(status.created_at), timeZone),
      ...(status.language ? { language: status.language } : {}),
      text: [warning, text].filter((part) => part !== '').join('\n\n'),
      ...(links.length > 0 ? { links } : {}),
    },
    pictures: (pictures ? status.media_attachments : []).flatMap((media) =>
      media.type === 'image' && media.url?.startsWith('https://')
        ? [{ url: media.url, alt: media.description ?? '' }]
        : [],
    ),
  };
}

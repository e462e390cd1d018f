import { ask } from './ask.ts';
import type { Finding, FoundPost, PostAddress } from './found-post.ts';
import { postText } from './post-text.ts';
import { secondAt } from './second-at.ts';

const MESSAGE = /\btgme_widget_message_text js-message_text\b[^>]*>([\s\S]*?)<\/div>/;
const OWNER = /\btgme_widget_message_owner_name\b[^>]*>([\s\S]*?)<\/a>/;
const TIME = /<time\b[^>]*\bdatetime="([^"]+)"/;
const PHOTO = /\btgme_widget_message_photo_wrap\b[^>]*?background-image:url\('(https:[^')]+)'\)/g;
const MISSING = /\btgme_widget_message_error\b/;

/** Asks t.me for a post of a public channel, in the form that other sites embed. It is a page, since there is no interface. */
export async function findOnTelegram(
  { id, url }: PostAddress,
  { network, timeZone, pictures }: Finding,
): Promise<FoundPost> {
  const answer = await ask(`${url}?embed=1`, { accept: 'text/html', mostBytes: 2e6 }, network);
  if (answer.is !== 'answer') return answer;
  const page = new TextDecoder().decode(answer.bytes);
  if (MISSING.test(page)) return { is: 'gone' };
  const epoch = Date.parse(TIME.exec(page)?.[1] ?? '');
  const photos = Array.from(page.matchAll(PHOTO), ([, photo = '']) => ({ url: photo, alt: '' }));
  const { text, links } = postText(MESSAGE.exec(page)?.[1] ?? '');
  if (!page.includes(`data-post="${id}"`) || Number.isNaN(epoch) || (text === '' && photos.length === 0))
    return { is: 'failed', reason: 't.me answered with something that is not this post' };
  const channel = id.split('/')[0] ?? '';
  return {
    is: 'found',
    post: {
      network: 'telegram',
      id,
      url,
      author: postText(OWNER.exec(page)?.[1] ?? '').text || channel,
      handle: channel,
      date: secondAt(epoch, timeZone),
      text,
      ...(links.length > 0 ? { links } : {}),
    },
    pictures: pictures ? photos : [],
  };
}

import type { Token } from 'markdown-it';
import type { PostEmbed, VideoEmbed } from './body.ts';
import { plainText } from './plain-text.ts';

type Embed = Omit<PostEmbed, 'line'> | Omit<VideoEmbed, 'line'>;

const HANDLED =
  /^https?:\/\/(?:(?:www\.|mobile\.|m\.|music\.|player\.)?(?:twitter\.com|x\.com|youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|t\.me|bsky\.app)\/|[^/?#]+\/@)/i;
const LONGEST_FRAME = 2000;
const VIDEO_ID = /^[\w-]{6,20}$/;
const FRAME = /^\s*<iframe\s[^>]*?\bsrc=["']([^"']+)["'][^>]*>\s*<\/iframe>\s*$/i;

/** What a paragraph is that holds nothing but a link to a post or a video, however the link is written. */
export function embedOf(children: readonly Token[], line: number): PostEmbed | VideoEmbed | undefined {
  const open = children[0];
  if (open?.type !== 'link_open' || children.findIndex((t) => t.type === 'link_close') !== children.length - 1)
    return undefined;
  const embed = embedAt(String(open.attrGet('href') ?? ''));
  if (embed === undefined) return undefined;
  const title = open.info === 'auto' ? '' : plainText(children).trim();
  return embed.type === 'video' && title !== '' ? { ...embed, title, line } : { ...embed, line };
}

/** The video that a pasted player shows, when the block of raw HTML holds nothing else. */
export function embedOfFrame(html: string, line: number): VideoEmbed | undefined {
  if (html.length > LONGEST_FRAME) return undefined;
  const src = FRAME.exec(html)?.[1]?.replaceAll('&amp;', '&');
  const embed = src === undefined ? undefined : embedAt(src.startsWith('//') ? `https:${src}` : src);
  return embed?.type === 'video' ? { ...embed, line } : undefined;
}

/** The post or video at an address, with the address in its canonical form; undefined for every other address. */
export function embedAt(address: string): Embed | undefined {
  if (!HANDLED.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const path = url.pathname.split('/').filter((segment) => segment !== '');
  switch (url.hostname.replace(/^(?:www|mobile|m|music|player)\./, '')) {
    case 'twitter.com':
    case 'x.com':
      return postOnX(path);
    case 'bsky.app':
      return postOnBluesky(path);
    case 't.me':
      return postOnTelegram(path);
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return youTube(url.pathname === '/watch' ? (url.searchParams.get('v') ?? '') : youTubeIdOf(path), url);
    case 'youtu.be':
      return youTube(path[0] ?? '', url);
    case 'vimeo.com':
      return vimeo(path, url);
    default:
      return postOnMastodon(url.host, path);
  }
}

function postOnX(path: readonly string[]): Embed | undefined {
  const at = path.findIndex((segment) => segment === 'status' || segment === 'statuses');
  const id = path[at + 1] ?? '';
  const account = path[0] ?? '';
  if (at < 1 || at > 2 || !/^\d{1,20}$/.test(id) || !/^\w{1,30}$/.test(account)) return undefined;
  return { type: 'post', network: 'x', id, url: `https://x.com/${account}/status/${id}` };
}

function postOnBluesky([profile, account, post, key]: readonly string[]): Embed | undefined {
  if (profile !== 'profile' || post !== 'post' || !/^[\w.:-]+$/.test(account ?? '') || !/^\w+$/.test(key ?? ''))
    return undefined;
  return {
    type: 'post',
    network: 'bluesky',
    id: `${account}/${key}`,
    url: `https://bsky.app/profile/${account}/post/${key}`,
  };
}

function postOnTelegram(path: readonly string[]): Embed | undefined {
  const [channel, number] = path[0] === 's' ? path.slice(1) : path;
  if (!/^\w{3,40}$/.test(channel ?? '') || !/^\d{1,12}$/.test(number ?? '')) return undefined;
  return { type: 'post', network: 'telegram', id: `${channel}/${number}`, url: `https://t.me/${channel}/${number}` };
}

function postOnMastodon(host: string, path: readonly string[]): Embed | undefined {
  const [account, number] = path;
  if (path.length !== 2 || !/^@\w+(?:@[\w.-]+)?$/.test(account ?? '') || !/^\d{1,20}$/.test(number ?? ''))
    return undefined;
  return {
    type: 'post',
    network: 'mastodon',
    id: `${host}/${account}/${number}`,
    url: `https://${host}/${account}/${number}`,
  };
}

function youTubeIdOf([kind, id]: readonly string[]): string {
  return id !== undefined && ['shorts', 'live', 'embed', 'v'].includes(kind ?? '') ? id : '';
}

function youTube(id: string, { searchParams, hash }: URL): Embed | undefined {
  if (!VIDEO_ID.test(id)) return undefined;
  const start = secondsOf(searchParams.get('t') ?? searchParams.get('start') ?? hash.replace(/^#t=/, ''));
  return {
    type: 'video',
    provider: 'youtube',
    id,
    url: `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}s` : ''}`,
    player: `https://www.youtube-nocookie.com/embed/${id}${start > 0 ? `?start=${start}` : ''}`,
  };
}

function vimeo(path: readonly string[], { searchParams, hash }: URL): Embed | undefined {
  const at = path.findIndex((segment) => /^\d{4,12}$/.test(segment));
  const id = path[at];
  if (id === undefined || at > 3) return undefined;
  // An unlisted video is found with its key only.
  const key = /^[\da-f]{6,20}$/i.exec(path[at + 1] ?? searchParams.get('h') ?? '')?.[0];
  const start = secondsOf(hash.replace(/^#t=/, ''));
  return {
    type: 'video',
    provider: 'vimeo',
    id,
    url: `https://vimeo.com/${id}${key === undefined ? '' : `/${key}`}${start > 0 ? `#t=${start}s` : ''}`,
    player: `https://player.vimeo.com/video/${id}?dnt=1${key === undefined ? '' : `&h=${key}`}${start > 0 ? `#t=${start}s` : ''}`,
  };
}

/** Seconds of `90`, `90s` or `1h2m3s`; 0 for anything else. */
function secondsOf(time: string): number {
  const [, hours, minutes, seconds] = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(time) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

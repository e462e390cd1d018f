import { html, type SafeHtml, trustedHtml } from '../html/safe-html.ts';
import { safeUrl } from '../html/safe-url.ts';
import type { Dates } from '../language/dates.ts';
import type { Words } from '../language/words.ts';
import type { UpdateOpen, VideoEmbed } from '../markdown/body.ts';
import type { BodyView, LinkView, PartView, PictureView, PostLinkView, TweetView } from '../pages/part-views.ts';
import { absoluteMarkup, type MarkupPlace } from './absolute-markup.ts';

/** Where a text is read from and in which language; what a feed reader has to be told that a page says by its looks. */
export interface Telling {
  readonly place: MarkupPlace;
  readonly words: Words;
  readonly dates: Dates;
  readonly absolutePicture: (address: string) => string;
}

const NETWORKS = { x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon', telegram: 'Telegram' } as const;

/** A body in markup that any feed reader shows: no script, no style, no frame, no address that needs the page. */
export function bodyHtml(body: BodyView, telling: Telling): SafeHtml {
  return html`${body.map((part) => partHtml(part, telling))}`;
}

export function figureHtml({ picture, alt, caption, credit }: PictureView, telling: Telling): SafeHtml {
  const { address, width, height } = picture.fallback;
  const words = [caption, credit].filter((text) => text !== '');
  return html`<figure><img src="${telling.absolutePicture(address)}" alt="${alt}" width="${width}" height="${height}">${
    words.length > 0 && html`<figcaption>${trustedHtml(absoluteMarkup(words.join(' '), telling.place))}</figcaption>`
  }</figure>
`;
}

function partHtml(part: PartView, telling: Telling): SafeHtml {
  if (typeof part === 'string') return trustedHtml(absoluteMarkup(part, telling.place));
  switch (part.type) {
    case 'figure':
      return figureHtml(part.image, telling);
    case 'gallery':
      return html`${part.images.map((image) => figureHtml(image, telling))}`;
    case 'inline-image':
      return inlineImage(part.image, telling);
    case 'tweet':
      return tweetHtml(part, telling);
    case 'post-link':
      return postLinkHtml(part, telling);
    case 'video':
      return videoHtml(part, telling);
    case 'update-open':
      return updateHtml(part, telling);
    case 'update-close':
      return html`</section>
`;
  }
}

function inlineImage({ picture, alt }: PictureView, telling: Telling): SafeHtml {
  const { address, width, height } = picture.fallback;
  return html`<img src="${telling.absolutePicture(address)}" alt="${alt}" width="${width}" height="${height}">`;
}

function tweetHtml(tweet: TweetView, telling: Telling): SafeHtml {
  const { words, dates } = telling;
  const note =
    tweet.deleted && (tweet.deletedOn === undefined ? words.deletedPost : words.deletedOn(dates.day(tweet.deletedOn)));
  return html`<blockquote cite="${tweet.href}"><p lang="${tweet.language}">${tweet.text.map(piece)}</p>
<p>— ${tweet.author} (@${tweet.handle}), <a href="${tweet.href}">${dates.dateTime(tweet.date)}</a>${note && html` · ${note}`}</p></blockquote>
${tweet.media.map((image) => figureHtml(image, telling))}`;
}

function piece(part: string | LinkView): SafeHtml {
  if (typeof part !== 'string') return html`<a href="${part.href}">${part.label}</a>`;
  return html`${part.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))}`;
}

function postLinkHtml({ href, account, network }: PostLinkView, { words }: Telling): SafeHtml {
  return html`<p><a href="${href}">${account}: ${words.postOn(NETWORKS[network])}</a></p>
`;
}

function videoHtml({ url, title, provider }: VideoEmbed, { words }: Telling): SafeHtml {
  const href = safeUrl(url);
  const name = title === undefined || title === '' ? words.playVideo : title;
  const where = provider === 'youtube' ? 'YouTube' : 'Vimeo';
  return html`${
    href &&
    html`<p><a href="${href}">▶ ${name} (${where})</a></p>
`
  }`;
}

function updateHtml({ time, title }: UpdateOpen, { dates }: Telling): SafeHtml {
  return html`<section><h2><time datetime="${time.iso}">${dates.dateTime(time)}</time>${title && html` ${title}`}</h2>
`;
}

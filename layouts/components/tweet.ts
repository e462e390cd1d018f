import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { LinkView, PostLinkView, TweetView } from '../../src/pages/part-views.ts';
import type { Locale } from './locale.ts';
import { picture } from './picture.ts';
import { fullTime } from './times.ts';

const NETWORKS = { x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon', telegram: 'Telegram' } as const;

/** An archived post, complete: nothing of it is fetched from the network that it stood on. */
export function tweet(view: TweetView, locale: Locale): SafeHtml {
  const { words, say } = locale;
  const name = html`<b dir="auto">${view.author}</b> <span class="post-handle" dir="ltr">${at(view.handle)}</span>`;
  return html`<figure class="post" aria-label="${words.archivedPost}">
<figcaption class="post-author">${
    view.profile === undefined ? name : html`<a href="${view.profile}">${name}</a>`
  }</figcaption>
<blockquote cite="${view.href}" lang="${view.language}">
<p class="post-text" dir="auto">${view.text.map(piece)}</p>
${view.media.map((image) => html`<div class="post-picture">${picture(image, 'text', 'later')}</div>`)}</blockquote>
<p class="post-where"><a href="${view.href}">${say(words.postOn(NETWORKS[view.network]))}, ${fullTime(view.date, locale)}</a></p>
${note(view, locale)}</figure>
`;
}

/** A card that leads to a post of which there is no snapshot. */
export function postLink(view: PostLinkView, { words, wordsMark }: Locale): SafeHtml {
  return html`<p class="post post-card"><span class="post-author"><b dir="auto">${view.account}</b></span>
<a href="${view.href}"${wordsMark}>${words.postOn(NETWORKS[view.network])}<span class="unseen">: ${words.seePost}</span></a></p>
`;
}

function note(
  { archivedAt, deleted, deletedOn }: TweetView,
  { words, wordsMark, dates }: Locale,
): SafeHtml | undefined {
  if (archivedAt === undefined && !deleted) return undefined;
  return html`<p class="post-note"${wordsMark}>${
    archivedAt !== undefined &&
    html`<time datetime="${archivedAt.dateOnly ? archivedAt.iso.slice(0, 10) : archivedAt.iso}">${words.archivedOn(dates.day(archivedAt))}</time>. `
  }${deleted && (deletedOn === undefined ? words.deletedPost : words.deletedOn(dates.day(deletedOn)))}</p>
`;
}

function piece(part: string | LinkView): SafeHtml {
  if (typeof part !== 'string') return html`<a href="${part.href}">${part.label}</a>`;
  return html`${part.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))}`;
}

function at(handle: string): string {
  return handle === '' || handle.startsWith('@') ? handle : `@${handle}`;
}

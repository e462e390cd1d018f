import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { safeUrl } from '../../src/html/safe-url.ts';
import type { VideoEmbed } from '../../src/markdown/body.ts';
import type { Locale } from './locale.ts';

const PROVIDERS = { youtube: 'YouTube', vimeo: 'Vimeo' } as const;

/** A video behind its link. With script the link is replaced by the player when a reader asks for it, not before. */
export function video(embed: VideoEmbed, { words, wordsMark, say }: Locale): SafeHtml | undefined {
  const href = safeUrl(embed.url);
  const player = safeUrl(embed.player);
  if (href === undefined || player === undefined) return undefined;
  const name = embed.title === undefined || embed.title === '' ? words.playVideo : embed.title;
  return html`<figure class="video">
<a class="video-play" href="${href}" data-player="${player}" data-title="${name}"><span class="video-mark" aria-hidden="true"></span><span class="video-title">${
    name !== words.playVideo && html`<span class="unseen"${wordsMark}>${words.playVideo}: </span>`
  }${name === words.playVideo ? say(name) : name}</span></a>
<figcaption${wordsMark}>${words.videoFrom(PROVIDERS[embed.provider])}</figcaption>
</figure>
`;
}

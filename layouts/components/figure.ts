import { html, type SafeHtml, trustedHtml } from '../../src/html/safe-html.ts';
import type { PictureView } from '../../src/pages/part-views.ts';
import type { Locale } from './locale.ts';
import { type Place, picture } from './picture.ts';

/** A picture with its caption and, as an element of its own, its credit. */
export function figure(
  view: PictureView,
  locale: Locale,
  { name, place, priority }: { name: string; place: Place; priority: 'first' | 'later' },
): SafeHtml {
  return html`<figure class="figure ${name}">${picture(view, place, priority)}${caption(view, locale)}</figure>
`;
}

/** Pictures that belong together, each with what is its own. */
export function gallery(images: readonly PictureView[], locale: Locale): SafeHtml {
  const odd = images.length % 2 === 1;
  return html`<div class="gallery" role="group" aria-label="${locale.words.gallery(images.length)}">
${images.map((image, i) =>
  figure(image, locale, { name: 'figure-part', place: odd && i === 0 ? 'text' : 'half', priority: 'later' }),
)}</div>
`;
}

export function caption(view: PictureView, locale: Locale): SafeHtml | undefined {
  if (view.caption === '' && view.credit === '') return undefined;
  return html`<figcaption>${view.caption !== '' && html`<span class="caption">${trustedHtml(view.caption)}</span> `}${
    view.credit !== '' && html`<span class="credit">${creditLink(view)}${licenceLink(view, locale)}</span>`
  }</figcaption>`;
}

function creditLink({ credit, creditHref }: PictureView): SafeHtml {
  const markup = trustedHtml(credit);
  // A link inside a link is none.
  return creditHref === undefined || credit.includes('<a ') ? markup : html`<a href="${creditHref}">${markup}</a>`;
}

function licenceLink({ license }: PictureView, { words, wordsMark }: Locale): SafeHtml | undefined {
  return license === undefined
    ? undefined
    : html` · <a rel="license" href="${license}"${wordsMark}>${words.license}</a>`;
}

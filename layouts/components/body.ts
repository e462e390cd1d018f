import { html, type SafeHtml, trustedHtml } from '../../src/html/safe-html.ts';
import type { BodyView, PartView, PictureView } from '../../src/pages/part-views.ts';
import type { Moment } from '../../src/schema/moment.ts';
import { figure, gallery } from './figure.ts';
import type { Locale } from './locale.ts';
import { picture } from './picture.ts';
import { postLink, tweet } from './tweet.ts';
import { updateEnd, updateStart } from './update.ts';
import { video } from './video.ts';

/** A rendered text with everything that stands in it. `date` is the article's: an update of its day shows the hour alone. */
export function body(parts: BodyView, locale: Locale, date?: Moment): SafeHtml {
  return html`${parts.map((part) => bodyPart(part, locale, date))}`;
}

function bodyPart(part: PartView, locale: Locale, date: Moment | undefined): SafeHtml | undefined {
  if (typeof part === 'string') return trustedHtml(part);
  switch (part.type) {
    case 'figure':
      return figure(part.image, locale, { name: widthOf(part.image), place: 'wide', priority: 'later' });
    case 'gallery':
      return gallery(part.images, locale);
    case 'inline-image':
      return html`<span class="inline-image">${picture(part.image, 'thumb', 'later')}</span>`;
    case 'tweet':
      return tweet(part, locale);
    case 'post-link':
      return postLink(part, locale);
    case 'video':
      return video(part, locale);
    case 'update-open':
      return updateStart(part, date, locale);
    case 'update-close':
      return updateEnd();
  }
}

// A landscape picture of enough pixels may leave the column of text; a portrait would fill two screens.
function widthOf({ picture: { width, height }, wide }: PictureView): string {
  if (wide !== undefined) return wide ? 'figure-wide' : 'figure-text';
  if (height > width) return 'figure-tall';
  return width >= 1200 ? 'figure-wide' : 'figure-text';
}

import { html } from '../html/safe-html.ts';
import { typeOf } from '../images/plan-picture.ts';
import { datesOf } from '../language/dates.ts';
import { wordsOf } from '../language/words.ts';
import { lastChange } from '../metadata/last-change.ts';
import { plainMarkup } from '../metadata/plain-markup.ts';
import { stableId } from '../metadata/stable-id.ts';
import { listingPath } from '../pages/addresses.ts';
import { bodyView } from '../pages/body-view.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { PictureView } from '../pages/part-views.ts';
import type { Entry } from '../publication/edition.ts';
import type { Moment } from '../schema/moment.ts';
import { bodyHtml, figureHtml, type Telling } from './body-html.ts';

/** An article as every format of feed tells it. Texts are plain, addresses absolute. */
export interface FeedItem {
  /** Never changes, whatever becomes of headline and address. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly published: Moment;
  /** Of publication, in words of the item's language. */
  readonly day: string;
  readonly updated: Moment;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  /** Section first, then tags. */
  readonly categories: readonly { readonly slug: string; readonly label: string }[];
  readonly image?: FeedImage;
  /** The whole text, as markup. */
  readonly content: string;
}

export interface FeedImage {
  readonly url: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly credit: string;
}

export function feedItem(entry: Entry, context: PageContext): FeedItem {
  const { article } = entry;
  const { publication, edition } = context;
  const image = context.picture(article.image);
  const section = context.section(article.section);
  return {
    id: stableId(article, publication.site),
    url: context.absolute(context.pathOf(article.source)),
    title: article.title,
    summary: article.standfirst,
    language: article.language,
    published: article.date,
    day: datesOf(article.language, publication.site.timeZone).day(article.date),
    updated: lastChange(article),
    authors: article.authors.map((id) => ({
      name: context.author(id).label,
      url: context.absolute(listingPath(edition, 'author', id)),
    })),
    categories: [
      ...(section && article.section ? [{ slug: article.section, label: section.label }] : []),
      ...entry.tags.map((slug) => ({ slug, label: context.tagLabel(slug) })),
    ],
    ...(image ? { image: feedImage(image, context) } : {}),
    content: contentOf(entry, image, context),
  };
}

function feedImage({ picture, alt, caption, credit }: PictureView, context: PageContext): FeedImage {
  const { address, width, height } = picture.fallback;
  return {
    url: context.absoluteHref(address),
    type: typeOf(address),
    width,
    height,
    description: plainMarkup(caption) || alt,
    credit: plainMarkup(credit),
  };
}

function contentOf({ article }: Entry, image: PictureView | undefined, context: PageContext): string {
  const { base, publication } = context;
  const words = wordsOf(article.language);
  const dates = datesOf(article.language, publication.site.timeZone);
  const telling: Telling = {
    place: { page: context.absolute(context.pathOf(article.source)), origin: base.origin },
    words,
    dates,
    absolutePicture: (address) => context.absoluteHref(address),
  };
  // Readers of a feed see no page around the text that would tell them an advertisement from a report.
  return html`${
    article.kind !== 'news' &&
    html`<p><strong>${context.endOf(article) ? words.over : words.kinds[article.kind]}</strong></p>
`
  }${
    article.standfirst !== '' &&
    html`<p><em>${article.standfirst}</em></p>
`
  }${image && figureHtml(image, telling)}${bodyHtml(bodyView(article, context), telling)}${
    article.corrections.length > 0 &&
    html`<section><h2>${words.corrections}</h2>
<ul>${article.corrections.map(({ date, text }) => html`<li><time datetime="${date.iso}">${dates.day(date)}</time>: ${text}</li>`)}</ul></section>
`
  }`.markup;
}

/** Items by entry, each made once as long as not too many others come between: the feeds of a day share most of theirs. */
export function rememberItems(context: PageContext, most = 1000): (entry: Entry) => FeedItem {
  const known = new Map<Entry, FeedItem>();
  return (entry) => {
    const item = known.get(entry) ?? feedItem(entry, context);
    if (!known.has(entry) && known.size >= most) known.delete(known.keys().next().value as Entry);
    known.set(entry, item);
    return item;
  };
}

import type {
  AdvertiserContentArticle,
  BlogPosting,
  CorrectionComment,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
} from 'schema-dts';
import type { UpdateOpen } from '../markdown/body.ts';
import { decodeMarkup } from '../markdown/plain-text.ts';
import type { BodyView, PictureView, ShareImageView } from '../pages/part-views.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { ArticleView } from '../pages/views.ts';
import type { Kind } from '../schema/kinds.ts';
import { absoluteHref } from './absolute-href.ts';
import { lastChange } from './last-change.ts';
import { given, imageObject, person, postings, publisher, publisherId } from './schema-parts.ts';

type News = Exclude<NewsArticle, string>;
type ArticleObject = News | Exclude<LiveBlogPosting, string> | Exclude<AdvertiserContentArticle, string>;

const TYPES: Readonly<Record<Exclude<Kind, 'live' | 'sponsored'>, News['@type']>> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  explainer: 'BackgroundNewsArticle',
  interview: 'NewsArticle',
  factcheck: 'NewsArticle',
};

/** An article as schema.org knows it. https://developers.google.com/search/docs/appearance/structured-data/article */
export function articleSchema(view: ArticleView, site: SiteView): ArticleObject {
  const { kind } = view;
  if (kind === 'sponsored') return { '@type': 'AdvertiserContentArticle', ...common(view, site) };
  if (kind === 'live') return { '@type': 'LiveBlogPosting', ...common(view, site), ...liveParts(view, site) };
  const dateline = view.dateline === '' ? {} : { dateline: view.dateline };
  // A dateline says that somebody was there: that is what makes news a reportage.
  const type = kind === 'news' && view.dateline !== '' ? 'ReportageNewsArticle' : TYPES[kind];
  return { '@type': type, ...common(view, site), ...dateline } as News;
}

function common(view: ArticleView, site: SiteView) {
  const address = absoluteHref(view.href, site);
  const images = imagesOf(view);
  const posts = postings(view.body);
  const corrections = view.corrections.map(
    ({ date, text }): CorrectionComment => ({ '@type': 'CorrectionComment', text, datePublished: date.iso }),
  );
  return given<Omit<News, '@type' | 'dateline'>>({
    '@id': `${address}#article`,
    mainEntityOfPage: view.canonical,
    url: address,
    headline: view.title,
    description: view.standfirst || undefined,
    datePublished: view.date.iso,
    dateModified: lastChange(view).iso,
    author: view.authors.length > 0 ? view.authors.map((author) => person(author, site)) : { '@id': publisherId(site) },
    publisher: publisher(site),
    copyrightHolder: { '@id': publisherId(site) },
    image:
      images.length > 0
        ? [...ratioObjects(view, site), ...images.map((image) => imageObject(image, site))]
        : view.shareImage && shareObject(view.shareImage, site),
    thumbnailUrl: view.shareImage && absoluteHref(view.shareImage.href, site),
    articleSection: view.section?.label,
    keywords: view.tags.length > 0 ? view.tags.map(({ label }) => label) : undefined,
    inLanguage: view.language,
    wordCount: view.words,
    isAccessibleForFree: true,
    license: site.license,
    correction: corrections.length > 0 ? corrections : undefined,
    isPartOf: view.series && {
      '@type': 'CreativeWorkSeries',
      name: view.series.title,
      url: absoluteHref(view.series.href, site),
    },
    position: view.series?.number,
    citation: posts.length > 0 ? posts : undefined,
  });
}

// The same words as the picture itself: whoever shows a crop shows its credit.
function ratioObjects({ image, ratios }: ArticleView, site: SiteView): readonly Exclude<ImageObject, string>[] {
  if (!image) return [];
  const words = imageObject(image, site);
  return ratios.map(({ href, width, height }) => {
    const url = absoluteHref(href, site);
    return { ...words, url, contentUrl: url, width: `${width}`, height: `${height}` };
  });
}

function shareObject({ href, width, height, alt }: ShareImageView, site: SiteView): Exclude<ImageObject, string> {
  const url = absoluteHref(href, site);
  return { '@type': 'ImageObject', url, contentUrl: url, width: `${width}`, height: `${height}`, caption: alt };
}

/** The lead picture, then those of the text. */
function imagesOf({ image, body }: ArticleView): readonly PictureView[] {
  const within = body.flatMap((part) => {
    if (typeof part === 'string') return [];
    if (part.type === 'figure') return [part.image];
    return part.type === 'gallery' ? part.images : [];
  });
  return [...(image ? [image] : []), ...within];
}

function liveParts(view: ArticleView, site: SiteView) {
  const updates = updatesOf(view.body);
  const starts = [view.date, ...updates.map(({ open }) => open.time)];
  const first = starts.reduce((earliest, time) => (time.epoch < earliest.epoch ? time : earliest));
  return {
    coverageStartTime: first.iso,
    ...(view.ended ? { coverageEndTime: view.ended.iso } : {}),
    liveBlogUpdate: updates.map(
      ({ open, text }): BlogPosting => ({
        '@type': 'BlogPosting',
        headline: open.title ?? shortened(text),
        datePublished: open.time.iso,
        url: `${absoluteHref(view.href, site)}#${open.id}`,
        articleBody: text,
      }),
    ),
  };
}

function updatesOf(body: BodyView): readonly { readonly open: UpdateOpen; readonly text: string }[] {
  const updates: { open: UpdateOpen; text: string }[] = [];
  let within = false;
  for (const part of body) {
    const last = updates.at(-1);
    if (typeof part === 'string') {
      if (within && last) last.text = `${last.text} ${plainBlocks(part)}`.trim();
    } else if (part.type === 'update-open') {
      updates.push({ open: part, text: '' });
      within = true;
    } else if (part.type === 'update-close') within = false;
  }
  return updates;
}

/** What markup of blocks says: words of two blocks stay apart. */
export function plainBlocks(markup: string): string {
  return decodeMarkup(
    markup.replace(/<\/?(?:p|li|h\d|td|th|div|br|tr|figcaption)\b[^<>]*>/gi, ' ').replace(/<[^<>]*>/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

// Google asks for concise headlines; about this much of one is shown.
const HEADLINE = 110;

function shortened(text: string): string {
  if (text.length <= HEADLINE) return text;
  return `${text.slice(0, text.lastIndexOf(' ', HEADLINE))} …`;
}

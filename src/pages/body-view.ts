import type { Article, Author, Page, Series, TagRecord, Tweet } from '../content/article.ts';
import { parseMoment } from '../content/moment.ts';
import { escapeHtml } from '../html/safe-html.ts';
import { safeUrl } from '../html/safe-url.ts';
import type { Body, BodyImage, BodyPart, LinkOpen, PostEmbed } from '../markdown/body.ts';
import { filePath, resolveLink } from './links.ts';
import type { PageContext } from './page-context.ts';
import type { BodyView, PartView, PictureView } from './part-views.ts';
import { hrefOf } from './site-path.ts';
import { tweetView } from './tweet-view.ts';

type Bodied = Article | Page | Author | TagRecord | Series;

/** The body of a document for a page: links led to their addresses, pictures and posts filled in, neighbouring markup joined. */
export function bodyView(
  document: Bodied,
  context: PageContext,
  body: Body = context.publication.bodies.bodyOf(document.source),
): BodyView {
  const parts: PartView[] = [];
  const add = (part: PartView): void => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  };
  const openLinks: boolean[] = [];
  for (const part of body.parts) {
    if (typeof part !== 'string' && part.type === 'link-open') {
      const markup = openLink(part, document, context);
      openLinks.push(markup !== '');
      add(markup);
    } else if (typeof part !== 'string' && part.type === 'link-close') add(openLinks.pop() ? '</a>' : '');
    else add(partView(part, document, context));
  }
  for (const tweet of unplacedTweets(document, context)) add(tweetView(tweet, context) ?? '');
  return parts;
}

/** All that the body of a document depends on, told without its being fetched: the key of its file, and what its links, pictures and posts come to. */
export function bodyInputs(document: Bodied, context: PageContext): unknown {
  const { links, images, posts } = document.body;
  return [
    context.publication.bodies.keyOf(document.source),
    links.map((link) => openLink({ type: 'link-open', ...link }, document, context)),
    Object.values(images).map((image) => context.pictureKey(image)),
    posts.map((post) => postView(post, document, context)),
    unplacedTweets(document, context).map((tweet) => tweetView(tweet, context)),
  ];
}

function partView(
  part: Exclude<BodyPart, { type: 'link-open' | 'link-close' }>,
  document: Bodied,
  context: PageContext,
): PartView {
  if (typeof part === 'string') return part;
  if (part.type === 'figure' || part.type === 'inline-image') {
    const image = imageView(part.image, document, context);
    return image ? { type: part.type, image } : '';
  }
  if (part.type === 'gallery')
    return { type: 'gallery', images: part.images.flatMap((image) => imageView(image, document, context) ?? []) };
  if (part.type === 'post') return postView(part, document, context);
  return part;
}

function imageView(image: BodyImage, document: Bodied, context: PageContext): PictureView | undefined {
  return context.picture(document.body.images[image.src]);
}

// Markup of its own here, because whether there is a link at all is only known once every address is.
function openLink(link: LinkOpen, document: Bodied, context: PageContext): string {
  const target = resolveLink(link.href, document.source, context.publication, context.book);
  const title = link.title === undefined ? '' : ` title="${escapeHtml(link.title)}"`;
  if (target.to === 'page') {
    const own = context.book.pathOf.get(document.source) === target.path && target.suffix.startsWith('#');
    return `<a href="${escapeHtml(own ? target.suffix : hrefOf(target.path, context.base) + target.suffix)}"${title}>`;
  }
  return target.to === 'file' ? `<a href="${escapeHtml(hrefOf(filePath(target.source), context.base))}"${title}>` : '';
}

function postView(post: PostEmbed, document: Bodied, context: PageContext): PartView {
  const tweet = inlineTweet(post.id, document) ?? context.publication.tweets.get(post.id) ?? pastedTweet(post, context);
  const view = tweet && tweetView(tweet, context);
  if (view) return view;
  const href = safeUrl(post.url);
  if (!href) return '';
  const account = /^https?:\/\/[^/]+\/(?:profile\/)?([^/]+)/.exec(post.url)?.[1] ?? '';
  return { type: 'post-link', network: post.network, href, account };
}

function inlineTweet(id: string, document: Bodied): Tweet | undefined {
  return 'snapshots' in document ? document.snapshots.find((tweet) => tweet.id === id) : undefined;
}

function pastedTweet({ snapshot }: PostEmbed, context: PageContext): Tweet | undefined {
  const date = snapshot && parseMoment(snapshot.date, context.publication.site.timeZone);
  if (!snapshot || !date) return undefined;
  const { id, url, author, handle, text, language } = snapshot;
  const links = (snapshot.links ?? []).map((link) => ({
    url: link.url,
    ...(link.expanded ? { expanded: link.expanded } : {}),
    ...(link.display ? { display: link.display } : {}),
  }));
  return { id, url, author, handle, date, text, links, media: [], deleted: false, ...(language ? { language } : {}) };
}

/** Tweets that the front matter names and the body does not place: they follow the text. */
function unplacedTweets(document: Bodied, context: PageContext): Tweet[] {
  if (!('snapshots' in document)) return [];
  const placed = new Set(document.body.posts.map((post) => post.id));
  const named = document.tweets.flatMap((id) => context.publication.tweets.get(id) ?? []);
  const once = new Map([...named, ...document.snapshots].map((tweet) => [tweet.id, tweet]));
  return [...once.values()].filter((tweet) => !placed.has(tweet.id));
}

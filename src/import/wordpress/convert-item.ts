import type { ContentPath } from '../../content/article.ts';
import { DOWNLOADS } from '../../pages/links.ts';
import type { Site } from '../../schema/site.ts';
import { fileText } from '../front-matter-text.ts';
import { htmlToMarkdown, type OldSite } from '../html-to-markdown.ts';
import { type ImportNote, Notes } from '../import-note.ts';
import { encodeSrc, hasCredit, leftOutMarkdown, type MediaLibrary, pictureMarkdown } from '../pictures.ts';
import { firstWords, plainText } from '../plain-text.ts';
import type { Attachments } from './attachments.ts';
import { addressKey, type OldAddresses, oldAddressesOf } from './old-addresses.ts';
import type { PlacedItem } from './place-items.ts';
import { prepareHtml } from './prepare-html.ts';
import type { WxrItem } from './wxr.ts';

/** What all items of one export share. */
export interface ItemContext {
  readonly site: Site;
  readonly attachments: Attachments;
  readonly library: MediaLibrary;
  readonly old: OldAddresses;
  readonly authorsOf: (item: WxrItem) => readonly string[];
  readonly sectionOf: (item: WxrItem) => string | undefined;
  readonly tagsOf: (item: WxrItem) => readonly string[];
  /** Addresses that an item before has taken along; each can lead to one page only. */
  readonly redirected: Set<string>;
  /** Credit of pictures that have none. */
  readonly credit?: string;
}

export interface ImportedText {
  readonly file: ContentPath;
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

/** The file of one post or page. */
export function convertItem(placed: PlacedItem, context: ItemContext): ImportedText {
  const { item, kind, file, date, draft } = placed;
  const notes = new Notes();
  const body = bodyOf(item, context, notes);
  const title = plainText(item.title) || firstWords(plainText(body.html)) || `Without a headline (${item.id})`;
  if (plainText(item.title) === '') notes.person('there was no headline; the first words stand for it', 'title:');
  if (placed.dateMissing) notes.person('there was no date', 'date:');
  if (item.password !== '')
    notes.person('it was protected by a password, which this site has not: it is a draft', 'draft:');
  const standfirst = plainText(item.excerpt) || plainText(item.meta.get('_yoast_wpseo_metadesc') ?? '');
  const image = leadImage(item, context, notes);
  const redirectFrom = oldAddressesOf(item).filter((address) => {
    const key = addressKey(address);
    const free = key !== addressKey(placed.address) && !context.redirected.has(key);
    if (free) context.redirected.add(key);
    return free;
  });
  const article = kind === 'article';
  const text = fileText(
    {
      title,
      standfirst: standfirst === '' ? undefined : standfirst,
      ...(article ? { date } : {}),
      ...(article
        ? { authors: context.authorsOf(item), section: context.sectionOf(item), tags: context.tagsOf(item) }
        : {}),
      image,
      images: body.images,
      redirectFrom,
      draft: draft ? true : undefined,
    },
    body.markdown,
  );
  return { file, text, notes: notes.in(file, text) };
}

interface ConvertedBody {
  readonly markdown: string;
  readonly html: string;
  readonly images?: Readonly<Record<string, { readonly credit: string }>>;
}

function bodyOf(item: WxrItem, context: ItemContext, notes: Notes): ConvertedBody {
  const { attachments, library, old, site, credit } = context;
  const footnotes = readFootnotes(item.meta.get('footnotes'));
  // By its Markdown: turndown converts a picture before the figure that knows its caption.
  const uncredited = new Map<string, string>();
  const oldSite: OldSite = {
    picture(picture) {
      const own = attachments.byUrl.get(picture.url);
      const alt = picture.alt || (own?.meta.get('_wp_attachment_image_alt') ?? '');
      const src = library.take(old.resolve(picture.url)?.href ?? picture.url);
      if (src !== undefined) {
        const written = pictureMarkdown(src, { ...picture, alt });
        if (!hasCredit(picture.caption, site.language)) uncredited.set(written, encodeSrc(src));
        return written;
      }
      notes.person(pictureMissing(library), picture.url);
      return leftOutMarkdown(picture);
    },
    link: (href) => linkOf(href, context, notes),
    footnote: (id) => {
      const at = footnotes.findIndex((footnote) => footnote.id === id);
      return at < 0 ? undefined : at + 1;
    },
    changed: (message, near) => notes.changed(message, near),
    person: (message, near) => notes.person(message, near),
  };
  const html = prepareHtml(
    item,
    {
      pictures: (ids) => galleryPictures(ids, item, attachments),
      addFootnote: (note) => {
        const id = `shortcode-${footnotes.length + 1}`;
        footnotes.push({ id, content: note });
        return id;
      },
    },
    oldSite,
  );
  const text = htmlToMarkdown(html, oldSite);
  const definitions = footnotes.map(
    ({ content }, i) =>
      `[^${i + 1}]: ${htmlToMarkdown(content, oldSite)
        .trim()
        .replace(/\s*\\?\n\s*/g, ' ')}\n`,
  );
  const markdown = definitions.length === 0 ? text : `${text}\n${definitions.join('\n')}`;
  const wanting = [...uncredited].filter(([written]) => markdown.includes(written));
  if (credit === undefined || wanting.length === 0) return { markdown, html };
  return { markdown, html, images: Object.fromEntries(wanting.map(([, src]) => [src, { credit }])) };
}

const pictureMissing = (library: MediaLibrary): string =>
  library.given
    ? 'a picture is not in the uploads folder and was left out'
    : 'a picture was left out, for want of --uploads DIR';

function linkOf(href: string, { old, library, site }: ItemContext, notes: Notes): string | undefined {
  if (/^(?:mailto|tel):/i.test(href)) return href;
  if (href.startsWith('#')) {
    notes.changed('a link within the page is plain text now');
    return undefined;
  }
  const url = old.resolve(href);
  if (!url || !/^https?:$/.test(url.protocol)) {
    notes.changed(`a link that no browser should follow is plain text now: ${href.slice(0, 60)}`);
    return undefined;
  }
  const published = DOWNLOADS.test(url.pathname);
  const upload = published ? library.take(url.href) : undefined;
  if (upload !== undefined) return encodeSrc(upload);
  if (!published && library.has(url.href))
    notes.person('a file of a kind that is not published here stays with the old site', url.href);
  if (!old.isOwn(url)) return /^https?:/i.test(href) ? href : url.href;
  if (url.pathname === '/' && url.search === '') return '/';
  const file = old.fileAt(url);
  if (file !== undefined) return `/${file}`;
  if (url.origin !== new URL(site.url).origin) notes.person('a link still leads to the old site', url.href);
  return url.href;
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif)$/i;

function galleryPictures(ids: readonly string[], item: WxrItem, attachments: Attachments) {
  const own = (attachments.byParent.get(item.id) ?? []).filter(({ attachmentUrl }) => PICTURE.test(attachmentUrl));
  const chosen = ids.length > 0 ? ids.flatMap((id) => attachments.byId.get(id) ?? []) : own;
  return chosen.map(({ attachmentUrl, meta, excerpt }) => ({
    url: attachmentUrl,
    alt: meta.get('_wp_attachment_image_alt') ?? '',
    caption: excerpt,
  }));
}

function leadImage(item: WxrItem, context: ItemContext, notes: Notes) {
  const id = item.meta.get('_thumbnail_id');
  if (id === undefined || id === '' || id === '0') return undefined;
  const attachment = context.attachments.byId.get(id);
  const src = attachment && context.library.take(attachment.attachmentUrl);
  if (!attachment || src === undefined) {
    const name = attachment?.attachmentUrl ?? `attachment ${id}, which is not in the export`;
    notes.person(`the lead picture was left out: ${name}`);
    return undefined;
  }
  const alt = attachment.meta.get('_wp_attachment_image_alt');
  const caption = plainText(attachment.excerpt);
  const credit = hasCredit(caption, context.site.language) ? undefined : context.credit;
  return {
    src: `/${src}`,
    ...(alt ? { alt } : {}),
    ...(caption === '' ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}

// https://developer.wordpress.org/block-editor/reference-guides/core-blocks/#footnotes
function readFootnotes(json: string | undefined): { id: string; content: string }[] {
  try {
    const data: unknown = JSON.parse(json ?? '[]');
    return (Array.isArray(data) ? data : []).filter(
      (note): note is { id: string; content: string } =>
        typeof note?.id === 'string' && typeof note.content === 'string',
    );
  } catch {
    return [];
  }
}

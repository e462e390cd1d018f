import { htmlToMarkdown, type OldSite } from '../html-to-markdown.ts';
import type { Notes } from '../import-note.ts';
import { encodeSrc, hasCredit, leftOutMarkdown, type MediaLibrary, pictureMarkdown } from '../pictures.ts';
import type { Attachments } from './attachments.ts';
import type { ItemContext } from './item-context.ts';
import { linkOf } from './item-link.ts';
import { prepareHtml } from './prepare-html.ts';
import type { WxrItem } from './wxr.ts';

export interface ConvertedBody {
  readonly markdown: string;
  readonly html: string;
  readonly images?: Readonly<Record<string, { readonly credit: string }>>;
}

/** The text of an item as Markdown. */
export function bodyOf(item: WxrItem, context: ItemContext, notes: Notes): ConvertedBody {
  const { attachments, library, old, site } = context;
  const { credit } = context.rules;
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
      notes.person(pictureMissing(library), picture.url, picture.url);
      return leftOutMarkdown(picture);
    },
    link: (href) => linkOf(href, item, context, notes),
    footnote: (id) => {
      const at = footnotes.findIndex((footnote) => footnote.id === id);
      return at < 0 ? undefined : at + 1;
    },
    changed: (message, near, detail) => notes.changed(message, near, detail),
    person: (message, near, detail) => notes.person(message, near, detail),
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

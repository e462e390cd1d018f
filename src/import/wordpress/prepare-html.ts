import type { OldSite } from '../html-to-markdown.ts';
import { addParagraphs } from './paragraphs.ts';
import { replaceShortcodes, type Shortcode } from './shortcodes.ts';
import type { WxrItem } from './wxr.ts';

export interface GalleryPicture {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}

/** What shortcodes need to know of the rest of the export. */
export interface ItemSources {
  /** Pictures with these ids; those that belong to the item where none are named. */
  readonly pictures: (ids: readonly string[]) => readonly GalleryPicture[];
  /** Adds a footnote and returns its id. */
  readonly addFootnote: (html: string) => string;
}

// One that is never closed goes on to the end, where the search for others ends too.
const COMMENT = /<!--(?:([\s\S]*?)-->|[\s\S]*$)/g;
// A block without content: it shows something of the site itself, in place of which a theme has its own.
const WIDGET = /^\s*wp:(?!more\b|nextpage\b|footnotes\b|spacer\b|separator\b)([\w/-]+)[\s\S]*\/\s*$/;

/** The HTML that a reader of the old site was served for the content of an item. */
export function prepareHtml(item: WxrItem, sources: ItemSources, site: Pick<OldSite, 'changed' | 'person'>): string {
  let html = item.content;
  const blocks = /<!-- wp:/.test(html);
  if (/<!--\s*nextpage\s*-->/.test(html)) site.changed('the pages of this text were joined');
  html = html.replace(COMMENT, (whole, comment: string | undefined) => {
    if (comment === undefined) return whole;
    const [, widget] = WIDGET.exec(comment) ?? [];
    if (widget !== undefined) site.changed('a widget of the old site was left out', '', widget);
    return blocks ? '' : '\n\n';
  });
  if (item.rendered) return /<(?:p|div|h\d|ul|ol|figure|blockquote|section)\b/i.test(html) ? html : addParagraphs(html);
  html = replaceShortcodes(html, (shortcode) => markupOf(shortcode, sources, site));
  return blocks ? html : addParagraphs(html);
}

type Notes = Pick<OldSite, 'changed' | 'person'>;

function markupOf(shortcode: Shortcode, sources: ItemSources, notes: Notes): string | undefined {
  const { name, attributes, values, content } = shortcode;
  const src = (attributes['src'] ?? attributes['url'] ?? values[0] ?? content).trim();
  switch (name) {
    case 'caption':
    case 'wp_caption':
      return captioned(shortcode);
    case 'gallery':
      return gallery(
        sources.pictures((attributes['ids'] ?? attributes['include'] ?? '').split(/[\s,]+/).filter((id) => id !== '')),
      );
    case 'embed':
    case 'tweet':
    case 'instagram':
    case 'soundcloud':
      return paragraph(/^\d+$/.test(src) ? `https://x.com/i/status/${src}` : src);
    case 'youtube':
    case 'vimeo':
      return paragraph(videoAddress(name, src));
    case 'audio':
    case 'video': {
      const named = ['mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm']
        .map((type) => attributes[type])
        .find((one) => one);
      return `\n\n<${name} src="${escapeAttribute(named ?? src)}"></${name}>\n\n`;
    }
    case 'code':
    case 'sourcecode':
      return `\n\n<pre class="lang-${escapeAttribute(attributes['language'] ?? attributes['lang'] ?? 'text')}">${content}</pre>\n\n`;
    case 'pullquote':
      return `\n\n<figure class="wp-block-pullquote"><blockquote>${content}</blockquote></figure>\n\n`;
    case 'quote':
    case 'blockquote':
      return `\n\n<blockquote>${content}</blockquote>\n\n`;
    case 'ref':
    case 'footnote':
    case 'fn':
    case 'efn_note':
    case 'mfn':
      return content === '' ? undefined : `<sup data-fn="${sources.addFootnote(content)}">*</sup>`;
    default:
      return unknown(shortcode, notes);
  }
}

function unknown({ name, attributes, content, written }: Shortcode, notes: Notes): string | undefined {
  if (content === '' && Object.keys(attributes).length === 0) return undefined;
  notes.person(
    `a shortcode means nothing here; ${content === '' ? 'it was left as text' : 'what it enclosed was kept'}`,
    content === '' ? written : '',
    `[${name}]`,
  );
  return content === '' ? written : content;
}

function captioned({ attributes, content }: Shortcode): string {
  const [, picture = '', rest = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(content) ?? [];
  if (picture === '') return content;
  const caption = attributes['caption'] ?? rest.trim();
  return `\n\n<figure>${picture}<figcaption>${caption.replace(/\s*\n\s*/g, ' ')}</figcaption></figure>\n\n`;
}

function gallery(pictures: readonly GalleryPicture[]): string {
  const figures = pictures.map(
    ({ url, alt, caption }) =>
      `<figure><img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}"><figcaption>${caption}</figcaption></figure>`,
  );
  return `\n\n<div data-gallery>${figures.join('')}</div>\n\n`;
}

function videoAddress(name: string, src: string): string {
  if (/^https?:/.test(src)) return src;
  return name === 'vimeo' ? `https://vimeo.com/${src}` : `https://www.youtube.com/watch?v=${src}`;
}

const paragraph = (address: string): string => (address === '' ? '' : `\n\n<p>${escapeAttribute(address)}</p>\n\n`);

function escapeAttribute(text: string): string {
  return text
    .replace(/&(?!\w+;|#)/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
}

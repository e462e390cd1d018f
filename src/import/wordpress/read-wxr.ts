import { SaxesParser } from 'saxes';
import type { Wxr, WxrAuthor, WxrItem, WxrTerm } from './wxr.ts';

/** The file is no WordPress export; the message says why, in a sentence. */
export class NotAnExport extends Error {}

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
}

const DEEPEST = 12;
// What XML 1.0 cannot hold; WordPress writes it all the same when an author pasted it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Reads an export from its text, piece by piece. The parser is strict and knows no entities but the five of XML, so
 * nothing is loaded and nothing expands. @throws NotAnExport
 */
export async function readWxr(pieces: AsyncIterable<string> | Iterable<string>): Promise<Wxr> {
  const parser = new SaxesParser({ position: true });
  const open: XmlElement[] = [];
  const channel: { title: string; url: string } = { title: '', url: '' };
  const authors: WxrAuthor[] = [];
  const items: WxrItem[] = [];
  const parents = new Map<string, string>();
  let forbidden = 0;
  let version = '';

  parser.on('error', (error) => {
    throw new NotAnExport(`the file is not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && name !== 'rss')
      throw new NotAnExport(`the file is no WordPress export: it begins with <${name}>`);
    if (open.length >= DEEPEST) throw new NotAnExport(`elements are nested too deeply on line ${parser.line}`);
    const plain = attributes as Readonly<Record<string, string>>;
    const element: XmlElement = { name, attributes: plain, children: [], text: '', line: parser.line };
    // Below the channel a whole entry is kept until it closes, above it nothing.
    if (open.length > 2) open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element && open.length > 2) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element || open.length !== 2 || open[1]?.name !== 'channel') return;
    const text = element.text.trim();
    if (element.name === 'item') items.push(itemOf(element));
    else if (element.name === 'wp:author') authors.push(authorOf(element));
    else if (element.name === 'wp:category')
      parents.set(textOf(element, 'wp:category_nicename'), textOf(element, 'wp:category_parent'));
    else if (element.name === 'title') channel.title ||= text;
    else if (element.name === 'wp:wxr_version') version = text;
    else if (element.name === 'wp:base_blog_url' || (element.name === 'link' && channel.url === '')) channel.url = text;
  });

  for await (const piece of pieces) {
    const allowed = piece.replace(FORBIDDEN, '');
    forbidden += piece.length - allowed.length;
    parser.write(allowed);
  }
  parser.close();
  if (version === '') throw new NotAnExport('the file is a feed, not a WordPress export: it has no <wp:wxr_version>');
  return { ...channel, authors, parents, items, forbidden };
}

function itemOf(element: XmlElement): WxrItem {
  const text = (name: string): string => textOf(element, name);
  return {
    id: text('wp:post_id'),
    type: text('wp:post_type'),
    status: text('wp:status'),
    title: text('title'),
    link: text('link'),
    slug: text('wp:post_name'),
    creator: text('dc:creator'),
    date: text('wp:post_date'),
    dateUtc: text('wp:post_date_gmt'),
    content: element.children.find(({ name }) => name === 'content:encoded')?.text ?? '',
    excerpt: text('excerpt:encoded'),
    parent: text('wp:post_parent'),
    password: text('wp:post_password'),
    terms: all(element, 'category').flatMap(({ attributes, text }): WxrTerm[] => {
      const { domain, nicename } = attributes;
      return domain ? [{ domain, slug: nicename ?? '', name: text.trim() }] : [];
    }),
    meta: new Map(
      all(element, 'wp:postmeta').map((meta) => [textOf(meta, 'wp:meta_key'), textOf(meta, 'wp:meta_value')]),
    ),
    comments: all(element, 'wp:comment').length,
    attachmentUrl: text('wp:attachment_url'),
    line: element.line,
  };
}

function authorOf(element: XmlElement): WxrAuthor {
  const login = textOf(element, 'wp:author_login');
  const full = [textOf(element, 'wp:author_first_name'), textOf(element, 'wp:author_last_name')].join(' ').trim();
  return { login, name: textOf(element, 'wp:author_display_name') || full || login };
}

function all({ children }: XmlElement, wanted: string): readonly XmlElement[] {
  return children.filter(({ name }) => name === wanted);
}

function textOf(element: XmlElement, name: string): string {
  return all(element, name)[0]?.text.trim() ?? '';
}

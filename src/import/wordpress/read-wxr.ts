import { allOf, NotAnExport, ownText, readXmlEntries, textBelow, type XmlElement } from '../xml-entries.ts';
import type { Wxr, WxrAuthor, WxrItem, WxrTerm } from './wxr.ts';

/** Reads an export of WordPress from its text, piece by piece. @throws NotAnExport */
export async function readWxr(pieces: AsyncIterable<string> | Iterable<string>): Promise<Wxr> {
  const channel: { title: string; url: string } = { title: '', url: '' };
  const authors: WxrAuthor[] = [];
  const items: WxrItem[] = [];
  const parents = new Map<string, string>();
  let version = '';
  const forbidden = await readXmlEntries(pieces, {
    depthBelow(root) {
      if (root !== 'rss') throw new NotAnExport(`the file is no WordPress export: it begins with <${root}>`);
      return 2;
    },
    entry(element) {
      const text = ownText(element).trim();
      if (element.name === 'item') items.push(itemOf(element));
      else if (element.name === 'wp:author') authors.push(authorOf(element));
      else if (element.name === 'wp:category')
        parents.set(textBelow(element, 'wp:category_nicename'), textBelow(element, 'wp:category_parent'));
      else if (element.name === 'title') channel.title ||= text;
      else if (element.name === 'wp:wxr_version') version = text;
      else if (element.name === 'wp:base_blog_url' || (element.name === 'link' && channel.url === ''))
        channel.url = text;
    },
  });
  if (version === '')
    throw new NotAnExport(
      'the file is a feed, not a WordPress export: it has no <wp:wxr_version>; `npm run import -- feed` reads it',
    );
  return { ...channel, authors, parents, items, forbidden };
}

function itemOf(element: XmlElement): WxrItem {
  const text = (name: string): string => textBelow(element, name);
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
    content: ownText(allOf(element, 'content:encoded')[0] ?? { ...element, nodes: [] }),
    excerpt: text('excerpt:encoded'),
    parent: text('wp:post_parent'),
    password: text('wp:post_password'),
    terms: allOf(element, 'category').flatMap((term): WxrTerm[] => {
      const { domain, nicename } = term.attributes;
      return domain ? [{ domain, slug: nicename ?? '', name: ownText(term).trim() }] : [];
    }),
    meta: new Map(
      allOf(element, 'wp:postmeta').map((meta) => [textBelow(meta, 'wp:meta_key'), textBelow(meta, 'wp:meta_value')]),
    ),
    comments: allOf(element, 'wp:comment').length,
    attachmentUrl: text('wp:attachment_url'),
    line: element.line,
  };
}

function authorOf(element: XmlElement): WxrAuthor {
  const login = textBelow(element, 'wp:author_login');
  const full = [textBelow(element, 'wp:author_first_name'), textBelow(element, 'wp:author_last_name')].join(' ').trim();
  return { login, name: textBelow(element, 'wp:author_display_name') || full || login };
}

import { allOf, childrenOf, NotAnExport, ownText, readXmlEntries, textBelow, type XmlElement } from '../xml-entries.ts';
import { markupOf } from '../xml-markup.ts';
import type { Feed, FeedEntry, FeedPicture } from './feed.ts';

const DEPTHS: Readonly<Record<string, number>> = { rss: 2, feed: 1, 'rdf:RDF': 1 };

/** Reads RSS 2.0, RSS 1.0 or Atom (RFC 4287) from its text, piece by piece. @throws NotAnExport */
export async function readXmlFeed(pieces: AsyncIterable<string> | Iterable<string>): Promise<Feed> {
  const entries: FeedEntry[] = [];
  let [title, url, isExport] = ['', '', false];
  const forbidden = await readXmlEntries(pieces, {
    depthBelow(root) {
      const depth = DEPTHS[root];
      if (depth === undefined)
        throw new NotAnExport(`the file is no feed: it begins with <${root}>, not with <rss> or <feed>`);
      return depth;
    },
    entry(element) {
      if (element.name === 'item') entries.push(itemOf(element));
      else if (element.name === 'entry') entries.push(entryOf(element));
      else if (element.name === 'title') title ||= ownText(element).trim();
      else if (element.name === 'link') url ||= siteOf(element);
      else if (element.name === 'channel') [title, url] = [textBelow(element, 'title'), textBelow(element, 'link')];
      else if (element.name === 'wp:wxr_version') isExport = true;
    },
  });
  if (isExport)
    throw new NotAnExport('the file is a whole export of WordPress: `npm run import -- wordpress` takes more of it');
  return { title, url, entries, forbidden };
}

// An Atom feed also has links to itself, to its hub, to its next page.
function siteOf(link: XmlElement): string {
  const { href, rel = 'alternate' } = link.attributes;
  return href === undefined ? ownText(link).trim() : rel === 'alternate' ? href : '';
}

/** https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt */
function itemOf(item: XmlElement): FeedEntry {
  const text = (name: string): string => textBelow(item, name);
  const guid = allOf(item, 'guid').find(({ attributes }) => attributes['isPermaLink'] !== 'false');
  const authors = allOf(item, 'dc:creator').map((creator) => ownText(creator).trim());
  const description = text('description');
  const content = text('content:encoded');
  return {
    title: text('title'),
    links: unique([text('link'), guid ? ownText(guid).trim() : '', text('feedburner:origLink')]),
    authors: unique(authors.length > 0 ? authors : [personIn(text('author'))]),
    categories: unique(allOf(item, 'category').map((category) => ownText(category).trim())),
    date: text('pubDate') || text('dc:date'),
    updated: '',
    content,
    summary: description,
    ...pictureOf(item),
    media: mediaOf(item),
    comments: Number(text('slash:comments')) || 0,
    line: item.line,
  };
}

function entryOf(entry: XmlElement): FeedEntry {
  const links = allOf(entry, 'link').filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  const date = textBelow(entry, 'published') || textBelow(entry, 'updated');
  return {
    title: htmlOf(entry, 'title'),
    links: unique([...links.map(({ attributes }) => attributes['href'] ?? ''), textBelow(entry, 'id')]),
    authors: unique(allOf(entry, 'author').map((author) => textBelow(author, 'name'))),
    categories: unique(
      allOf(entry, 'category').map(({ attributes }) => attributes['label'] ?? attributes['term'] ?? ''),
    ),
    date,
    updated: textBelow(entry, 'updated'),
    content: htmlOf(entry, 'content'),
    summary: htmlOf(entry, 'summary'),
    ...pictureOf(entry),
    media: mediaOf(entry),
    comments: Number(textBelow(entry, 'slash:comments')) || 0,
    line: entry.line,
  };
}

/** A text construct of Atom as HTML: plain text is escaped, XHTML written out. */
function htmlOf(entry: XmlElement, name: string): string {
  const [element] = allOf(entry, name);
  if (!element) return '';
  const { type = 'text' } = element.attributes;
  if (type === 'xhtml')
    return childrenOf(element)
      .map(({ nodes }) => markupOf(nodes))
      .join('');
  const text = ownText(element).trim();
  return type === 'html' || type === 'text/html' ? text : markupOf([text]);
}

/** The picture that an entry is shown with: by Media RSS, as an enclosure, or by iTunes. */
function pictureOf(entry: XmlElement): { picture?: FeedPicture } {
  const group = allOf(entry, 'media:group')[0];
  const contents = [entry, ...(group ? [group] : [])].flatMap((place) => allOf(place, 'media:content'));
  const isPicture = ({ attributes: { medium, type, url } }: XmlElement): boolean =>
    medium === 'image' || /^image\//.test(type ?? '') || /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(url ?? '');
  const content = contents.find(isPicture);
  const enclosure = [...allOf(entry, 'enclosure'), ...enclosureLinks(entry)].find(({ attributes }) =>
    /^image\//.test(attributes['type'] ?? ''),
  );
  const others = [enclosure, ...allOf(entry, 'media:thumbnail'), ...allOf(entry, 'itunes:image')];
  const chosen = content ?? others.find((one) => one !== undefined);
  const url = chosen?.attributes['url'] ?? chosen?.attributes['href'] ?? '';
  if (!chosen || url === '') return {};
  const said = (name: string): string => textBelow(chosen, name) || textBelow(entry, name);
  return {
    picture: {
      url,
      alt: textBelow(chosen, 'media:title'),
      caption: said('media:description') || said('media:text'),
      credit: said('media:credit'),
    },
  };
}

const enclosureLinks = (entry: XmlElement): readonly XmlElement[] =>
  allOf(entry, 'link').filter(({ attributes }) => attributes['rel'] === 'enclosure');

function mediaOf(entry: XmlElement): string[] {
  const all = [...allOf(entry, 'enclosure'), ...enclosureLinks(entry), ...allOf(entry, 'media:content')];
  const played = all.filter(({ attributes }) => /^(?:audio|video)\//.test(attributes['type'] ?? ''));
  return unique(played.map(({ attributes }) => attributes['url'] ?? attributes['href'] ?? ''));
}

// `desk@old.example (Olha Bondar)`
const personIn = (author: string): string => /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? author.replace(/^\S+@\S+$/, '');

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

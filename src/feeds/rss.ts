import { escapeHtml } from '../html/safe-html.ts';
import { cdata, type SafeXml, xml } from '../html/xml.ts';
import type { Moment } from '../schema/moment.ts';
import { changedAt, type Feed } from './feed.ts';
import type { FeedImage, FeedItem } from './feed-item.ts';
import { browserHeadline, browserNote, styleInstruction } from './feed-style.ts';

// Minutes for which a reader may keep its copy.
const TTL = 15;

/** RSS 2.0 with content:encoded, Dublin Core, Media RSS and Atom links. https://www.rssboard.org/rss-specification */
export function rss(feed: Feed): string {
  const changed = changedAt(feed);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
${styleInstruction(feed.style)}
<rss version="2.0" xml:lang="${feed.language}" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
${browserNote(feed)}
<title>${feed.title}</title>
<link>${feed.page}</link>
<description>${feed.description || feed.title}</description>
<language>${feed.language}</language>
${
  changed &&
  xml`<lastBuildDate>${rfc822(changed)}</lastBuildDate>
`
}<ttl>${TTL}</ttl>
<atom:link rel="self" type="application/rss+xml" href="${feed.self}"/>
${
  feed.hub &&
  xml`<atom:link rel="hub" href="${feed.hub}"/>
`
}${
  feed.license &&
  xml`<atom:link rel="license" href="${feed.license}"/>
`
}${
  feed.icon &&
  xml`<image><url>${feed.icon}</url><title>${feed.title}</title><link>${feed.page}</link></image>
`
}${feed.items.map(item)}</channel>
</rss>
`.markup;
}

function item(item: FeedItem): SafeXml {
  const { id, url, title, summary, published, authors, categories, image, content } = item;
  return xml`<item>
${browserHeadline(item)}
<title>${title}</title>
<link>${url}</link>
<guid isPermaLink="false">${id}</guid>
<pubDate>${rfc822(published)}</pubDate>
${authors.map(
  ({ name }) => xml`<dc:creator>${name}</dc:creator>
`,
)}${categories.map(
  ({ label }) => xml`<category>${label}</category>
`,
)}${
  summary !== '' &&
  // Readers take an item's description for HTML (RSS Best Practices Profile), and a standfirst is text.
  xml`<description>${escapeHtml(summary)}</description>
`
}${image && media(image)}<content:encoded>${cdata(content)}</content:encoded>
</item>
`;
}

function media({ url, type, width, height, description, credit }: FeedImage): SafeXml {
  return xml`<media:content url="${url}" type="${type}" medium="image" width="${width}" height="${height}">${
    description !== '' && xml`<media:description type="plain">${description}</media:description>`
  }${credit !== '' && xml`<media:credit role="photographer" scheme="urn:ebu">${credit}</media:credit>`}</media:content>
`;
}

/** `Fri, 04 Jul 2025 15:20:00 GMT`: RFC 822 with the year in four digits. */
function rfc822({ epoch }: Moment): string {
  return new Date(epoch).toUTCString();
}

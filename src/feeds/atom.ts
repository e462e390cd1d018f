import { cdata, type SafeXml, xml } from '../html/xml.ts';
import type { Moment } from '../schema/moment.ts';
import { changedAt, type Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';
import { browserHeadline, browserNote, styleInstruction } from './feed-style.ts';

/** Atom 1.0, RFC 4287. */
export function atom(feed: Feed): string {
  const changed = changedAt(feed);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
${styleInstruction(feed.style)}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
${browserNote(feed)}
<id>${feed.self}</id>
<title>${feed.title}</title>
${
  feed.description !== '' &&
  xml`<subtitle>${feed.description}</subtitle>
`
}<updated>${changed === undefined ? '1970-01-01T00:00:00Z' : rfc3339(changed)}</updated>
<author><name>${feed.publication}</name><uri>${feed.home}</uri></author>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" hreflang="${feed.language}" href="${feed.page}"/>
${
  feed.hub &&
  xml`<link rel="hub" href="${feed.hub}"/>
`
}${
  feed.license &&
  xml`<link rel="license" href="${feed.license}"/>
`
}${
  feed.icon &&
  xml`<icon>${feed.icon}</icon>
`
}${feed.items.map(entry)}</feed>
`.markup;
}

function entry(item: FeedItem): SafeXml {
  return xml`<entry xml:lang="${item.language}">
${browserHeadline(item)}
<id>${item.id}</id>
<title>${item.title}</title>
<updated>${rfc3339(item.updated)}</updated>
<published>${rfc3339(item.published)}</published>
<link rel="alternate" type="text/html" hreflang="${item.language}" href="${item.url}"/>
${
  item.image &&
  xml`<link rel="related" type="${item.image.type}" href="${item.image.url}"/>
`
}${item.authors.map(
  ({ name, url }) => xml`<author><name>${name}</name><uri>${url}</uri></author>
`,
)}${item.categories.map(
  ({ slug, label }) => xml`<category term="${slug}" label="${label}"/>
`,
)}${
  item.summary !== '' &&
  xml`<summary>${item.summary}</summary>
`
}<content type="html">${cdata(item.content)}</content>
</entry>
`;
}

function rfc3339({ iso }: Moment): string {
  return iso;
}

import { type SafeXml, xml } from '../html/xml.ts';
import type { Feed } from './feed.ts';
import { feedWords } from './words.ts';

/** Where the style sheet of all feeds stands. */
export const FEED_STYLE = '/feed.css';

/** Names the style sheet: browsers are giving XSLT up, CSS they keep. */
export function styleInstruction(href: string): SafeXml {
  return xml`<?xml-stylesheet type="text/css" href="${href}"?>`;
}

/** A line in XHTML, foreign markup to feed readers, which says to whoever opens the feed in a browser what it is, with the way back. */
export function browserNote({ page, title, language }: Feed): SafeXml {
  return xml`<p xmlns="http://www.w3.org/1999/xhtml" lang="${language}">${feedWords(language).note} <a href="${page}">${title}</a></p>`;
}

/** Shows RSS and Atom as a plain list: headline, date, summary. */
export const FEED_CSS = `@namespace html url("http://www.w3.org/1999/xhtml");
@namespace content url("http://purl.org/rss/1.0/modules/content/");
@namespace media url("http://search.yahoo.com/mrss/");
@namespace dc url("http://purl.org/dc/elements/1.1/");

:root {
  display: block;
  max-width: 42rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
  font: 1.0625rem/1.5 Georgia, "Times New Roman", serif;
  color: #1a1a1a;
  background: #fff;
  color-scheme: light dark;
}
channel, item, entry, title, subtitle, description, summary, pubDate, published, html|p { display: block; }
html|p { padding: 0.75rem 1rem; border: 1px solid currentColor; font: 1rem/1.5 system-ui, sans-serif; }
html|a { color: inherit; }
channel > title, :root > title { font-size: 2rem; font-weight: bold; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
item, entry { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid #8888; }
item > title, entry > title { font-size: 1.25rem; font-weight: bold; line-height: 1.3; }
pubDate, published, dc|creator, item > link { font: 0.875rem/1.5 system-ui, sans-serif; }
item > link { display: block; overflow-wrap: anywhere; }
channel > link, language, lastBuildDate, ttl, image, guid, category, content|encoded, media|content { display: none; }
id, updated, author, icon, rights, entry > link, content { display: none; }
@media (prefers-color-scheme: dark) { :root { color: #e6e6e6; background: #161616; } }
`;

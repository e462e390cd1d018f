import { type SafeXml, xml } from '../html/xml.ts';
import { directionOf } from '../language/language.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';
import { feedWords } from './words.ts';

/** Where the style sheet of all feeds stands. */
export const FEED_STYLE = '/feed.css';

/** Names the style sheet: browsers are giving XSLT up, CSS they keep. */
export function styleInstruction(href: string): SafeXml {
  return xml`<?xml-stylesheet type="text/css" href="${href}"?>`;
}

/*
 * What only a browser shows is in XHTML, foreign markup that RSS and Atom allow and feed readers pass over: there alone a
 * browser makes links of links. Each element names its namespace itself, because feed validators advise against a prefix.
 */

/** What a feed is, to whoever opens it in a browser, with its address to copy and the way back. */
export function browserNote({ page, title, self, language }: Feed): SafeXml {
  const words = feedWords(language);
  return xml`<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" dir="${directionOf(language)}"><h1><a href="${page}">${title}</a></h1><p class="note">${words.note} <code dir="ltr">${self}</code></p></div>`;
}

/** An article's headline as a link, and its day. */
export function browserHeadline({ url, title, language, published, day }: FeedItem): SafeXml {
  return xml`<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" dir="${directionOf(language)}"><h2><a href="${url}">${title}</a></h2><p><time datetime="${published.iso}">${day}</time></p></div>`;
}

/** Shows RSS and Atom as a plain list: headline, day, authors, summary. */
export const FEED_CSS = `@namespace html url("http://www.w3.org/1999/xhtml");
@namespace dc url("http://purl.org/dc/elements/1.1/");

* { display: none; }
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
channel, item, entry, html|div, html|h1, html|h2, html|p { display: block; }
html|a, html|code, html|time { display: inline; color: inherit; }
html|a { text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
html|a:focus-visible { outline: 3px solid; outline-offset: 2px; }
html|h1, html|h2, html|p { margin: 0; line-height: 1.25; }
html|h1 { font-size: 2rem; }
html|h2 { font-size: 1.25rem; }
html|h1 html|a:not(:hover) { text-decoration-line: none; }
html|code { overflow-wrap: anywhere; user-select: all; }
html|p { font: 0.875rem/1.5 system-ui, sans-serif; }
html|p.note { margin-top: 1rem; padding: 0.75rem 1rem; border: 1px solid; font-size: 1rem; }
channel > description, subtitle { display: block; margin-top: 1rem; }
item, entry { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid #8888; }
dc|creator, entry > author, entry > author > name { display: inline; font: 0.875rem/1.5 system-ui, sans-serif; }
dc|creator + dc|creator::before, author + author::before { content: ", "; }
item > description, summary { display: block; margin-top: 0.25rem; }
description, subtitle, summary { unicode-bidi: plaintext; text-align: start; }
@media (prefers-color-scheme: dark) { :root { color: #e6e6e6; background: #161616; } }
`;

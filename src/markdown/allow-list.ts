import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';
import { safeUrl } from '../html/safe-url.ts';
import { isInternal } from './links.ts';

const ELEMENTS = words(`
  a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup data
  dd del details dfn div dl dt em figcaption figure footer h2 h3 h4 h5 h6 header hr i img ins kbd
  li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td
  tfoot th thead time tr u ul var wbr
`);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': words('class id lang dir title translate aria-label aria-labelledby aria-describedby aria-hidden'),
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
  time: ['datetime'],
  data: ['value'],
  details: ['open'],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  col: ['span'],
  colgroup: ['span'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope'],
};

const ADDRESSES = new Set(['href', 'src', 'cite']);
/** Attributes that can go without a word: no reader would miss them. */
const IDLE = new Set(words('target border cellspacing cellpadding valign loading decoding srcset sizes'));

const ALLOWED = new Set(ELEMENTS);

// Loaded with the first markup: most articles have none, and to load it takes as long as to read fifty of them.
const require = createRequire(import.meta.url);
const sanitizer = (): typeof sanitizeHtml => require('sanitize-html') as typeof sanitizeHtml;

/**
 * Markup of which nothing is left that could run script or load from elsewhere; balanced. Names of the tags and
 * attributes that had to go are added to `removed`.
 */
export function clean(markup: string, removed: Set<string>): string {
  return sanitizer()(markup, {
    allowedTags: ELEMENTS,
    allowedAttributes: ATTRIBUTES as Record<string, string[]>,
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sms', 'geo', 'xmpp', 'matrix'],
    allowedSchemesAppliedToAttributes: [...ADDRESSES],
    nestingLimit: 100,
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
    transformTags: { '*': (name, attributes) => cleanElement(name, attributes, removed) },
  });
}

function cleanElement(name: string, attributes: sanitizeHtml.Attributes, removed: Set<string>): sanitizeHtml.Tag {
  if (!ALLOWED.has(name)) {
    removed.add(`<${name}>`);
    return { tagName: name, attribs: {} };
  }
  const kept: sanitizeHtml.Attributes = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (isAllowed(name, key, value)) kept[key] = value;
    // How places to link to were named before HTML 5.
    else if (name === 'a' && key === 'name') kept['id'] = value;
    else if (!isIdle(key) && !(name === 'img' && key === 'src')) removed.add(key);
  }
  // A picture from elsewhere would tell its server who reads.
  if (name === 'img' && kept['src'] === undefined) removed.add('<img>');
  return { tagName: name, attribs: kept };
}

function isAllowed(element: string, attribute: string, value: string): boolean {
  if (!ATTRIBUTES['*']?.includes(attribute) && !ATTRIBUTES[element]?.includes(attribute)) return false;
  if (attribute === 'src') return isInternal(value);
  return !ADDRESSES.has(attribute) || safeUrl(value) !== undefined;
}

function isIdle(attribute: string): boolean {
  return IDLE.has(attribute) || attribute.startsWith('data-');
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

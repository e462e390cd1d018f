const ENCODINGS = /^(?:utf-8|us-ascii|iso-8859-1)$/i;
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/[^<>]*>|<([^\s/<>"'=!?]+)((?:\s+[^\s/<>"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;
const ATTRIBUTE = /([^\s/<>"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const ACTIVE = new Set(
  'script foreignobject iframe object embed handler listener audio video source html body link meta base feimage'.split(
    ' ',
  ),
);
const ANIMATION = new Set(['animate', 'set', 'animatetransform', 'animatemotion']);
const INLINE_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z0-9+/=\s]*$/i;

/**
 * Why an SVG may not be served, in plain words; undefined when it is harmless. It refuses what it does not
 * understand: whatever could run a script, load from elsewhere or mean something else to a browser than it does here.
 */
export function findHarmInSvg(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'the SVG is not UTF-8';
  }
  if (NOT_OF_XML.test(text)) return MALFORMED;
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  if (encoding !== undefined && !ENCODINGS.test(encoding))
    return `the SVG has the encoding ${encoding}; save it as UTF-8`;

  let end = 0;
  let css: string | undefined;
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', end)) {
    const between = text.slice(end, start);
    TAG.lastIndex = start;
    const [tag, name, attributes = ''] = TAG.exec(text) ?? [''];
    if (tag === '') return MALFORMED;
    end = start + tag.length;
    // Comments and CDATA cut a style into pieces that a browser joins again.
    if (css !== undefined) css += textOf(between, tag);
    if (name !== undefined) {
      const harm = harmInElement(localName(name), attributes);
      if (harm !== undefined) return harm;
      if (localName(name) === 'style' && !tag.endsWith('/>')) css ??= '';
      continue;
    }
    const harm = harmInMarkup(tag);
    if (harm !== undefined) return harm;
    if (css !== undefined && /^<\/(?:[\w-]+:)?style\s*>$/i.test(tag)) {
      if (refersElsewhere(css)) return EXTERNAL_STYLE;
      css = undefined;
    }
  }
  return css === undefined ? undefined : MALFORMED;
}

function textOf(between: string, tag: string): string {
  // A reference that cannot be decoded is kept as a backslash escape is: as something that is refused.
  const text = decodeReferences(between) ?? '\\0';
  return tag.startsWith('<![CDATA[') ? text + tag.slice(9, -3) : text;
}

// Production 2 of XML 1.0. What reads the rest all the same takes `<script\0>` for a script.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones
const NOT_OF_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

const MALFORMED = 'the SVG is not well-formed';
const EXTERNAL_STYLE = 'the SVG has a style that loads something from elsewhere';

function harmInMarkup(tag: string): string | undefined {
  if (tag.startsWith('<!--') && !tag.endsWith('-->')) return MALFORMED;
  if (tag.startsWith('<![') && !tag.endsWith(']]>')) return MALFORMED;
  if (tag.startsWith('<?') && !/^<\?xml\s/i.test(tag))
    return 'the SVG has a processing instruction, such as a style sheet from elsewhere';
  if (/^<!doctype/i.test(tag) && tag.includes('[')) return 'the SVG declares entities';
  if (/^<!(?:entity|element|attlist|notation)/i.test(tag)) return 'the SVG declares entities';
  return undefined;
}

function harmInElement(element: string, attributes: string): string | undefined {
  if (ACTIVE.has(element)) return `the SVG contains \`${element}\``;
  for (const [, rawName = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const name = localName(rawName);
    const value = decodeReferences(double ?? single ?? '');
    if (value === undefined) return 'the SVG uses an entity that is not of XML itself';
    if (name.startsWith('on')) return `the SVG contains the event handler \`${name}\``;
    if (rawName.toLowerCase().startsWith('xmlns') && value.trim() === 'http://www.w3.org/1999/xhtml')
      return 'the SVG contains HTML';
    if ((name === 'href' || name === 'src') && !isLocal(value))
      return `the SVG refers to something outside itself: ${shorten(value)}`;
    if (rawName.toLowerCase() === 'xml:base') return 'the SVG moves the base of its addresses';
    if (ANIMATION.has(element) && name === 'attributename' && /(?:^|:)(?:href|on\w*)$/i.test(value.trim())) {
      return 'the SVG animates a link';
    }
    if (refersElsewhere(value)) return EXTERNAL_STYLE;
  }
  return undefined;
}

function isLocal(address: string): boolean {
  const trimmed = address.trim();
  return trimmed === '' || trimmed.startsWith('#') || INLINE_PICTURE.test(trimmed);
}

/** In CSS and in presentation attributes. An escape could spell `url(` another way, so none is taken. */
function refersElsewhere(css: string): boolean {
  if (/@import|javascript:|expression\s*\(|-moz-binding|image-set\s*\(|image\s*\(\s*["']/i.test(css)) return true;
  if (/\\[0-9a-f]/i.test(css)) return true;
  for (const [, target = ''] of css.matchAll(/url\s*\(\s*([^)]*)/gi)) {
    if (!isLocal(target.replace(/^["']|["']\s*$/g, ''))) return true;
  }
  return false;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(value: string): string | undefined {
  let known = true;
  const decoded = value.replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|([^;\s]*));?/gi,
    (_, hex?: string, decimal?: string, name = '') => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      const character = NAMED[name];
      if (character === undefined) known = false;
      return character ?? '';
    },
  );
  return known ? decoded : undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

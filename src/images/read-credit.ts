import type { Metadata } from 'sharp';

/** Whose picture it is, as its file says. */
export interface EmbeddedCredit {
  readonly creator?: string;
  readonly credit?: string;
  readonly copyright?: string;
  /** Where its rights are stated. */
  readonly rightsUrl?: string;
  /** Where it can be licensed. */
  readonly licensorUrl?: string;
}

const IPTC_BYLINE = 80;
const IPTC_CREDIT = 110;
const IPTC_COPYRIGHT = 116;
const EXIF_ARTIST = 0x013b;
const EXIF_COPYRIGHT = 0x8298;

/** From XMP, else IPTC, else EXIF. Bytes that cannot be understood count as nothing said. */
export function readCredit({ xmpAsString = '', iptc, exif }: Metadata): EmbeddedCredit {
  const fields = iptc === undefined ? new Map<number, string>() : readIptc(iptc);
  const tags = exif === undefined ? new Map<number, string>() : readExif(exif);
  const creator = xmpValue(xmpAsString, 'dc:creator') ?? fields.get(IPTC_BYLINE) ?? tags.get(EXIF_ARTIST);
  const credit = xmpValue(xmpAsString, 'photoshop:Credit') ?? fields.get(IPTC_CREDIT);
  const copyright = xmpValue(xmpAsString, 'dc:rights') ?? fields.get(IPTC_COPYRIGHT) ?? tags.get(EXIF_COPYRIGHT);
  const rightsUrl = xmpValue(xmpAsString, 'xmpRights:WebStatement');
  const licensorUrl = xmpValue(xmpAsString, 'plus:LicensorURL');
  return {
    ...(creator === undefined ? {} : { creator }),
    ...(credit === undefined ? {} : { credit }),
    ...(copyright === undefined ? {} : { copyright }),
    ...(rightsUrl === undefined ? {} : { rightsUrl }),
    ...(licensorUrl === undefined ? {} : { licensorUrl }),
  };
}

/** An XMP packet that says this and nothing else; undefined when there is nothing to say. */
export function creditAsXmp({
  creator,
  credit,
  copyright,
  rightsUrl,
  licensorUrl,
}: EmbeddedCredit): string | undefined {
  const lines = [
    creator && `<dc:creator><rdf:Seq><rdf:li>${escapeXml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    copyright &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    credit && `<photoshop:Credit>${escapeXml(credit)}</photoshop:Credit>`,
    rightsUrl && `<xmpRights:WebStatement>${escapeXml(rightsUrl)}</xmpRights:WebStatement>`,
    licensorUrl &&
      `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>${escapeXml(licensorUrl)}</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>`,
  ].filter(Boolean);
  if (lines.length === 0) return undefined;
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"' +
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/">' +
    `${lines.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

/** The element's text or its first list item, or the attribute of that name. */
function xmpValue(xmp: string, name: string): string | undefined {
  const element = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1];
  const item =
    element === undefined ? undefined : (/<rdf:li(?:\s[^>]*)?>([\s\S]*?)<\/rdf:li>/.exec(element)?.[1] ?? element);
  const value = item ?? new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(xmp)?.[1];
  return value === undefined || value.includes('<') ? undefined : tidy(unescapeXml(value));
}

/** Record 2 of IPTC-IIM 4.2, inside or outside a Photoshop resource block. A repeated field is joined with commas. */
function readIptc(bytes: Uint8Array): Map<number, string> {
  const view = Buffer.from(bytes);
  const fields = new Map<number, string>();
  const resource = view.indexOf('8BIM\x04\x04', 0, 'latin1');
  let at = view.indexOf(0x1c, Math.max(resource, 0));
  while (at >= 0 && at + 5 <= view.length && view[at] === 0x1c) {
    const record = view[at + 1];
    const dataset = view[at + 2] ?? 0;
    const length = view.readUInt16BE(at + 3);
    const data = view.subarray(at + 5, at + 5 + length);
    const text = record === 2 ? tidy(decodeText(data)) : undefined;
    const before = fields.get(dataset);
    if (text !== undefined) fields.set(dataset, before === undefined ? text : `${before}, ${text}`);
    at += 5 + length;
  }
  return fields;
}

/** The texts of IFD0. */
function readExif(bytes: Uint8Array): Map<number, string> {
  const view = Buffer.from(bytes);
  const tags = new Map<number, string>();
  const base = view.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
  const little = view.toString('latin1', base, base + 2) === 'II';
  const short = (at: number) => (little ? view.readUInt16LE(at) : view.readUInt16BE(at));
  const long = (at: number) => (little ? view.readUInt32LE(at) : view.readUInt32BE(at));
  try {
    const directory = base + long(base + 4);
    for (let entry = directory + 2, left = short(directory); left > 0; entry += 12, left -= 1) {
      const length = long(entry + 4);
      if (short(entry + 2) !== 2) continue;
      const start = length <= 4 ? entry + 8 : base + long(entry + 8);
      const text = tidy(decodeText(view.subarray(start, start + length)));
      if (text !== undefined) tags.set(short(entry), text);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return tags;
}

/** UTF-8 where the bytes are UTF-8, else Latin-1, whatever was declared: cameras and agencies rarely say which they wrote. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function tidy(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, and EXIF ends texts with one
  const clean = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return clean === '' ? undefined : clean;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Markup that may enter an XML document as it is. Made by the `xml` tag and by `cdata`. */
export class SafeXml {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type XmlValue = SafeXml | string | number | false | null | undefined | readonly XmlValue[];

// What XML 1.0 has no way to write, not even as a reference: controls, lone surrogates, U+FFFE and U+FFFF.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const SPECIAL = /[&<>"']/;
const ALL_SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text made safe inside an element and inside a quoted attribute. Characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  const allowed = text.replace(FORBIDDEN, '');
  return SPECIAL.test(allowed) ? allowed.replace(ALL_SPECIAL, (c) => ENTITIES[c] ?? c) : allowed;
}

/** A template whose values are escaped unless they are SafeXml themselves. `false`, `null` and `undefined` leave nothing; lists are joined. */
export function xml(strings: TemplateStringsArray, ...values: readonly XmlValue[]): SafeXml {
  let out = strings[0] ?? '';
  for (let i = 0; i < values.length; i++) out += markupOf(values[i]) + (strings[i + 1] ?? '');
  return new SafeXml(out);
}

/** Text in a CDATA section: the same to a parser as escaped text, and a third shorter where the text is markup. */
export function cdata(text: string): SafeXml {
  return new SafeXml(`<![CDATA[${text.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
}

function markupOf(value: XmlValue): string {
  if (typeof value === 'string') return escapeXml(value);
  if (value instanceof SafeXml) return value.markup;
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return value === false || value === null || value === undefined ? '' : String(value);
}

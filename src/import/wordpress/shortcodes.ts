export interface Shortcode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Values without a name, in order. */
  readonly values: readonly string[];
  /** What stands between `[name]` and `[/name]`; empty without the latter. */
  readonly content: string;
  /** The whole of it, as written. */
  readonly written: string;
}

const START = /\[(\[?)([a-z][\w-]*)(?=[\s\]/])/gi;
const REST = /((?:[^\]"']|"[^"]*"|'[^']*'){0,2000})\]/y;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+))|"([^"]*)"|'([^']*)'|(\S+)/g;
const VERBATIM = /<(pre|code)\b[\s\S]*?<\/\1\s*>/gi;

/**
 * Replaces shortcodes in a text. `replace` gives the markup for one, or undefined to leave it as text. `[[name]]` is
 * WordPress's way to write `[name]` itself; code is left alone.
 */
export function replaceShortcodes(text: string, replace: (shortcode: Shortcode) => string | undefined): string {
  let out = '';
  let end = 0;
  for (const match of text.matchAll(VERBATIM)) {
    out += replaceIn(text.slice(end, match.index), replace) + match[0];
    end = match.index + match[0].length;
  }
  return out + replaceIn(text.slice(end), replace);
}

function replaceIn(text: string, replace: (shortcode: Shortcode) => string | undefined): string {
  let out = '';
  let end = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < end) continue;
    const [start, escaped = '', name = ''] = match;
    REST.lastIndex = match.index + start.length;
    const rest = REST.exec(text);
    if (!rest) continue;
    let stop = REST.lastIndex;
    const closing = `[/${name}]`;
    const close = rest[1]?.endsWith('/') ? -1 : text.indexOf(closing, stop);
    const content = close < 0 ? '' : text.slice(stop, close);
    // A code that stands alone may come again further down, before one that is closed.
    const encloses = close >= 0 && !content.includes(`[${name}`);
    if (encloses) stop = close + closing.length;
    out += text.slice(end, match.index);
    if (escaped !== '' && text[stop] === ']') {
      out += text.slice(match.index + 1, stop);
      end = stop + 1;
      continue;
    }
    const bracket = escaped === '' ? '' : '[';
    const written = text.slice(match.index + bracket.length, stop);
    const shortcode = {
      name: name.toLowerCase(),
      ...attributesOf(rest[1] ?? ''),
      content: encloses ? content : '',
      written,
    };
    out += bracket + (replace(shortcode) ?? written);
    end = stop;
  }
  return out + text.slice(end);
}

function attributesOf(text: string): Pick<Shortcode, 'attributes' | 'values'> {
  const attributes: Record<string, string> = {};
  const values: string[] = [];
  for (const [, name, ...given] of text.replace(/\/$/, '').matchAll(ATTRIBUTE)) {
    const value = given.find((one) => one !== undefined) ?? '';
    if (name === undefined) values.push(value);
    else attributes[name.toLowerCase()] = value;
  }
  return { attributes, values };
}

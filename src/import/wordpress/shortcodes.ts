import { elementsIn } from '../elements-in.ts';

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
const END = /\[\/([a-z][\w-]*)\]/gi;
const VERBATIM = ['pre', 'code'];

/**
 * Replaces shortcodes in a text. `replace` gives the markup for one, or undefined to leave it as text. `[[name]]` is
 * WordPress's way to write `[name]` itself; code is left alone.
 */
export function replaceShortcodes(text: string, replace: (shortcode: Shortcode) => string | undefined): string {
  let out = '';
  let from = 0;
  for (const { start, end } of elementsIn(text, VERBATIM)) {
    out += replaceIn(text.slice(from, start), replace) + text.slice(start, end);
    from = end;
  }
  return out + replaceIn(text.slice(from), replace);
}

function replaceIn(text: string, replace: (shortcode: Shortcode) => string | undefined): string {
  let out = '';
  let end = 0;
  const endOf = endsIn(text);
  for (const match of text.matchAll(START)) {
    if (match.index < end) continue;
    const [start, escaped = '', name = ''] = match;
    REST.lastIndex = match.index + start.length;
    const rest = REST.exec(text);
    if (!rest) continue;
    let stop = REST.lastIndex;
    const close = rest[1]?.endsWith('/') ? -1 : endOf(name, stop);
    const content = close < 0 ? '' : text.slice(stop, close);
    // A code that stands alone may come again further down, before one that is closed.
    const encloses = close >= 0 && !content.includes(`[${name}`);
    if (encloses) stop = close + `[/${name}]`.length;
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

/** Where the next `[/name]` stands, asked for from the beginning of the text to its end. */
function endsIn(text: string): (name: string, from: number) => number {
  const ends = new Map<string, number[]>();
  // The last one first, so that the next one is taken off the end.
  for (const { 1: name = '', index } of [...text.matchAll(END)].reverse()) {
    const others = ends.get(name);
    if (others === undefined) ends.set(name, [index]);
    else others.push(index);
  }
  return (name, from) => {
    const places = ends.get(name) ?? [];
    while ((places.at(-1) ?? from) < from) places.pop();
    return places.at(-1) ?? -1;
  };
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

import type { ForeignSite } from './foreign-body.ts';
import { commentOf } from './hugo-shortcodes.ts';
import { spokenName } from './people-and-tags.ts';
import { outsideVerbatim } from './verbatim.ts';

// One without an end goes on to that of the text, where the search for others ends too.
const HIGHLIGHT = /\{%-?\s*highlight\s+([\w+-]+)[^%]*%\}\n?(?:([\s\S]*?)\n?\{%-?\s*endhighlight\s*-?%\}|[\s\S]*$)/g;
const COMMENT = /\{%-?\s*comment\s*-?%\}(?:[\s\S]*?(\{%-?\s*endcomment\s*-?%\})|[\s\S]*$)/g;
const RAW = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const TAG = /\{%-?\s*(\w+)((?:"[^"]*"|'[^']*'|[^%"'])*)%\}/g;
// No longer than any is, so that one without an end is not sought to the end of the text.
const OUTPUT = /\{\{-?\s*((?:"[^"]*"|'[^']*'|[^}"'<%]){0,2000})\}\}/g;
const ARGUMENT = /\b([\w-]+)\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^\s,"'%]+))/g;
// Filters that give an address, or the text itself.
const PLAIN_FILTER =
  /\|\s*(?:url|relative_url|absolute_url|asset_url|prepend|append|uri_escape|escape|strip|markdownify|safe|raw|xml_escape|date|downcase|upcase|capitalize)\b/;

/** Replaces the Liquid that texts of Jekyll and Eleventy hold. */
export function replaceLiquid(text: string, site: ForeignSite): string {
  const open = text.replace(COMMENT, (whole, end: string | undefined) => (end === undefined ? whole : ''));
  const code = unrolled(open).replace(HIGHLIGHT, (whole, language: string, inner: string | undefined) =>
    inner === undefined ? whole : `\`\`\`${language}\n${inner}\n\`\`\``,
  );
  const replaced = outsideVerbatim(code, (part) =>
    part
      .replace(TAG, (written, name: string, rest: string) =>
        /raw$/.test(name) ? written : tagOf(name, rest, written, site),
      )
      .replace(OUTPUT, (written, expression: string) => outputOf(expression.trim(), written, site)),
  );
  return replaced.replace(RAW, '');
}

const LIST = /\{%-?\s*assign\s+(\w+)\s*=\s*"([^"]*)"\s*\|\s*split:\s*"([^"]+)"\s*-?%\}\n?/g;
const LOOP = /\{%-?\s*for\s+(\w+)\s+in\s+(\w+)\s*-?%\}\n?([\s\S]*?)\{%-?\s*endfor\s*-?%\}\n?/g;

/** Loops over lists that the text itself writes out. */
function unrolled(text: string): string {
  const lists = new Map(
    Array.from(text.matchAll(LIST), ([, name = '', items = '', mark = '']) => [name, items.split(mark)] as const),
  );
  if (lists.size === 0) return text;
  const written = text.replace(LOOP, (whole, item: string, name: string, inner: string) => {
    const value = new RegExp(`\\{\\{-?\\s*${item}\\s*-?\\}\\}`, 'g');
    return (
      lists
        .get(name)
        ?.map((one) => inner.replace(value, () => one))
        .join('') ?? whole
    );
  });
  return written.replace(LIST, (whole, name: string) => (written.includes(` in ${name} `) ? whole : ''));
}

function tagOf(name: string, rest: string, written: string, site: ForeignSite): string {
  const texts = Array.from(rest.matchAll(/"([^"]*)"|'([^']*)'/g), (match) => match[1] ?? match[2] ?? '');
  const [first = '', ...others] = texts;
  switch (name) {
    case 'image':
    case 'image_with_class':
      return site.picture({ url: first, alt: others.at(-1) ?? '', caption: '' });
    case 'link':
    case 'post_url':
      return site.fileNamed(rest.trim().replace(/-$/, '')) ?? rest.trim();
    case 'include': {
      const included = includeOf(rest, site);
      if (included !== undefined) return included;
    }
  }
  site.person('a tag of Liquid means nothing here; it became a comment', commentOf(written), name);
  return commentOf(written);
}

/** A picture or a video, where the arguments of an include say that it is one. */
function includeOf(rest: string, site: ForeignSite): string | undefined {
  const named = Object.fromEntries(
    Array.from(rest.matchAll(ARGUMENT), ([, key = '', ...given]) => [
      key.toLowerCase(),
      given.find((one) => one !== undefined) ?? '',
    ]),
  );
  const url = named['src'] ?? named['image'] ?? named['url'] ?? named['file'] ?? '';
  if (/\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(url))
    return `\n\n${site.picture({ url, alt: named['alt'] ?? '', caption: named['caption'] ?? named['title'] ?? '' })}\n\n`;
  const id = named['id'];
  if (id === undefined || !/youtube|vimeo/.test(rest)) return undefined;
  return `\n\n${rest.includes('vimeo') ? 'https://vimeo.com/' : 'https://www.youtube.com/watch?v='}${id}\n\n`;
}

// `{{ "/about/" | url }}` is an address; `{{ site.baseurl }}` stands before one.
function outputOf(expression: string, written: string, site: ForeignSite): string {
  const literal = /^(?:"([^"]*)"|'([^']*)')/.exec(expression);
  if (literal) return filtered(literal[1] ?? literal[2] ?? '', expression, site);
  const name = /^[\w.]+/.exec(expression)?.[0] ?? '';
  if (/\bbase_?url$|^site\.url$/.test(name)) return site.values[name] ?? '';
  const known = site.values[name] ?? valueOfPage(name.replace(/^page\./, ''), site);
  if (known !== undefined && known !== '') return known;
  site.person('a value that the other generator filled in is missing', written, name);
  return written;
}

function filtered(text: string, expression: string, site: ForeignSite): string {
  const [, filter] = /\|\s*(\w+)/.exec(expression) ?? [];
  if (filter === undefined || PLAIN_FILTER.test(expression)) return text;
  if (/embed|video|youtube/.test(filter) && /^https?:/.test(text)) return `\n\n${text}\n\n`;
  const author = site.author(text);
  if (author !== undefined || /team|author|people|person|staff/.test(filter)) {
    if (!/photo|image|avatar|picture/.test(filter))
      return author === undefined ? spokenName(text) : `[${author.name}](${author.address})`;
    site.changed('the portrait of an author was left out of a text', '', text);
    return '';
  }
  site.person('a filter of the other generator means nothing here; what it was given stands alone', text, filter);
  return text;
}

function valueOfPage(name: string, { keys }: ForeignSite): string | undefined {
  const values: Readonly<Record<string, string>> = {
    title: keys.title,
    excerpt: keys.standfirst,
    description: keys.standfirst,
    image: keys.image?.src ?? '',
    image_alt: keys.image?.alt ?? '',
  };
  return values[name];
}

import type { ForeignSite } from './foreign-body.ts';
import { outsideVerbatim } from './verbatim.ts';

const SHORTCODE =
  /\{\{(?:<|%)\s*(\/?)([\w-]+)((?:\s+(?:[\w-]+=)?(?:"[^"]*"|'[^']*'|`[^`]*`|[^\s"'`<>%]+))*)\s*\/?\s*(?:>|%)\}\}/g;
const ARGUMENT = /(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g;

/** Replaces the shortcodes of Hugo: its own, and pictures by whatever name a theme gives them. */
export function replaceHugoShortcodes(text: string, site: ForeignSite): string {
  const code = text.replace(
    /\{\{<\s*highlight\s+([\w+-]+)[^>]*>\}\}\n?([\s\S]*?)\n?\{\{<\s*\/highlight\s*>\}\}/g,
    (_, language: string, inner: string) => `\`\`\`${language}\n${inner}\n\`\`\``,
  );
  return outsideVerbatim(code, (part) =>
    part.replace(SHORTCODE, (written, closing: string, name: string, rest: string) =>
      closing === '' ? markupOf(name, argumentsOf(rest), written, site) : '',
    ),
  );
}

interface Arguments {
  readonly named: Readonly<Record<string, string>>;
  readonly values: readonly string[];
}

function markupOf(name: string, { named, values }: Arguments, written: string, site: ForeignSite): string {
  const [first = '', second = ''] = values;
  const src = named['src'] ?? named['link'];
  if (/^(?:figure|.*ima?ge?\b.*)$/.test(name) && src !== undefined)
    return `\n\n${site.picture({ url: src, alt: named['alt'] ?? '', caption: named['caption'] ?? named['title'] ?? '' })}\n\n`;
  switch (name) {
    case 'ref':
    case 'relref':
    case 'link':
      return site.fileNamed(named['path'] ?? first) ?? named['path'] ?? first;
    case 'youtube':
      return `\n\nhttps://www.youtube.com/watch?v=${named['id'] ?? first}\n\n`;
    case 'vimeo':
      return `\n\nhttps://vimeo.com/${named['id'] ?? first}\n\n`;
    case 'tweet':
    case 'twitter':
    case 'x':
      return `\n\nhttps://x.com/${named['user'] ?? (second === '' ? 'i' : first)}/status/${named['id'] ?? (second || first)}\n\n`;
    case 'instagram':
      return `\n\nhttps://www.instagram.com/p/${named['id'] ?? first}/\n\n`;
    default:
      site.person(`the shortcode ${name} means nothing here; it became a comment`, commentOf(written));
      return commentOf(written);
  }
}

/** A comment that shows a person what stood there, and readers nothing. */
export function commentOf(written: string): string {
  return `<!-- ${written
    .replace(/[<>]/g, '')
    .replace(/--+/g, '–')
    .replace(/\s+/g, ' ')
    .replace(/^\{\{%?\s*|\s*%?\}\}$|^\{%-?\s*|\s*-?%\}$/g, '')
    .trim()} -->`;
}

function argumentsOf(text: string): Arguments {
  const named: Record<string, string> = {};
  const values: string[] = [];
  for (const [, name, ...given] of text.matchAll(ARGUMENT)) {
    const value = given.find((one) => one !== undefined) ?? '';
    if (name === undefined) values.push(value);
    else named[name.toLowerCase()] = value;
  }
  return { named, values };
}

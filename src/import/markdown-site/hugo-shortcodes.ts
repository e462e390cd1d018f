import type { ForeignSite } from './foreign-body.ts';
import { outsideVerbatim } from './verbatim.ts';

const ARGUMENTS = `((?:(?:\\s+|(?=["'\`]))(?:[\\w-]+=)?(?:"(?:[^"\\\\]|\\\\.)*"|'[^']*'|\`[^\`]*\`|[^\\s"'\`<>%]+))*)`;
const SHORTCODE = new RegExp(`\\{\\{(?:<|%)\\s*(\\/?)([\\w-]+)${ARGUMENTS}\\s*\\/?\\s*(?:>|%)\\}\\}`, 'g');
const PAIR = new RegExp(
  `\\{\\{(?:<|%)\\s*([\\w-]+)${ARGUMENTS}\\s*(?:>|%)\\}\\}((?:(?!\\{\\{(?:<|%)\\s*\\1\\b)[\\s\\S])*?)\\{\\{(?:<|%)\\s*\\/\\1\\s*(?:>|%)\\}\\}`,
  'g',
);
const ARGUMENT = /(?:([\w-]+)=)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g;
const HIGHLIGHT = /\{\{<\s*highlight\s+([\w+-]+)[^>]*>\}\}\n?([\s\S]*?)\n?\{\{<\s*\/highlight\s*>\}\}/g;
const BOX =
  /^(?:note|box|callout|alert|admonition|notice|info|tip|warning|hint|ring|accordion|details|expand|aside|card(?:-[\w-]+)?)$/;

/** Replaces the shortcodes of Hugo: its own, and those of themes whose name or arguments say what they show. */
export function replaceHugoShortcodes(text: string, site: ForeignSite): string {
  const code = text.replace(HIGHLIGHT, (_, language: string, inner: string) => `\`\`\`${language}\n${inner}\n\`\`\``);
  return outsideVerbatim(code, (part) =>
    part
      .replace(PAIR, (written, name: string, rest: string, inner: string) => {
        const box = boxOf(name, argumentsOf(rest), inner);
        return box ?? written;
      })
      .replace(SHORTCODE, (written, closing: string, name: string, rest: string, at: number, whole: string) => {
        if (closing !== '') return '';
        // What stands in the place of an address is one.
        const inLink = /\]\(\s*<?$|(?:href|src)=["']$/.test(whole.slice(Math.max(0, at - 8), at));
        return inLink ? addressOf(name, argumentsOf(rest), site) : markupOf(name, argumentsOf(rest), written, site);
      }),
  );
}

interface Arguments {
  readonly named: Readonly<Record<string, string>>;
  readonly values: readonly string[];
}

function boxOf(name: string, { named, values }: Arguments, inner: string): string | undefined {
  if (name === 'highlight') return inner;
  if (/^(?:quote|blockquote)/.test(name)) return quote(inner.trim(), named['cite'] ?? named['author'] ?? '');
  if (!BOX.test(name)) return undefined;
  const title = named['title'] ?? named['heading'] ?? values.find((value) => /\s/.test(value)) ?? '';
  const text = [named['intro'] ?? '', inner.trim(), buttonOf(named)].filter((part) => part !== '').join('\n\n');
  return `\n\n::: factbox${title === '' ? '' : ` ${title.replaceAll('*', '').trim()}`}\n${text}\n:::\n\n`;
}

const buttonOf = (named: Arguments['named']): string => {
  const href = named['button-url'] ?? named['url'] ?? named['href'];
  return href === undefined ? '' : `[${named['button-text'] ?? named['text'] ?? href}](${href})`;
};

const quote = (words: string, source: string): string =>
  `\n\n${[...words.split('\n'), ...(source === '' ? [] : [`— ${source}`])].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;

function addressOf(name: string, { named, values: [first = ''] }: Arguments, site: ForeignSite): string {
  const target = named['path'] ?? named['file'] ?? named['src'] ?? named['link'] ?? named['href'] ?? first;
  if (/^https?:/.test(target)) return target;
  const found = site.fileNamed(target) ?? site.document(target);
  return found ?? (/file|asset|static|download/.test(name) ? target : pageAddress(target));
}

/** Address at which Hugo has a text, where the text is not there. */
const pageAddress = (file: string): string =>
  `/${file.replace(/^\/+/, '').replace(/(?:\/?_?index)?\.(?:md|markdown)(?=#|$)/i, '/')}`;

function markupOf(name: string, { named, values }: Arguments, written: string, site: ForeignSite): string {
  const [first = '', second = ''] = values;
  const src = named['src'] ?? named['link'];
  const block = (markdown: string): string => `\n\n${markdown}\n\n`;
  if (/^(?:figure|.*ima?ge?\b.*)$/.test(name) && (src ?? first) !== '')
    return block(
      site.picture({ url: src ?? first, alt: named['alt'] ?? '', caption: named['caption'] ?? named['title'] ?? '' }),
    );
  switch (name) {
    case 'ref':
    case 'relref':
    case 'link':
      return addressOf(name, { named, values }, site);
    case 'youtube':
      return block(`https://www.youtube.com/watch?v=${named['id'] ?? first}`);
    case 'vimeo':
      return block(`https://vimeo.com/${named['id'] ?? first}`);
    case 'tweet':
    case 'twitter':
    case 'x':
      return block(
        `https://x.com/${named['user'] ?? (second === '' ? 'i' : first)}/status/${named['id'] ?? (second || first)}`,
      );
    case 'instagram':
      return block(`https://www.instagram.com/p/${named['id'] ?? first}/`);
  }
  if (/^quote|quote$/.test(name) && named['text'] !== undefined) return quote(named['text'], named['cite'] ?? '');
  const href = [src, named['href'], named['url'], named['file'], first].find((one) => one !== undefined && one !== '');
  const words = named['text'] ?? named['label'] ?? named['title'];
  if (href !== undefined && (words !== undefined || /^https?:/.test(href)))
    return linkTo(href, (words ?? href).replace(/\*\*/g, ''), name, site);
  site.person('a shortcode means nothing here; it became a comment', commentOf(written), name);
  return commentOf(written);
}

function linkTo(href: string, words: string, name: string, site: ForeignSite): string {
  site.changed('a shortcode is a link now', words, name);
  const target = /^https?:/.test(href) ? href : (site.document(href) ?? site.fileNamed(href) ?? href);
  return words === target ? `\n\n${target}\n\n` : `[${words}](${target})`;
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
    const value = (given.find((one) => one !== undefined) ?? '').replace(/\\(["\\])/g, '$1');
    if (name === undefined) values.push(value);
    else named[name.toLowerCase()] = value;
  }
  return { named, values };
}

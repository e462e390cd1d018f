import { replaceElements } from '../elements-in.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import type { ForeignSite } from './foreign-body.ts';

const BLOCK = /^<(p|h[1-6]|ul|ol|blockquote|table|figure|center|dl|div|video|audio)\b[^>]*>[\s\S]*<\/\1>\s*$/i;
const RUNNING = ['script', 'style', 'form', 'noscript', 'object'];
const FRAME = /(?:<p>\s*)?<iframe\b[^>]*>\s*<\/iframe>(?:\s*<\/p>)?/gi;
// What Markdown would take for code, once the box around it is gone.
const SET_IN = /^(?:\t| {4})[ \t]*(?=<\/?(?:blockquote|div|figure|table|section|center)\b)/gim;
// Boxes that only a style sheet saw.
const WRAPPING = /^[ \t]*(?:<\/?(?:div|center|section|span|font|p)\b[^>]*>[ \t]*)+$/gim;
// A paragraph in tags as an item of a list, which is one without them.
const PARAGRAPH = /(?<=^[ \t]*[*-][ \t]+)<p\b[^>]*>\s*([^<]*(?:<(?!\/?p\b)[^<]*)*?)\s*<\/p>/gim;
const EMPHASIS = /(?<![\w*])<(strong|b|em|i)>(?=\S)([^<>\n*_]+)(?<=\S)<\/\1>(?![\w*])/gi;
const TAGS = /<(?!img\b)[a-z][a-z0-9]*\s[^<>]*>/gi;
const DRESS =
  /\s+(?:style|class|align|width|height|valign|border|cellpadding|cellspacing|bgcolor|role|target|type|on\w+|data-[\w-]+)(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?(?=[\s/>])/gi;

/** Turns HTML that stands between blank lines into Markdown, and takes off what was there for the looks alone. */
export function htmlAsMarkdown(text: string, site: ForeignSite): string {
  const still = replaceElements(text, RUNNING, (_, name) => {
    site.changed('an element that runs or styles something was left out', '', `<${name}>`);
    return '';
  });
  return still
    .replace(SET_IN, '')
    .replace(FRAME, (frame) => `\n\n${converted(frame, site)}\n\n`)
    .split(/(\n[ \t]*\n+)/)
    .map((part) => (isPlainHtml(part) ? converted(part, site) : part))
    .join('')
    .replace(PARAGRAPH, '$1')
    .replace(WRAPPING, '')
    .replace(/^[ \t]*<h([1-6])\b[^>]*>(.*?)<\/h\1>[ \t]*$/gim, (_, level: string, words: string) =>
      words.includes('<a ')
        ? `<h${level}>${words}</h${level}>`
        : `\n\n${'#'.repeat(Math.max(2, Number(level)))} ${words}\n\n`,
    )
    .replace(TAGS, (tag) => tag.replace(DRESS, '').replace(/^<a\b([^>]*\s)name=/i, '<a$1id='))
    .replace(/<span>([^<>\n]*)<\/span>/gi, '$1')
    .replace(EMPHASIS, (_, name: string, words: string) => {
      const mark = /^(?:strong|b)$/i.test(name) ? '**' : '*';
      return `${mark}${words}${mark}`;
    })
    .replace(/<(\/?)tt>/gi, '<$1code>');
}

function isPlainHtml(part: string): boolean {
  const bare = part.trim();
  return BLOCK.test(bare) && !/<!--|\ue000|<a\s[^>]*\b(?:id|name)=|\{\{|\{%|!\[/.test(bare);
}

function converted(part: string, site: ForeignSite): string {
  const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(part) ?? [];
  // Links that have taken a tag's place already.
  const linked = part.replace(/\[([^[\]\n]+)\]\(([^()\s]+)\)/g, '<a href="$2">$1</a>');
  const markdown = htmlToMarkdown(linked, {
    picture: site.picture,
    // The links of a text are seen to once, when all of it is Markdown.
    link: (href) => href,
    footnote: () => undefined,
    changed: site.changed,
    person: site.person,
  });
  return `${before}${markdown.trim()}${after}`;
}

import type { OldPicture } from '../pictures.ts';
import { anchorsOf } from './anchors.ts';
import type { ForeignKeys } from './foreign-keys.ts';
import { withFootnotes } from './html-footnotes.ts';
import { htmlAsMarkdown } from './html-within.ts';
import { replaceHugoShortcodes } from './hugo-shortcodes.ts';
import { replaceLiquid } from './liquid.ts';
import { outsideVerbatim } from './verbatim.ts';

/** What the conversion of a body asks of whoever knows the other site. */
export interface ForeignSite {
  /** What stands in braces in its texts. */
  readonly syntax: 'hugo' | 'liquid';
  readonly language: string;
  readonly keys: ForeignKeys;
  /** What `site.repository` and the like stand for. */
  readonly values: Readonly<Record<string, string>>;
  readonly picture: (picture: OldPicture) => string;
  /** Where a link leads now; undefined when only its words stay. */
  readonly link: (href: string) => string | undefined;
  /** Address of the text in a file, named as the other generator does. */
  readonly fileNamed: (name: string) => string | undefined;
  /** Address of a document, which then comes along. */
  readonly document: (name: string) => string | undefined;
  /** Name and address of an author by id. */
  readonly author: (id: string) => { readonly name: string; readonly address: string } | undefined;
  readonly changed: (message: string, near?: string, detail?: string) => void;
  readonly person: (message: string, near?: string, detail?: string) => void;
}

const PICTURE = /!\[((?:[^\]\n]|\n(?!\s*\n))*)\]\(\s*<?([^\s)>]+)>?(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*\)/g;
const TAG = /<img\s[^>]*>/gi;
const LINK =
  /(?<!!)\[((?:[^[\]\n]|\n(?!\s*\n)|!\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]*\])*)\]\(\s*<?([^\s)>]+)>?((?:\s+"[^"]*")?)\s*\)/g;
const DEFINITION = /^( {0,3}\[(?!\^)[^\]\n]+\]:\s*)<?([^\s>]+)>?/gm;
const ANCHOR = /<a\s[^>]*?\bhref=(["'])([^"']*)\1[^>]*>([\s\S]*?)<\/a>/gi;
// https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
const ATTRIBUTES = /\{:(?:\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*')|toc))+\s*\}/g;

/** The Markdown of Dateline for that of another generator; code stays as it is. */
export function convertForeignBody(body: string, site: ForeignSite): string {
  const whole = site.syntax === 'hugo' ? replaceHugoShortcodes(body, site) : replaceLiquid(body, site);
  const converted = outsideVerbatim(whole, (text) => convertText(withFootnotes(text), site));
  return `${withoutDeadAnchors(converted, site)
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function convertText(text: string, site: ForeignSite): string {
  return htmlAsMarkdown(withoutMarks(text, site), site)
    .replace(TAG, (tag) => {
      const attribute = (name: string): string => new RegExp(`\\b${name}=["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';
      return site.picture({ url: attribute('src'), alt: attribute('alt'), caption: '' });
    })
    .replace(PICTURE, (whole, alt: string, url: string, double?: string, single?: string) =>
      url.startsWith('/images/imported/') ? whole : site.picture({ url, alt, caption: double ?? single ?? '' }),
    )
    .replace(LINK, (_, words: string, href: string, title: string) => {
      const target = site.link(href);
      return target === undefined ? words : `[${words}](${target}${title})`;
    })
    .replace(ANCHOR, (whole, _, href: string, words: string) => {
      const target = site.link(href);
      if (target === undefined || words.trim() === '') return words;
      return /\n|[[\]]|\s(?:id|name)=/.test(whole) ? whole.replace(href, target) : `[${words}](${target})`;
    })
    .replace(DEFINITION, (_, label: string, href: string) => `${label}${site.link(href) ?? href}`);
}

/** Headings below the headline's level, and nothing that only the other parser knows. */
function withoutMarks(text: string, site: ForeignSite): string {
  return text
    .replace(/^(?:[*-]|1\.)[ \t]+.*\n\{:\s*toc\s*\}[ \t]*$/gim, '')
    .replace(ATTRIBUTES, () => {
      site.changed('attributes in braces were left out');
      return '';
    })
    .replace(/\{::[^}\n]*\}/g, '')
    .replace(/<!--\s*(?:more|excerpt)\s*-->/gi, '')
    .replace(/^(#{1,6}[ \t].*?)[ \t]*\{#[^}\n]*\}[ \t]*$/gm, '$1')
    .replace(/^# (?=\S)/gm, '## ')
    .replace(/^([^\s#>|-].*)\n=+[ \t]*$/gm, '## $1');
}

const WITHIN = /\[([^[\]\n]*)\]\(#([^)\s]+)\)/g;

/** Links to places of the same text, where the place went with the HTML around it, are their words. */
function withoutDeadAnchors(text: string, site: ForeignSite): string {
  const there = new Set(anchorsOf(text, site.language).values());
  return text.replace(WITHIN, (whole, words: string, anchor: string) => {
    if (there.has(anchor) || text.includes(`id="${anchor}"`)) return whole;
    return /^(?:↩|\^)?$/.test(words) ? '' : words;
  });
}

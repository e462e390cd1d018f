import TurndownService from 'turndown';
import { addEmbedRules } from './embed-rules.ts';
import { addFigureRules } from './figure-rules.ts';
import { isNestedDeeply } from './is-nested-deeply.ts';
import type { OldPicture } from './pictures.ts';
import { addQuoteRules } from './quote-rules.ts';
import { addTableRules } from './table-rule.ts';
import { addTextRules } from './text-rules.ts';

/** What the conversion of a text asks of whoever knows the old site. */
export interface OldSite {
  /** Markdown of a picture, or of what stands in its place. */
  readonly picture: (picture: OldPicture) => string;
  /** Where a link leads now; undefined when only its words stay. */
  readonly link: (href: string) => string | undefined;
  /** Number of the footnote that a mark stands for; undefined when there is none of that id. */
  readonly footnote: (id: string) => number | undefined;
  readonly changed: (message: string, near?: string, detail?: string) => void;
  readonly person: (message: string, near?: string, detail?: string) => void;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/g;

/** The Markdown of Dateline for the HTML of a body. */
export function htmlToMarkdown(html: string, site: OldSite): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    br: '\\',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  const ofTurndown = service.escape.bind(service);
  service.escape = (text) => escapeOutside(text, ofTurndown);
  addTextRules(service, site);
  addTableRules(service);
  addFigureRules(service, site);
  addQuoteRules(service);
  addEmbedRules(service, site);
  return `${tidy(convert(service, html, site))}\n`;
}

// Turndown reads the text of an element anew at each level, which takes quadratic time, and calls itself for each.
const DEEPEST = 300;

function convert(service: TurndownService, html: string, { person }: OldSite): string {
  if (!isNestedDeeply(html, DEEPEST)) return service.turndown(html);
  person('elements are nested too deeply; only the words are left', html.slice(0, 200));
  return service.escape(html.replace(/<[^<>]*>/g, ' '));
}

// An address with backslashes in it would be another one.
function escapeOutside(text: string, escapeMarkdown: (text: string) => string): string {
  let out = '';
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    out += escapeText(text.slice(end, match.index), escapeMarkdown) + match[0];
    end = match.index + match[0].length;
  }
  return out + escapeText(text.slice(end), escapeMarkdown);
}

function escapeText(text: string, escapeMarkdown: (text: string) => string): string {
  return escapeMarkdown(text)
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^:::/gm, '\\:::');
}

function tidy(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\\(?=\n\s*\n|\s*$)/g, '')
    .replace(/^(?:\\\n)+/gm, '')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/^\u00a0+/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

import MarkdownParser, { type MarkdownIt, type Token } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import { safeUrl } from '../html/safe-url.ts';
import { languageOf } from '../language/language.ts';
import { useLeanStates } from './lean-states.ts';
import { isInternal, useLinks } from './links.ts';
import { useTypography } from './typography.ts';

const parsers = new Map<string, MarkdownIt>();

/**
 * One line of Markdown as safe inline markup: emphasis and links to elsewhere, with the language's typography.
 * Captions and credits are such lines. A link within the publication keeps its text only, as does an unsafe one,
 * whose address is passed to `onUnsafe`.
 */
export function renderInline(text: string, language: string, onUnsafe?: (href: string) => void): string {
  const tokens = parserOf(language).parseInline(text, {})[0]?.children ?? [];
  let markup = '';
  let linked = false;
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        markup += escapeHtml(token.content);
        break;
      case 'softbreak':
        markup += ' ';
        break;
      case 'link_open': {
        const href = String(token.attrGet('href') ?? '');
        linked = isOutside(href, onUnsafe);
        if (linked) markup += `<a href="${escapeHtml(href)}">`;
        break;
      }
      case 'link_close':
        if (linked) markup += '</a>';
        break;
      default:
        markup += tagOf(token);
    }
  }
  return markup;
}

function isOutside(href: string, onUnsafe?: (href: string) => void): boolean {
  if (isInternal(href)) return false;
  if (safeUrl(href) !== undefined) return true;
  onUnsafe?.(href);
  return false;
}

function tagOf(token: Token): string {
  return token.nesting === 1 ? `<${token.tag}>` : token.nesting === -1 ? `</${token.tag}>` : '';
}

function parserOf(tag: string): MarkdownIt {
  const language = languageOf(tag);
  let parser = parsers.get(language.code);
  if (parser === undefined) {
    parser = new MarkdownParser('zero').enable([
      ...['newline', 'escape', 'entity', 'emphasis', 'link', 'autolink', 'linkify'],
      ...['replacements', 'smartquotes', 'text_join'],
    ]);
    useLeanStates(parser);
    useLinks(parser, true);
    useTypography(parser, language);
    parsers.set(language.code, parser);
  }
  return parser;
}

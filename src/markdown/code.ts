import MarkdownParser, { type Token } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import type { Output } from './output.ts';

const FIRST_WORD = /^\s*(\S+)/;
const { unescapeAll } = new MarkdownParser('zero').utils;

/** A code block, which scrolls sideways and so has to be within a keyboard's reach. */
export function writeCode(token: Token, out: Output): void {
  const name = FIRST_WORD.exec(unescapeAll(token.info))?.[1];
  const language = name === undefined ? '' : ` class="language-${escapeHtml(name)}"`;
  out.write(`<pre tabindex="0"><code${language}>${escapeHtml(token.content)}</code></pre>\n`);
  out.say(token.content);
  out.endBlock();
}

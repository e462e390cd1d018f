import type { Token } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import type { BodyPart } from './body.ts';
import { writeCode } from './code.ts';
import { closeContainer, openContainer } from './container-markup.ts';
import { embedOf } from './embeds.ts';
import type { BodyEnv } from './environment.ts';
import { figureOf } from './figures.ts';
import { openFootnotes, writeFootnoteBack } from './footnote-markup.ts';
import { openHeading } from './headings.ts';
import { sayHtml, writeRawHtml } from './html-markup.ts';
import { writeInline } from './inlines.ts';
import type { Output } from './output.ts';
import { attributionOf } from './quotes.ts';
import { closeTable, openCell, openTable } from './tables.ts';

/** Writes the blocks of a body. Line breaks stand where markdown-it's own renderer puts them. */
export function writeBlocks(tokens: readonly Token[], env: BodyEnv, out: Output): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.map) env.line = env.firstLine + token.map[0];
    switch (token.type) {
      case 'inline':
        writeInline(token.children ?? [], env, out);
        out.endBlock();
        break;
      case 'paragraph_open':
        if (writeAlone(tokens, i, env, out)) i += 2;
        else writeTag(tokens, i, token, out);
        break;
      case 'heading_open': {
        const [inline, close] = [tokens[i + 1], tokens[i + 2]];
        if (inline !== undefined && close !== undefined) openHeading(token, inline, close, env, out);
        break;
      }
      case 'fence':
      case 'code_block':
        writeCode(token, out);
        break;
      case 'html_block':
        writeRawHtml(token.content, env, out);
        sayHtml(token.content, out);
        break;
      case 'embed':
        out.part(token.meta?.['part'] as Exclude<BodyPart, string>);
        break;
      case 'blockquote_open':
        out.write(attributionOf(token) === undefined ? '<blockquote>\n' : '<figure class="quote">\n<blockquote>\n');
        break;
      case 'blockquote_close':
        writeQuoteEnd(token, env, out);
        break;
      case 'container_open':
        openContainer(token, env, out);
        break;
      case 'container_close':
        if (token.meta?.['kind'] === 'pullquote') writeQuoteEnd(token, env, out);
        closeContainer(token, out);
        break;
      case 'table_open':
        openTable(env, out);
        break;
      case 'table_close':
        closeTable(out);
        break;
      case 'th_open':
      case 'td_open':
        openCell(token, tokens[i + 1], tokens[i + 2], out);
        break;
      case 'footnotes_open':
        openFootnotes(env, out);
        break;
      case 'footnotes_close':
        out.write('</ol>\n</section>\n');
        break;
      case 'footnote_open':
        out.write(`<li id="fn-${Number(token.meta?.['number'])}">`);
        break;
      case 'footnote_close':
        out.write('</li>\n');
        break;
      case 'footnote_back':
        writeFootnoteBack(token, env, out);
        break;
      case 'nothing':
        break;
      default:
        writeTag(tokens, i, token, out);
    }
  }
}

/** Writes what stands alone in its paragraph in place of the paragraph (pictures, a post, a video); false where it is a plain one. */
function writeAlone(tokens: readonly Token[], i: number, env: BodyEnv, out: Output): boolean {
  const children = tokens[i + 1]?.children;
  if (
    tokens[i]?.hidden === true ||
    tokens[i + 2]?.type !== 'paragraph_close' ||
    children === null ||
    children === undefined
  )
    return false;
  // Raw HTML of which nothing is left.
  if (children.length === 0) return true;
  const first = children[0]?.type;
  if (first !== 'image' && first !== 'link_open') return false;
  const part = first === 'image' ? figureOf(children, env) : embedOf(children, env.line);
  if (part === undefined) return false;
  out.part(part);
  return true;
}

function writeQuoteEnd(token: Token, env: BodyEnv, out: Output): void {
  out.write('</blockquote>\n');
  const attribution = attributionOf(token);
  if (attribution === undefined) return;
  out.write('<figcaption>— ');
  writeInline(attribution, env, out);
  out.endBlock();
  out.write('</figcaption>\n</figure>\n');
}

function writeTag(tokens: readonly Token[], i: number, token: Token, out: Output): void {
  if (token.hidden) {
    // The end of a tight item's text, where another block follows.
    if (token.nesting === -1 && tokens[i + 1]?.nesting !== -1) out.write('\n');
    return;
  }
  if (token.nesting === -1) {
    out.write(`</${token.tag}>\n`);
    return;
  }
  let attributes = '';
  for (const [name, value] of token.attrs ?? []) attributes += ` ${name}="${escapeHtml(String(value))}"`;
  out.write(`<${token.tag}${attributes}>${token.nesting === 1 && hugsContent(tokens, i, token) ? '' : '\n'}`);
}

function hugsContent(tokens: readonly Token[], i: number, token: Token): boolean {
  const next = tokens[i + 1];
  return (
    next !== undefined && (next.type === 'inline' || next.hidden || (next.nesting === -1 && next.tag === token.tag))
  );
}

import type { Token } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import type { BodyEnv } from './environment.ts';
import { imageOf } from './figures.ts';
import { writeFootnoteReference } from './footnote-markup.ts';
import { writeRawHtml } from './html-markup.ts';
import { closeLink, openLink } from './links.ts';
import type { Output } from './output.ts';
import { descriptionText } from './plain-text.ts';

/** Writes what stands in a paragraph, a heading or a cell. */
export function writeInline(tokens: readonly Token[], env: BodyEnv, out: Output): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        out.write(escapeHtml(token.content));
        out.say(token.content);
        break;
      case 'softbreak':
        out.write('\n');
        out.say(' ');
        break;
      case 'hardbreak':
        out.write('<br>\n');
        out.say(' ');
        break;
      case 'code_inline':
        out.write(`<code>${escapeHtml(token.content)}</code>`);
        out.say(token.content);
        break;
      case 'link_open':
        openLink(String(token.attrGet('href') ?? ''), titleOf(token), env, out);
        break;
      case 'link_close':
        closeLink(env, out);
        break;
      case 'image':
        writeImage(token, env, out);
        break;
      case 'html_inline':
        writeRawHtml(token.content, env, out);
        break;
      case 'footnote_ref':
        writeFootnoteReference(token, env, out);
        break;
      default:
        out.write(`<${token.nesting === -1 ? '/' : ''}${token.tag}>`);
    }
  }
}

function titleOf(token: Token): string | undefined {
  const title = token.attrGet('title');
  return title === null ? undefined : String(title);
}

function writeImage(token: Token, env: BodyEnv, out: Output): void {
  const image = imageOf(token, env.line, env);
  if (image === undefined) out.write(escapeHtml(descriptionText(token.children ?? [])));
  else out.part({ type: 'inline-image', image });
}

import type { Token } from 'markdown-it';
import type { StyleCode } from '../diagnostics/codes.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { BodyEnv } from './environment.ts';
import { countWords, plainText } from './plain-text.ts';

const LONGEST_PARAGRAPH = 200;
// What has fewer characters cannot have that many words, so most paragraphs are not counted.
const WORTH_COUNTING = LONGEST_PARAGRAPH * 3;
const LONGEST_VAGUE = 40;

/** Notes on the style of a body: paragraphs that nobody reads to their end, links that say nothing or were forgotten. */
export function checkBodyStyle(tokens: readonly Token[], env: BodyEnv): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type !== 'inline') continue;
    const line = env.firstLine + (token.map?.[0] ?? 0);
    const children = token.children ?? [];
    if (tokens[i - 1]?.type === 'paragraph_open' && token.content.length > WORTH_COUNTING)
      checkLength(children, line, env);
    const linked = children.some(({ type }) => type === 'link_open');
    if (linked) checkLinks(children, line, env);
    else checkCalls(token.content, line, env);
  }
}

function checkLength(children: readonly Token[], line: number, env: BodyEnv): void {
  const words = countWords(plainText(children));
  if (words < LONGEST_PARAGRAPH) return;
  const message = `the paragraph has ${words} words: on a telephone that is more than a screen without a break`;
  report(env, 'paragraph-long', { at: 'text', line }, message, 'end it after a thought, and begin another');
}

function checkLinks(children: readonly Token[], from: number, env: BodyEnv): void {
  let line = from;
  let opened: { readonly at: number; readonly line: number } | undefined;
  for (const [i, token] of children.entries()) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    else if (token.type === 'link_open') {
      opened = { at: i + 1, line };
      checkAddress(String(token.attrGet('href') ?? ''), line, env);
    } else if (token.type === 'link_close' && opened !== undefined) {
      checkLinkText(plainText(children.slice(opened.at, i)).trim(), opened.line, env);
      opened = undefined;
    }
  }
}

function checkAddress(href: string, line: number, env: BodyEnv): void {
  if (!isPlainHttp(href)) return;
  const message = `the link leads to http, where anybody on the way can read and change what is sent: ${href}`;
  report(env, 'link-http', { at: 'text', line, text: href }, message, 'write https: if the page answers there');
}

function checkLinkText(text: string, line: number, env: BodyEnv): void {
  if (
    text.length > LONGEST_VAGUE ||
    !env.language.vagueLinks.includes(text.toLowerCase().replace(/[\s.:!…»›→>]+$/, ''))
  )
    return;
  const message = `the link says only \`${text}\`: whoever hears a list of the links learns nothing`;
  const help = 'put the link on the words that say where it leads';
  report(env, 'link-text-vague', { at: 'text', line, text: `[${text}]` }, message, help);
}

function isPlainHttp(href: string): boolean {
  if (!/^http:/i.test(href)) return false;
  // An onion service is encrypted by its address, and what is local never leaves the machine.
  return !/\.(?:onion|i2p|localhost)$|^localhost$|^127\./.test(URL.parse(href)?.hostname ?? '');
}

function checkCalls(content: string, line: number, env: BodyEnv): void {
  const text = content.toLowerCase();
  for (const call of env.language.linkCalls) {
    const at = text.indexOf(call);
    if (at < 0 || /[\p{L}\p{N}]/u.test(text[at + call.length] ?? '')) continue;
    const written = content.slice(at, at + call.length);
    const message = `\`${written}\` promises a link, and there is none`;
    const help = 'put a link on the words that say where it leads, or take them out';
    const onLine = line + content.slice(0, at).split('\n').length - 1;
    report(env, 'link-forgotten', { at: 'text', line: onLine, text: written }, message, help);
    return;
  }
}

function report(env: BodyEnv, code: StyleCode, place: Place, message: string, help: string): void {
  env.problems.push({ code, file: env.file, place, message, help });
}

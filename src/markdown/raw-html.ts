import type { StateCore, Token } from 'markdown-it';
import { clean } from './allow-list.ts';
import { embedOfFrame } from './embeds.ts';
import { type BodyEnv, envOf } from './environment.ts';
import { attributionOf } from './quotes.ts';

// Stand around a run of markup while it is cleaned, to tell it from what was open before and what is open after it.
const START = '\ue000';
const END = '\ue001';
const MARKS = /[\ue000\ue001]|&#(?:x0*e00[01]|0*5734[45]);?/gi;

/** Elements that may hold Markdown between their tags; any other is closed where its block ends. */
const SPANNING = new Set(
  (
    'address article aside blockquote center del details dd div dl dt figure footer header ' +
    'ins li ol section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const DEEPEST = 30;
const VOID = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const ID = /\sid\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=]+))/gi;

/** Core rule: makes raw HTML harmless and whole. What one block opens and none closes, ends with the blocks around it. */
export function cleanRawHtml(state: StateCore): void {
  const env = envOf(state);
  if (!env.hasHtml) return;
  const sanitize = env.options.html === 'sanitize';
  // Names of open elements; an empty one stands for a construct of Markdown, which no tag may reach across.
  const open: string[] = [];
  const tokens: Token[] = [];
  for (const token of state.tokens) {
    if (token.map) env.line = env.firstLine + token.map[0];
    if (token.nesting < 0) closeRaw(state, open, tokens, 'html_block');
    if (token.type === 'html_block') {
      if (!readFrame(token, env) && sanitize) cleanBlock(token, open, env);
    } else if (token.type === 'inline' && sanitize && token.children?.some((t) => t.type === 'html_inline') === true) {
      token.children = cleanInline(token.children, state, env);
    }
    const attribution = token.nesting > 0 ? attributionOf(token) : undefined;
    // The quote's end holds the same list, so that it is changed in place.
    if (attribution && sanitize) attribution.splice(0, attribution.length, ...cleanInline(attribution, state, env));
    claimIds(token, env);
    for (const child of attribution ?? []) claimIdsOf(child.type === 'html_inline' ? child.content : '', env);
    if (token.nesting > 0) open.push('');
    tokens.push(token);
  }
  closeRaw(state, open, tokens, 'html_block');
  state.tokens = tokens;
}

function readFrame(token: Token, env: BodyEnv): boolean {
  const video = embedOfFrame(token.content, env.line);
  if (video === undefined) return false;
  token.type = 'embed';
  token.meta = { part: video };
  return true;
}

/** Ends every raw element opened since the last construct of Markdown, and takes that construct off the list. */
function closeRaw(state: StateCore, open: string[], tokens: Token[], type: 'html_block' | 'html_inline'): void {
  let markup = '';
  for (let name = open.pop(); name !== undefined && name !== ''; name = open.pop()) markup += `</${name}>`;
  if (markup === '') return;
  const token = new state.Token(type, '', 0);
  token.content = markup;
  tokens.push(token);
}

function cleanBlock(token: Token, open: string[], env: BodyEnv): void {
  const removed = new Set<string>();
  const outer = open.splice(open.lastIndexOf('') + 1);
  const before = outer.map((name) => `<${name}>`).join('');
  const whole = clean(before + START + token.content.replace(MARKS, '') + END, removed);
  const start = whole.indexOf(START) + 1;
  const end = whole.lastIndexOf(END);
  // Without its mark the end fell into something that was removed, and the markup closes all by itself.
  const left = end < 0 ? [] : namesClosed(whole.slice(end + 1)).reverse();
  const stay = left.findIndex((name, i) => !SPANNING.has(name) || i >= DEEPEST);
  const kept = stay < 0 ? left : left.slice(0, stay);
  const ended = left.slice(kept.length).reverse();
  const markup = whole.slice(start, end < 0 ? undefined : end) + ended.map((name) => `</${name}>`).join('');
  token.content = markup.trim() === '' ? '' : markup;
  open.push(...kept);
  reportRemoved(removed, env);
}

function namesClosed(markup: string): string[] {
  return Array.from(markup.matchAll(/<\/([a-z0-9]+)>/g), (match) => match[1] ?? '');
}

function cleanInline(children: readonly Token[], state: StateCore, env: BodyEnv): Token[] {
  const removed = new Set<string>();
  const open: string[] = [];
  const tokens: Token[] = [];
  let dropping = '';
  for (const token of children) {
    if (token.nesting < 0) closeRaw(state, open, tokens, 'html_inline');
    if (token.type === 'html_inline') {
      const name = tagName(token.content);
      if (dropping !== '') {
        if (token.content.startsWith('</') && name === dropping) dropping = '';
        continue;
      }
      if (name === 'script' || name === 'style') {
        removed.add(`<${name}>`);
        if (!token.content.startsWith('</')) dropping = name;
        continue;
      }
      token.content = cleanTag(token.content, name, open, removed, env);
      if (token.content !== '') tokens.push(token);
    } else if (dropping === '' || token.nesting !== 0) tokens.push(token);
    if (token.nesting > 0) open.push('');
  }
  closeRaw(state, open, tokens, 'html_inline');
  reportRemoved(removed, env);
  return tokens;
}

function cleanTag(tag: string, name: string, open: string[], removed: Set<string>, env: BodyEnv): string {
  // A comment, an instruction or a declaration.
  if (name === '') return '';
  if (tag.startsWith('</')) return closeTo(name, open);
  let cleaned = env.cleanedTags.get(tag);
  if (cleaned === undefined) {
    const refused = new Set<string>();
    // Attributes are escaped by then, so that the first `>` ends the tag.
    cleaned = { markup: /^<[^>]*>/.exec(clean(tag, refused))?.[0] ?? '', removed: refused };
    env.cleanedTags.set(tag, cleaned);
  }
  for (const what of cleaned.removed) removed.add(what);
  if (cleaned.markup !== '' && !VOID.has(name)) open.push(name);
  return cleaned.markup;
}

/** The end of the innermost element of that name, and of what is open within it; nothing, if there is none. */
function closeTo(name: string, open: string[]): string {
  const at = open.lastIndexOf(name);
  if (at <= open.lastIndexOf('')) return '';
  return open
    .splice(at)
    .reverse()
    .map((inner) => `</${inner}>`)
    .join('');
}

function tagName(tag: string): string {
  return /^<\/?([a-z][a-z0-9-]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
}

function claimIds(token: Token, env: BodyEnv): void {
  if (token.type === 'html_block') claimIdsOf(token.content, env);
  else if (token.type === 'inline')
    for (const child of token.children ?? []) if (child.type === 'html_inline') claimIdsOf(child.content, env);
}

function claimIdsOf(markup: string, env: BodyEnv): void {
  for (const match of markup.matchAll(ID)) {
    const id = match[1] ?? match[2] ?? match[3] ?? '';
    if (id !== '') env.ids.claim(id);
  }
}

function reportRemoved(removed: ReadonlySet<string>, env: BodyEnv): void {
  const [first] = removed;
  if (first === undefined) return;
  const names = [...removed].slice(0, 8).map((name) => `\`${name}\``);
  env.problems.push({
    code: 'html-removed',
    file: env.file,
    place: { at: 'text', line: env.line, text: first.replace('>', '') },
    message: `the HTML holds what a page may not: ${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} left out`,
    help: 'write it in Markdown, or set `markdown.html: trust` in site.yaml if all of your content may hold any HTML',
  });
}

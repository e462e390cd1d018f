import type { StateCore, Token } from 'markdown-it';

const DASH = /^\s*(?:[—–―]|-{2,3})[\s\u00a0]*/;

/** Who is quoted, as inline tokens without the dash; undefined for a quote that does not say. */
export function attributionOf(token: Token): Token[] | undefined {
  return token.meta?.['attribution'] as Token[] | undefined;
}

/**
 * Core rule: takes the last line (or the last paragraph) of a quote that begins with a dash out of it and keeps it
 * with the quote's tokens. A quote that itself begins with a dash is a dialogue, and its last line a part of it.
 */
export function findAttributions({ tokens }: StateCore): void {
  const opened: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === 'blockquote_open' || token?.type === 'container_open') opened.push(i);
    else if (token?.type === 'blockquote_close' || token?.type === 'container_close') {
      const start = opened.pop() ?? i;
      const open = tokens[start];
      if (open === undefined || !isQuote(open)) continue;
      const attribution = takeAttribution(tokens, start, i);
      if (attribution === undefined) continue;
      open.meta = { ...open.meta, attribution };
      token.meta = { ...token.meta, attribution };
    }
  }
}

function isQuote(open: Token): boolean {
  return open.type === 'blockquote_open' || open.meta?.['kind'] === 'pullquote';
}

function takeAttribution(tokens: readonly Token[], start: number, end: number): Token[] | undefined {
  const [paragraph, inline, close] = tokens.slice(end - 3, end);
  if (paragraph?.type !== 'paragraph_open' || inline?.type !== 'inline' || close?.type !== 'paragraph_close')
    return undefined;
  if (beginsWithDash(tokens[start + 2]?.children?.[0])) return undefined;
  const children = inline.children ?? [];
  if (beginsWithDash(children[0])) {
    for (const token of [paragraph, inline, close]) token.type = 'nothing';
    return withoutDash(children);
  }
  const at = children.findLastIndex((t) => t.type === 'softbreak' || t.type === 'hardbreak');
  // A break within emphasis cannot be cut.
  if (at < 1 || children[at]?.level !== 0 || !beginsWithDash(children[at + 1])) return undefined;
  inline.children = children.slice(0, at);
  return withoutDash(children.slice(at + 1));
}

function beginsWithDash(token: Token | undefined): boolean {
  return token?.type === 'text' && DASH.test(token.content);
}

function withoutDash(line: Token[]): Token[] {
  const [first] = line;
  if (first !== undefined) first.content = first.content.replace(DASH, '');
  return line;
}

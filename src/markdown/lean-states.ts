import type { Delimiter, Env, MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';

/**
 * Has the parser make its tokens and states with plain fields. markdown-it 15 is compiled to define every field by
 * Object.defineProperty, which takes a fifth of its time; nothing else about them differs.
 */
export function useLeanStates(md: MarkdownIt): void {
  // Methods that stay as they are come from the parser's own classes.
  Object.setPrototypeOf(LeanToken.prototype, new md.core.State('', md, {}).Token.prototype);
  Object.setPrototypeOf(LeanInlineState.prototype, md.inline.State.prototype);
  Object.setPrototypeOf(LeanBlockState.prototype, md.block.State.prototype);
  Object.setPrototypeOf(LeanCoreState.prototype, md.core.State.prototype);
  md.core.State = LeanCoreState as unknown as MarkdownIt['core']['State'];
  md.inline.State = LeanInlineState as unknown as MarkdownIt['inline']['State'];
  md.block.State = LeanBlockState as unknown as MarkdownIt['block']['State'];
}

class LeanToken {
  type: string;
  tag: string;
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  nesting: Token['nesting'];
  level = 0;
  children: Token[] | null = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;

  constructor(type: string, tag: string, nesting: Token['nesting']) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}

function newToken(type: string, tag: string, nesting: Token['nesting']): Token {
  return new LeanToken(type, tag, nesting) as unknown as Token;
}

class LeanCoreState {
  src: string;
  env: Env;
  tokens: Token[] = [];
  inlineMode = false;
  md: MarkdownIt;
  Token = LeanToken;

  constructor(src: string, md: MarkdownIt, env: Env) {
    this.src = src;
    this.env = env;
    this.md = md;
  }
}

class LeanInlineState {
  src: string;
  env: Env;
  md: MarkdownIt;
  tokens: Token[];
  tokens_meta: StateInline['tokens_meta'];
  pos = 0;
  posMax: number;
  level = 0;
  pending = '';
  pendingLevel = 0;
  cache: Record<number, number> = {};
  backticks: Record<number, number> = {};
  backticksScanned = false;
  skipHtmlSpecial = false;
  linkLevel = 0;
  delimiters: Delimiter[] = [];
  _prev_delimiters: Delimiter[][] = [];
  Token = LeanToken;

  constructor(src: string, md: MarkdownIt, env: Env, outTokens: Token[]) {
    this.src = src;
    this.env = env;
    this.md = md;
    this.tokens = outTokens;
    this.tokens_meta = new Array(outTokens.length);
    this.posMax = src.length;
  }

  pushPending(): Token {
    const token = newToken('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = '';
    return token;
  }

  push(type: string, tag: string, nesting: Token['nesting']): Token {
    if (this.pending) this.pushPending();
    const token = newToken(type, tag, nesting);
    let meta: { delimiters: Delimiter[] } | undefined;
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop() ?? [];
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
      meta = { delimiters: this.delimiters };
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(meta);
    return token;
  }
}

type Lines = Pick<StateBlock, 'bMarks' | 'eMarks' | 'tShift' | 'sCount' | 'bsCount'>;

class LeanBlockState {
  src: string;
  md: MarkdownIt;
  env: Env;
  tokens: Token[];
  bMarks: number[] = [];
  eMarks: number[] = [];
  tShift: number[] = [];
  sCount: number[] = [];
  bsCount: number[] = [];
  blkIndent = 0;
  line = 0;
  lineMax: number;
  tight = false;
  listIndent = -1;
  parentType = 'root';
  level = 0;
  Token = LeanToken;

  constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
    this.src = src;
    this.md = md;
    this.env = env;
    this.tokens = tokens;
    findLines(src, this);
    this.lineMax = this.bMarks.length - 1;
  }

  push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token = newToken(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
}

/** Where each line begins and ends, and how far it is indented; one line of nothing after the last, as the parser expects. */
function findLines(src: string, { bMarks, eMarks, tShift, sCount, bsCount }: Lines): void {
  let start = 0;
  while (start < src.length) {
    const newline = src.indexOf('\n', start);
    const end = newline < 0 ? src.length : newline;
    let indent = start;
    let width = 0;
    for (; indent < end; indent++) {
      const code = src.charCodeAt(indent);
      if (code === 0x20) width++;
      else if (code === 0x09) width += 4 - (width % 4);
      else break;
    }
    bMarks.push(start);
    eMarks.push(end);
    tShift.push(indent - start);
    sCount.push(width);
    bsCount.push(0);
    start = end + 1;
  }
  bMarks.push(src.length);
  eMarks.push(src.length);
  tShift.push(0);
  sCount.push(0);
  bsCount.push(0);
}

import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { type BodyEnv, envOf, type Footnote } from './environment.ts';

const DEFINITION = /^\[\^([^\s\]]{1,100})\]:/;
const REFERENCE = /\[\^([^\s[\]^]{1,100})\](?!\()/y;

/**
 * Footnotes as markdown-it-footnote writes them: `[^1]`, `[^1]: text` and `^[text]`. Our own rules, because that
 * package takes quadratic time over many notes, overflows the stack on nested ones, and does not say which are missing.
 */
export function useFootnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote_definition', definition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_reference', reference);
  md.inline.ruler.after('image', 'footnote_inline', inlineNote);
  md.core.ruler.after('inline', 'footnotes', moveToEnd);
}

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e) return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const match = DEFINITION.exec(state.src.slice(start, state.eMarks[startLine]));
  if (match === null) return false;
  if (silent) return true;
  const label = labelOf(state.md, match[1] ?? '');
  const open = state.push('footnote_definition_open', '', 1);
  open.meta = { label };
  open.map = [startLine, startLine + 1];
  tokenizeAfter(state, startLine, endLine, start + match[0].length);
  open.map[1] = state.line;
  state.push('footnote_definition_close', '', -1);
  const { defined } = envOf(state).footnotes;
  if (!defined.has(label)) defined.set(label, []);
  return true;
}

/** Reads the blocks of a note: the rest of its first line from `position`, and lines indented by four or more. */
function tokenizeAfter(state: StateBlock, line: number, endLine: number, position: number): void {
  const before = { bMark: state.bMarks[line] ?? 0, tShift: state.tShift[line] ?? 0, sCount: state.sCount[line] ?? 0 };
  const { blkIndent, parentType, src } = state;
  let text = position;
  while (src.charCodeAt(text) === 0x20 || src.charCodeAt(text) === 0x09) text++;
  state.bMarks[line] = position;
  state.tShift[line] = text - position;
  state.blkIndent = blkIndent + 4;
  // The first line counts as indented however it is spaced, so that it cannot become a code block.
  state.sCount[line] = state.blkIndent;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, line, endLine);
  state.parentType = parentType;
  state.blkIndent = blkIndent;
  state.bMarks[line] = before.bMark;
  state.tShift[line] = before.tShift;
  state.sCount[line] = before.sCount;
}

function reference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  REFERENCE.lastIndex = state.pos;
  const match = REFERENCE.exec(state.src);
  if (match === null || REFERENCE.lastIndex > state.posMax) return false;
  const env = envOf(state);
  const written = match[1] ?? '';
  const label = labelOf(state.md, written);
  if (!env.footnotes.defined.has(label)) {
    // A link by reference may be called so.
    if (!silent && env.references?.[state.md.utils.normalizeReference(`^${written}`)] === undefined)
      reportMissing(env, label, written);
    return false;
  }
  if (!silent) {
    let number = env.footnotes.numbers.get(label);
    if (number === undefined) {
      number = env.footnotes.list.push({ label, references: 0 });
      env.footnotes.numbers.set(label, number);
    }
    pushReference(state, env, number);
  }
  state.pos += match[0].length;
  return true;
}

function inlineNote(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5e || state.src.charCodeAt(state.pos + 1) !== 0x5b) return false;
  const env = envOf(state);
  if (env.inFootnote) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const content = state.src.slice(state.pos + 2, end);
    const children: Token[] = [];
    // A note within a note has no place on a page.
    env.inFootnote = true;
    state.md.inline.parse(content, state.md, env, children);
    env.inFootnote = false;
    pushReference(state, env, env.footnotes.list.push({ label: '', references: 0, inline: { content, children } }));
  }
  state.pos = end + 1;
  return true;
}

function pushReference(state: StateInline, env: BodyEnv, number: number): void {
  const note = env.footnotes.list[number - 1];
  if (note === undefined) return;
  note.references++;
  state.push('footnote_ref', '', 0).meta = { number, reference: note.references };
}

function reportMissing(env: BodyEnv, label: string, written: string): void {
  if (env.footnotes.missing.has(label)) return;
  env.footnotes.missing.add(label);
  env.problems.push({
    code: 'footnote-missing',
    file: env.file,
    place: { at: 'text', line: env.line, text: `[^${written}]` },
    message: `there is no footnote \`${written}\``,
    help: `write \`[^${written}]: …\` on a line of its own, or \`\\[^${written}]\` if no footnote is meant`,
  });
}

/** Core rule: takes the definitions out of the text and puts those that are referred to at its end, in order of reference. */
function moveToEnd(state: StateCore): void {
  const { defined, list } = envOf(state).footnotes;
  if (defined.size === 0 && list.length === 0) return;
  state.tokens = withoutDefinitions(state.tokens, defined);
  if (list.length === 0) return;
  const { tokens } = state;
  tokens.push(new state.Token('footnotes_open', '', 1));
  list.forEach((note, i) => {
    const open = new state.Token('footnote_open', '', 1);
    open.meta = { number: i + 1 };
    tokens.push(open);
    for (const token of blocksOf(note, defined, state)) tokens.push(token);
    const last = tokens.at(-1)?.type === 'paragraph_close' ? tokens.pop() : undefined;
    const back = new state.Token('footnote_back', '', 0);
    back.meta = { number: i + 1, references: note.references };
    tokens.push(back);
    if (last !== undefined) tokens.push(last);
    tokens.push(new state.Token('footnote_close', '', -1));
  });
  tokens.push(new state.Token('footnotes_close', '', -1));
}

function withoutDefinitions(tokens: readonly Token[], defined: Map<string, Token[]>): Token[] {
  const kept: Token[] = [];
  const targets: Token[][] = [kept];
  for (const token of tokens) {
    if (token.type === 'footnote_definition_open') {
      const own = defined.get(String(token.meta?.['label']));
      // The first definition of a label counts.
      targets.push(own === undefined || own.length > 0 ? [] : own);
    } else if (token.type === 'footnote_definition_close') targets.pop();
    else targets.at(-1)?.push(token);
  }
  return kept;
}

function blocksOf(note: Footnote, defined: Map<string, Token[]>, state: StateCore): readonly Token[] {
  if (note.inline === undefined) return defined.get(note.label) ?? [];
  const open = new state.Token('paragraph_open', 'p', 1);
  const inline = new state.Token('inline', '', 0);
  const close = new state.Token('paragraph_close', 'p', -1);
  open.block = true;
  close.block = true;
  inline.content = note.inline.content;
  inline.children = note.inline.children;
  return [open, inline, close];
}

function labelOf(md: MarkdownIt, written: string): string {
  return md.utils.normalizeReference(written);
}

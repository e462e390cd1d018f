import type { MarkdownIt, StateInline } from 'markdown-it';

// What ends a run of text in markdown-it.
const END = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g;

/** Has runs of text found by a regular expression: markdown-it's own rule asks of every character whether it ends one. */
export function useTextRuns(md: MarkdownIt): void {
  md.inline.ruler.at('text', textRun);
}

function textRun(state: StateInline, silent: boolean): boolean {
  END.lastIndex = state.pos;
  const end = END.test(state.src) ? Math.min(END.lastIndex - 1, state.posMax) : state.posMax;
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

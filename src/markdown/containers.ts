import type { StateBlock } from 'markdown-it';
import { nearest } from '../diagnostics/nearest.ts';
import { type BodyEnv, envOf } from './environment.ts';
import { readUpdate } from './updates.ts';

const KINDS = ['pullquote', 'factbox', 'update'] as const;
export type ContainerKind = (typeof KINDS)[number];

const COLON = 0x3a;
const FENCE = /^(:{3,})[ \t]*(\S*)(.*)$/;
const CODE_FENCE = /^(`{3,}|~{3,})/;

/** A line that opens a container (with a name) or ends one (without). */
interface Fence {
  readonly colons: number;
  readonly name: string;
  readonly rest: string;
}

/**
 * Block rule: `::: name …` up to the `:::` that ends it, with any blocks between. A container of more colons may hold
 * ones of fewer; with equal numbers they nest like brackets. Where the name is unknown, the blocks stay without a frame.
 */
export function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const fence = fenceAt(state, startLine);
  if (fence === undefined) return false;
  if (silent) return true;
  const env = envOf(state);
  if (fence.name === '') {
    report(
      state,
      env,
      startLine,
      'container-unknown',
      '`:::` ends a container here, but none is open',
      'remove the line, or open a container before it',
    );
    state.line = startLine + 1;
    return true;
  }
  const end = endOf(state, env, startLine, endLine);
  if (end === undefined) {
    const help = `write \`${':'.repeat(fence.colons)}\` on a line of its own where it ends`;
    report(state, env, startLine, 'container-unclosed', `the container \`${fence.name}\` is not closed`, help);
  }
  writeContainer(state, env, fence, startLine, Math.min(end ?? endLine, endLine));
  state.line = Math.min(end === undefined ? endLine : end + 1, endLine);
  return true;
}

function writeContainer(state: StateBlock, env: BodyEnv, fence: Fence, startLine: number, end: number): void {
  const kind = KINDS.find((known) => known === fence.name);
  if (kind === undefined) reportUnknown(state, env, startLine, fence.name);
  const open = state.push('container_open', '', 1);
  open.map = [startLine, end];
  open.meta = { kind, title: fence.rest };
  if (kind === 'update') {
    const start = positionOf(state, startLine);
    const end = state.eMarks[startLine] ?? start;
    const at = fence.rest === '' ? end : state.src.indexOf(fence.rest, start + fence.colons + fence.name.length);
    const offset = at - start;
    open.meta = {
      kind,
      update: readUpdate(fence.rest, env, env.firstLine + startLine, columnOf(state, startLine) + offset),
    };
  }
  const { parentType, lineMax } = state;
  state.parentType = 'container';
  state.lineMax = end;
  state.md.block.tokenize(state, startLine + 1, end);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push('container_close', '', -1).meta = open.meta;
}

/** The line of the fence that ends the container; every container within it is found in the same pass, so no line is read twice. */
function endOf(state: StateBlock, env: BodyEnv, startLine: number, endLine: number): number | undefined {
  const known = env.containerEnds.get(startLine);
  if (known !== undefined) return known < 0 ? undefined : known;
  const open: { readonly line: number; readonly colons: number }[] = [];
  let code: string | undefined;
  for (let line = startLine; line < endLine; line++) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) break;
    code = codeAfter(state, line, code);
    const fence = code === undefined ? fenceAt(state, line) : undefined;
    if (fence === undefined) continue;
    if (fence.name !== '') open.push({ line, colons: fence.colons });
    else closeUpTo(open, fence.colons, line, env);
    if (open.length === 0) break;
  }
  for (const { line } of open) env.containerEnds.set(line, -1);
  const end = env.containerEnds.get(startLine);
  return end === undefined || end < 0 ? undefined : end;
}

/** A fence ends the innermost container of as many colons; failing that, the innermost of fewer. */
function closeUpTo(
  open: { readonly line: number; readonly colons: number }[],
  colons: number,
  line: number,
  env: BodyEnv,
): void {
  let at = open.findLastIndex((o) => o.colons === colons);
  if (at < 0 && (open.at(-1)?.colons ?? colons) <= colons) at = open.length - 1;
  if (at < 0) return;
  for (const inner of open.splice(at + 1)) env.containerEnds.set(inner.line, -1);
  const closed = open.pop();
  if (closed !== undefined) env.containerEnds.set(closed.line, line);
}

function codeAfter(state: StateBlock, line: number, code: string | undefined): string | undefined {
  const start = positionOf(state, line);
  const first = state.src.charCodeAt(start);
  if (first !== 0x60 && first !== 0x7e) return code;
  const text = state.src.slice(start, state.eMarks[line]);
  const mark = CODE_FENCE.exec(text)?.[1];
  if (mark === undefined) return code;
  if (code === undefined) return mark;
  return mark.startsWith(code) && text.trim() === mark ? undefined : code;
}

function fenceAt(state: StateBlock, line: number): Fence | undefined {
  const start = positionOf(state, line);
  const { src } = state;
  if (src.charCodeAt(start) !== COLON || src.charCodeAt(start + 1) !== COLON || src.charCodeAt(start + 2) !== COLON)
    return undefined;
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return undefined;
  const [, colons = '', name = '', rest = ''] = FENCE.exec(src.slice(start, state.eMarks[line])) ?? [];
  return { colons: colons.length, name, rest: rest.trim() };
}

function reportUnknown(state: StateBlock, env: BodyEnv, line: number, name: string): void {
  const like = nearest(name, KINDS);
  const help =
    like === undefined ? `the containers are ${KINDS.map((k) => `\`${k}\``).join(', ')}` : `did you mean \`${like}\`?`;
  report(state, env, line, 'container-unknown', `there is no container called \`${name}\``, help);
}

function report(
  state: StateBlock,
  env: BodyEnv,
  line: number,
  code: 'container-unknown' | 'container-unclosed',
  message: string,
  help: string,
): void {
  const column = columnOf(state, line);
  const endColumn = column + ((state.eMarks[line] ?? 0) - positionOf(state, line));
  env.problems.push({
    code,
    file: env.file,
    place: { at: 'point', line: env.firstLine + line, column, endColumn },
    message,
    help,
  });
}

function positionOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function columnOf(state: StateBlock, line: number): number {
  const start = positionOf(state, line);
  return start - state.src.lastIndexOf('\n', start - 1);
}

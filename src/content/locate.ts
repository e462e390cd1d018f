import { isMap, isNode, isPair, isSeq, type Node, type ParsedNode } from 'yaml';
import { type Diagnostic, type KeyPath, locatedAt, type Problem } from '../diagnostics/diagnostic.ts';
import { lineIndex, type Point } from './line-index.ts';
import { parseYamlDocument } from './yaml.ts';

// Nobody reads more than this of one file; what follows is placed by its line alone, so that time stays linear.
const MOST_SEARCHED = 300;

/** Turns the problems of a file into diagnostics by finding their places in its text. Costs one parse of the YAML, paid only when something is wrong. */
export function locateAll(problems: readonly Problem[], text: string): readonly Diagnostic[] {
  let parsed: LocatedYaml | undefined;
  const yamlOf = (): LocatedYaml => {
    parsed ??= parseLocated(text);
    return parsed;
  };
  let split: readonly string[] | undefined;
  const linesOf = (): readonly string[] => {
    split ??= text.split('\n');
    return split;
  };
  let index: ((offset: number) => Point) | undefined;
  const pointAt = (offset: number): Point => {
    index ??= lineIndex(text);
    return index(offset);
  };
  return problems.map((problem, i) => locate(problem, text, { yamlOf, linesOf, pointAt, search: i < MOST_SEARCHED }));
}

interface LocatedYaml {
  readonly root: Node | null;
  /** Of the YAML in the text of the file. */
  readonly offset: number;
}

interface Searched {
  readonly yamlOf: () => LocatedYaml;
  readonly linesOf: () => readonly string[];
  readonly pointAt: (offset: number) => Point;
  readonly search: boolean;
}

function locate(problem: Problem, text: string, { yamlOf, linesOf, pointAt, search }: Searched): Diagnostic {
  const { place } = problem;
  if (place.at === 'file') return locatedAt(problem, 1, 1);
  if (place.at === 'point') return locatedAt(problem, place.line, place.column, place.endColumn);
  if (place.at === 'text') return locateText(problem, linesOf(), place.line, search ? place.text : undefined);
  if (!search) return locatedAt(problem, 1, 1);
  const alternative = place.at === 'value' && place.or ? findInYaml(yamlOf(), place.or, place.at) : undefined;
  const range = findInYaml(yamlOf(), place.path, place.at) ?? alternative ?? { start: yamlOf().offset, end: 0 };
  const { line, column } = pointAt(range.start);
  const onOneLine = !text.slice(range.start, range.end).includes('\n');
  return locatedAt(
    problem,
    line,
    column,
    onOneLine && range.end > range.start ? column + range.end - range.start : undefined,
  );
}

function locateText(problem: Problem, lines: readonly string[], from: number, wanted: string | undefined): Diagnostic {
  if (wanted) {
    for (const find of [standsAlone, indexOf]) {
      for (let i = from - 1; i < lines.length; i++) {
        const column = find(lines[i] ?? '', wanted);
        if (column >= 0) return locatedAt(problem, i + 1, column + 1, column + 1 + wanted.length);
      }
    }
  }
  const line = lines[from - 1] ?? '';
  return locatedAt(problem, from, 1, line.length > 0 ? line.length + 1 : undefined);
}

const indexOf = (line: string, wanted: string): number => line.indexOf(wanted);

// `ferry.png` is not meant by a line that says `car-ferry.png`.
function standsAlone(line: string, wanted: string): number {
  for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
    if (!/[\w.-]/.test(line[at - 1] ?? '') && !/[\w-]/.test(line[at + wanted.length] ?? '')) return at;
  }
  return -1;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

// The deepest part of the path that exists is where an editor has to look when the rest is missing.
function findInYaml({ root, offset }: LocatedYaml, path: KeyPath, at: 'key' | 'value'): Range | undefined {
  let node = root;
  let found: Range | undefined;
  for (const [depth, step] of path.entries()) {
    let next: Node | null = null;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isNode(item.key) && String((item.key as ParsedNode).toJSON()) === String(step),
      );
      if (!pair) break;
      next = (pair.value ?? null) as Node | null;
      const target = (depth === path.length - 1 && at === 'key') || isEmpty(next) ? pair.key : next;
      found = rangeOf(target as Node, offset) ?? found;
    } else if (isSeq(node)) {
      next = (node.items[Number(step)] ?? null) as Node | null;
      found = rangeOf(next, offset) ?? found;
    } else break;
    node = next;
  }
  return found;
}

function parseLocated(text: string): LocatedYaml {
  if (!/^---(?!-)/.test(text)) return { root: parseYamlDocument(text).document.contents, offset: 0 };
  const offset = text.indexOf('\n') + 1;
  const close = text.indexOf('\n---', 3);
  return { root: parseYamlDocument(text.slice(offset, close < 0 ? undefined : close + 1)).document.contents, offset };
}

function isEmpty(node: Node | null): boolean {
  return !node?.range || node.range[0] === node.range[1];
}

function rangeOf(node: Node | null, offset: number): Range | undefined {
  return node?.range ? { start: offset + node.range[0], end: offset + node.range[1] } : undefined;
}

import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseYamlDocument } from '../content/yaml.ts';

export interface NewCorrection {
  /** As it is to be written: `2026-07-05 09:40`. */
  readonly date: string;
  readonly text: string;
  /** Whether `updated` becomes `date`; left as it is where it lies later. */
  readonly updated: boolean;
}

/** A piece of text to be put in place of what stands from `start` to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The file with one correction more. Nothing else of it changes: comments, the order of keys, quotes and the body stay
 * byte for byte. Undefined where the front matter has a form that no edit fits; then a person has to write it.
 */
export function addCorrection(file: string, correction: NewCorrection): string | undefined {
  const opening = /^\ufeff?---[^\n]*\n/.exec(file)?.[0];
  const closing = opening === undefined ? -1 : file.indexOf('\n---', opening.length - 1);
  if (opening === undefined || closing < 0) return undefined;
  const end = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const start = opening.length;
  const yaml = file.slice(start, closing + 1);
  const { document } = parseYamlDocument(yaml);
  const map = document.contents;
  if (document.errors.length > 0 || !isMap(map) || map.flow) return undefined;
  const edits = [
    correctionEdit(map, yaml, correction, end),
    ...(correction.updated ? [updatedEdit(map, yaml, correction.date, end)] : []),
  ];
  if (edits.some((edit) => edit === undefined)) return undefined;
  let changed = yaml;
  for (const edit of edits.flatMap((one) => one ?? []).sort((a, b) => b.start - a.start))
    changed = changed.slice(0, edit.start) + edit.text + changed.slice(edit.end);
  return isAsMeant(changed, yaml, correction) ? file.slice(0, start) + changed + file.slice(closing + 1) : undefined;
}

function correctionEdit(map: YAMLMap, yaml: string, correction: NewCorrection, end: string): Edit | undefined {
  const pair = pairOf(map, 'corrections');
  const at = yaml.length;
  if (!pair) return { start: at, end: at, text: `corrections:${end}${entry(correction, '  ', end)}` };
  const value = pair.value as Node | null;
  const key = pair.key as Scalar;
  const isEmpty = (isScalar(value) && value.value === null) || (isSeq(value) && value.items.length === 0);
  if (isEmpty || value === null) {
    const from = key.range?.[1] ?? 0;
    const lineEnd = endOfLine(yaml, from);
    // What stands after an empty value is a comment, and stays.
    const rest = yaml.slice(from, lineEnd).replace(/^\s*:\s*(?:\[\s*\]|~|null)?/, '');
    return { start: from, end: lineEnd, text: `:${rest}${end}${entry(correction, '  ', end).slice(0, -end.length)}` };
  }
  if (!isSeq(value)) return undefined;
  return value.flow ? flowEntry(value, yaml, correction) : blockEntry(value, yaml, correction, end);
}

function blockEntry(list: YAMLSeq, yaml: string, correction: NewCorrection, end: string): Edit | undefined {
  const last = list.items.at(-1) as Node | undefined;
  const [first, valueEnd] = [list.range?.[0], last?.range?.[1]];
  if (first === undefined || valueEnd === undefined) return undefined;
  const indent = yaml.slice(yaml.lastIndexOf('\n', first - 1) + 1, first);
  const at = yaml[valueEnd - 1] === '\n' ? valueEnd : Math.min(endOfLine(yaml, valueEnd) + end.length, yaml.length);
  return { start: at, end: at, text: entry(correction, indent, end) };
}

function flowEntry(list: YAMLSeq, yaml: string, { date, text }: NewCorrection): Edit | undefined {
  const last = list.items.at(-1) as Node | undefined;
  const at = last?.range?.[1];
  if (at === undefined || yaml[at] === undefined) return undefined;
  return { start: at, end: at, text: `, {date: ${date}, text: ${JSON.stringify(text)}}` };
}

function updatedEdit(map: YAMLMap, yaml: string, date: string, end: string): Edit | undefined {
  const pair = pairOf(map, 'updated');
  const range = (pair?.value as Node | null | undefined)?.range;
  if (pair && range && range[1] > range[0]) return { start: range[0], end: range[1], text: date };
  if (pair) {
    const at = ((pair.key as Scalar).range?.[1] ?? 0) + 1;
    return { start: at, end: at, text: ` ${date}` };
  }
  const published = pairOf(map, 'date')?.value as Node | undefined;
  if (!published?.range) return undefined;
  const at = endOfLine(yaml, published.range[1]) + end.length;
  return { start: at, end: at, text: `updated: ${date}${end}` };
}

function entry({ date, text }: NewCorrection, indent: string, end: string): string {
  const written = stringify(text, { lineWidth: 0 }).trimEnd();
  return `${indent}- date: ${date}${end}${indent}  text: ${written}${end}`;
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

/** Where the line ends on which `from` stands, its line break not included. */
function endOfLine(yaml: string, from: number): number {
  const at = yaml.indexOf('\n', from);
  if (at < 0) return yaml.length;
  return yaml[at - 1] === '\r' ? at - 1 : at;
}

/** Whether the edited text says what it said before, and the correction. */
function isAsMeant(changed: string, before: string, { date, text, updated }: NewCorrection): boolean {
  const { document } = parseYamlDocument(changed);
  if (document.errors.length > 0) return false;
  const [now, was] = [document.toJS(), parseYamlDocument(before).document.toJS()] as Record<string, unknown>[];
  const wanted = {
    ...was,
    ...(updated ? { updated: date } : {}),
    corrections: [...((was?.['corrections'] as unknown[] | null | undefined) ?? []), { date, text }],
  };
  const sorted = (data: object = {}) => JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(now) === sorted(wanted);
}

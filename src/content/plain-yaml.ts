/**
 * Reads the YAML that nearly all front matter is made of: keys with a text, a number, a truth or nothing, and below them
 * lists and maps of these. Undefined for everything else, also for everything doubtful: the whole parser reads that. It is
 * ten times as fast, and front matter took a quarter of the time in which an article is read.
 */
export function parsePlainYaml(text: string): Record<string, unknown> | undefined {
  if (DOUBTFUL.test(text)) return undefined;
  const lines = text.split('\n');
  const root: Record<string, unknown> = {};
  let i = 0;
  while (i < lines.length) {
    const line = lines[i++] ?? '';
    if (isIdle(line)) continue;
    const entry = ENTRY.exec(line);
    const [, key = '', written = ''] = entry ?? [];
    if (!entry || !isNew(key, root)) return undefined;
    if (written !== '') {
      const value = written.startsWith('[') ? flowList(written) : scalar(written);
      // A text that goes on is indented.
      if (value === undefined || /^\s+\S/.test(lines[i] ?? '')) return undefined;
      root[key] = value;
      continue;
    }
    const end = endOfBlock(lines, i);
    const value = block(lines.slice(i, end).filter((below) => !isIdle(below)));
    if (value === undefined) return undefined;
    root[key] = value;
    i = end;
  }
  return root;
}

// Tabs, carriage returns and what no editor types; a document's marks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DOUBTFUL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]|^(?:---|\.\.\.)/m;
const ENTRY = /^([A-Za-z_][\w-]*):(?: +(\S.*?))? *$/;
const NESTED_ENTRY = /^ +([A-Za-z_][\w-]*): +(\S.*?) *$/;
const ITEM = /^( *)- +(\S.*?) *$/;

const isIdle = (line: string): boolean => /^ *(?:#.*)?$/.test(line);
const isNew = (key: string, map: object): boolean => key !== '__proto__' && !Object.hasOwn(map, key);

/** What stands below a key without a value: lines that are indented, or items of a list that are not. */
function endOfBlock(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && /^(?:\s|- |#|$)/.test(lines[end] ?? '')) end++;
  return end;
}

function block(lines: readonly string[]): unknown {
  if (lines.length === 0) return null;
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  if (lines.some((line) => /^ */.exec(line)?.[0].length !== indent)) return undefined;
  return ITEM.test(lines[0] ?? '') ? blockList(lines) : indent > 0 ? blockMap(lines) : undefined;
}

function blockList(lines: readonly string[]): unknown[] | undefined {
  const items: unknown[] = [];
  for (const line of lines) {
    const value = scalar(ITEM.exec(line)?.[2]);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}

function blockMap(lines: readonly string[]): Record<string, unknown> | undefined {
  const map: Record<string, unknown> = {};
  for (const line of lines) {
    const [, key = '', written] = NESTED_ENTRY.exec(line) ?? [];
    const value = scalar(written);
    if (value === undefined || !isNew(key, map)) return undefined;
    map[key] = value;
  }
  return map;
}

function flowList(written: string): unknown[] | undefined {
  if (!written.endsWith(']')) return undefined;
  const inner = written.slice(1, -1);
  if (inner.trim() === '') return [];
  if (/[[\]{}"']/.test(inner)) return undefined;
  const items = inner.split(',').map((item) => scalar(item.trim()));
  return items.includes(undefined) ? undefined : items;
}

/** Undefined when it is anything but a short text on one line, a whole number, `true`, `false` or `null`. */
function scalar(written: string | undefined): string | number | boolean | null | undefined {
  if (written === undefined || written === '') return undefined;
  const first = written.charCodeAt(0);
  if (first === DOUBLE_QUOTE) return /^"[^"\\]*"$/.test(written) ? written.slice(1, -1) : undefined;
  if (first === SINGLE_QUOTE) return /^'[^']*'$/.test(written) ? written.slice(1, -1) : undefined;
  if (/^\.{1,2}\/[^:#]*$/.test(written)) return written;
  if (/^[\d+.-]/.test(written)) {
    if (/^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?: ?[+-]\d\d:?\d\d|Z)?)?$/.test(written)) return written;
    return /^(?:0|[1-9]\d{0,14})$/.test(written) ? Number(written) : undefined;
  }
  if (!/^[\p{L}(/“«„‘…]/u.test(written) || /: | #|:$/.test(written)) return undefined;
  if (!/^(?:true|false|null)$/i.test(written)) return written;
  return written === 'true' ? true : written === 'false' ? false : written === 'null' ? null : undefined;
}

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

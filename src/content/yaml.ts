import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { parsePlainYaml } from './plain-yaml.ts';

// Anchors are rare in front matter; a handful of uses is writing, thousands are an attack.
const MOST_ALIASES = 50;
const MOST_FAULTS = 50;

export interface YamlFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  /** Offset in the YAML text and, exclusive, its end. */
  readonly start: number;
  readonly end: number;
}

export interface ParsedYaml {
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
}

/** YAML 1.2, core schema: dates stay text, tags that would make anything but plain data are refused, so are duplicate keys. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  const plain = parsePlainYaml(text);
  if (plain) return { data: plain, faults: [] };
  const document = parseYamlDocument(text).document;
  // Each that is not closed is looked for in the whole document, and nobody is told of more than the first break.
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]).slice(0, MOST_FAULTS);
  const faults = upToFirstBreak(errors.map((error) => faultOf(error, document)));
  if (faults.length > 0) return { data: undefined, faults };
  try {
    return { data: document.toJS({ maxAliasCount: MOST_ALIASES }), faults };
  } catch (error) {
    if (error instanceof RangeError) return { data: undefined, faults: [faultOf(tooDeep(), document)] };
    const start = Math.max(0, text.indexOf('*'));
    const message = 'an alias (`*name`) stands for too much, or for nothing';
    return {
      data: undefined,
      faults: [
        {
          code: 'yaml-alias',
          message,
          help: 'write the text out instead of repeating it by alias',
          start,
          end: start + 1,
        },
      ],
    };
  }
}

// Where the YAML stops making sense, what the parser says of the rest follows from that place.
function upToFirstBreak(faults: readonly YamlFault[]): readonly YamlFault[] {
  const ordered = faults.toSorted((a, b) => a.start - b.start);
  const at = ordered.findIndex(({ code }) => code === 'yaml-invalid');
  return at < 0 ? ordered : ordered.slice(0, at + 1);
}

/** The document with its positions, for finding where a key or value stands. */
export function parseYamlDocument(text: string) {
  const lines = new LineCounter();
  const parse = (yaml: string) =>
    parseDocument(yaml, {
      schema: 'core',
      version: '1.2',
      // The parser would compare each key with all before it, in quadratic time.
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
      logLevel: 'silent',
    });
  try {
    const document = parse(text);
    document.errors.push(...duplicateKeys(document));
    return { document, lines };
  } catch (error) {
    // The parser calls itself for each level, and says so itself in some places only.
    if (!(error instanceof RangeError)) throw error;
    const document = parse('');
    document.errors.push(tooDeep());
    return { document, lines };
  }
}

const tooDeep = (): YAMLParseError => new YAMLParseError([0, 1], 'RESOURCE_EXHAUSTION', '');

function duplicateKeys(document: Document.Parsed): readonly YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  for (const node of nodesOf(document)) {
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key)) continue;
      const start = key.range?.[0] ?? 0;
      if (seen.has(key.value))
        errors.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
      seen.add(key.value);
    }
  }
  return errors;
}

/** In the order of the text. The library's own `visit` copies the way to each node, which is quadratic in the depth. */
function* nodesOf({ contents }: Document.Parsed): Generator<Node> {
  const ahead: unknown[] = [contents];
  while (ahead.length > 0) {
    const next = ahead.pop();
    if (isPair(next)) ahead.push(next.value, next.key);
    else if (isNode(next)) {
      yield next;
      if (isCollection(next)) for (let i = next.items.length - 1; i >= 0; i--) ahead.push(next.items[i]);
    }
  }
}

function faultOf(error: YAMLError, document: Document.Parsed): YamlFault {
  const [start, end] = error.code === 'MISSING_CHAR' ? openingBefore(error.pos, document) : error.pos;
  const detail = firstSentence(error.message);
  if (error.code === 'DUPLICATE_KEY')
    return {
      code: 'yaml-duplicate-key',
      message: 'this key is already there, further up',
      help: 'keep one of the two',
      start,
      end,
    };
  if (error.code === 'RESOURCE_EXHAUSTION')
    return {
      code: 'yaml-invalid',
      message: 'the YAML cannot be read: its lists or keys stand within one another too many times',
      help: 'put the text in quotes, or take some of the levels out',
      start,
      end,
    };
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return {
      code: 'yaml-invalid',
      message: `a tag has no meaning here: ${detail}`,
      help: 'remove the word that starts with `!`, or put the text in quotes',
      start,
      end,
    };
  }
  return {
    code: 'yaml-invalid',
    message: `the YAML cannot be read: ${detail}`,
    help: CURES[error.code] ?? 'check quotes, colons and indentation on this line and the one above',
    start,
    end,
  };
}

// What is not closed is reported where the text ends, and an editor has to look where it begins.
function openingBefore(pos: [number, number], document: Document.Parsed): readonly [number, number] {
  let opening: number | undefined;
  for (const node of nodesOf(document)) {
    const [from, , to] = node.range ?? [pos[1], 0, 0];
    const opens = (isScalar(node) && node.type?.startsWith('QUOTE_')) || (isCollection(node) && node.flow);
    if (opens && from < pos[0] && to >= pos[0]) opening = from;
  }
  return opening === undefined ? pos : [opening, opening + 1];
}

const CURES: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put the text in quotes: it holds a colon followed by a space',
  MULTILINE_IMPLICIT_KEY: 'put the text in quotes, or indent its second line',
  MISSING_CHAR:
    'close the quote or the bracket that is opened here; if it is closed further down, indent the lines between with two spaces',
  BAD_INDENT: 'indent with the same number of spaces as the lines beside it',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  BAD_ALIAS: 'put the text in quotes: `*` and `&` at its start have a meaning in YAML',
  BAD_SCALAR_START: 'put the text in quotes: it starts with a character that has a meaning in YAML',
};

function firstSentence(message: string): string {
  const whole = message.split('\n')[0] ?? message;
  const line = whole.length > 100 ? `${whole.slice(0, 100)}…` : whole;
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/[.:]$/, '');
}

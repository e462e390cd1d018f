import matter from 'gray-matter';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { lineIndex } from './line-index.ts';
import { parseYaml } from './yaml.ts';

export interface SplitFile {
  /** Front matter as plain data; undefined when it could not be read. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

// What gray-matter's engines would run or read is left to nobody: front matter is data, parsed by parseYaml.
const refused = { parse: (): object => ({}) };
const ENGINES = Object.fromEntries(
  ['yaml', 'yml', 'javascript', 'js', 'coffee', 'coffeescript', 'json', 'toml'].map((name) => [name, refused]),
);

/** Splits a Markdown file into front matter and body. A file without front matter is all body. */
export function splitFrontMatter(file: string, text: string): SplitFile {
  if (!/^---(?!-)/.test(text)) return { data: undefined, body: text, bodyLine: 1, problems: [missing(file)] };
  const language = /^---([^\n]*)/.exec(text)?.[1]?.trim() ?? '';
  const close = text.indexOf('\n---', 3);
  if (language !== '' && !/^ya?ml$/i.test(language))
    return { data: undefined, body: '', bodyLine: 1, problems: [otherLanguage(file, language)] };
  if (close < 0) return { data: undefined, body: '', bodyLine: 1, problems: [unclosed(file)] };

  // The YAML begins with the line end of its opening line.
  const start = text.indexOf('\n');
  const parsed = parseYaml(text.slice(start, close));
  // It gets no YAML, whose blank lines take it quadratic time, and of the body only what stands on the closing line: it
  // looks in a cache for all that it gets. Options on every call: without them it answers from a cache that forgets failures.
  const below = text.indexOf('\n', close + 1) + 1 || text.length;
  const split = matter(`---\nbody: below${text.slice(close, below)}`, { engines: ENGINES });
  const body = split.content + text.slice(below);
  const bodyLine = lineAt(text, text.length - body.length);
  const pointAt = lineIndex(parsed.faults.length > 0 ? text : '');
  const problems = parsed.faults.map((fault): Problem => {
    const at = pointAt(start + fault.start);
    const end =
      fault.end > fault.start && !text.slice(start + fault.start, start + fault.end).includes('\n')
        ? { endColumn: at.column + fault.end - fault.start }
        : {};
    return { code: fault.code, file, place: { at: 'point', ...at, ...end }, message: fault.message, help: fault.help };
  });
  if (problems.length > 0) return { data: undefined, body, bodyLine, problems };
  const { data } = parsed;
  if (data === null || data === undefined) return { data: {}, body, bodyLine, problems };
  if (typeof data !== 'object' || Array.isArray(data))
    return { data: undefined, body, bodyLine, problems: [notAMap(file)] };
  return { data: data as Record<string, unknown>, body, bodyLine, problems };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function missing(file: string): Problem {
  const help = 'start the file with a line `---`, then `title: …` and `date: …`, then another line `---`';
  return {
    code: 'front-matter-missing',
    file,
    place: { at: 'point', line: 1, column: 1 },
    message: 'the file has no front matter',
    help,
  };
}

function unclosed(file: string): Problem {
  return {
    code: 'front-matter-unclosed',
    file,
    place: { at: 'point', line: 1, column: 1, endColumn: 4 },
    message: 'the front matter has no end',
    help: 'close it with a line `---` before the text begins',
  };
}

function otherLanguage(file: string, language: string): Problem {
  const place = { at: 'point', line: 1, column: 4, endColumn: 4 + language.length } as const;
  return {
    code: 'front-matter-language',
    file,
    place,
    message: `front matter is YAML; \`${language}\` is not read`,
    help: 'write the first line as `---` and the front matter as YAML',
  };
}

function notAMap(file: string): Problem {
  return {
    code: 'value-type',
    file,
    place: { at: 'point', line: 2, column: 1 },
    message: 'the front matter is not a list of `key: value` lines',
    help: 'write one `key: value` to a line, such as `title: Ferries return`',
  };
}

import { parse as parseToml, TomlDate } from 'smol-toml';
import { parseDocument } from 'yaml';

export interface ForeignFile {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A Markdown file of another generator: YAML between `---`, TOML between `+++`, or JSON in braces, then the body. Undefined where its front matter cannot be read or is none. */
export function readForeignFile(source: string): ForeignFile | undefined {
  const text = source.replace(/^\ufeff?\s*/, '').replace(/\r\n?/g, '\n');
  const [, fence, matter = '', body = ''] =
    /^(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:\n|^)\1[ \t]*(?:\n([\s\S]*))?$/m.exec(text) ?? [];
  if (fence === '---' && text.startsWith('---')) return fileOf(yamlOf(matter), body);
  if (fence === '+++' && text.startsWith('+++')) return fileOf(tomlOf(matter), body);
  const end = text.startsWith('{') ? text.search(/^\}[ \t]*$/m) : -1;
  return end < 0 ? undefined : fileOf(jsonOf(text.slice(0, end + 1)), text.slice(end + 1));
}

function fileOf(data: unknown, body: string): ForeignFile | undefined {
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
  return isMap ? { keys: data as Record<string, unknown>, body } : undefined;
}

// More forgiving than for our own files: others' parsers take quoted text that goes on at the margin, and keys twice.
function yamlOf(matter: string): unknown {
  const indented = matter.replace(/^(?![\w"'-][^\n]*:(?:\s|$)|- |[ \t#]|$)/gm, '  ');
  for (const text of [matter, indented]) {
    const document = parseDocument(text, { schema: 'core', version: '1.2', uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) continue;
    try {
      return document.toJS({ maxAliasCount: 50 });
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function tomlOf(text: string): unknown {
  try {
    // Dates stay text, as the author wrote them.
    return JSON.parse(
      JSON.stringify(parseToml(text), (_, value) => (value instanceof TomlDate ? value.toISOString() : value)),
    );
  } catch {
    return undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

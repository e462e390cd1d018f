import { parse as parseToml, TomlDate } from 'smol-toml';
import { parseForeignYaml } from './foreign-yaml.ts';

export interface ForeignFile {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** A key stands twice in its front matter; the last one counts. */
  readonly twice?: boolean;
}

/** A Markdown file of another generator: YAML between `---`, TOML between `+++`, or JSON in braces, then the body. Undefined where its front matter cannot be read or is none. */
export function readForeignFile(source: string): ForeignFile | undefined {
  const text = source.replace(/^\ufeff?\s*/, '').replace(/\r\n?/g, '\n');
  const [, fence, matter = '', body = ''] =
    /^(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:\n|^)\1[ \t]*(?:\n([\s\S]*))?$/m.exec(text) ?? [];
  if (fence === '---' && text.startsWith('---')) return yamlFile(matter, body);
  if (fence === '+++' && text.startsWith('+++')) return fileOf(tomlOf(matter), body);
  const end = text.startsWith('{') ? text.search(/^\}[ \t]*$/m) : -1;
  return end < 0 ? undefined : fileOf(jsonOf(text.slice(0, end + 1)), text.slice(end + 1));
}

function yamlFile(matter: string, body: string): ForeignFile | undefined {
  const parsed = parseForeignYaml(matter);
  const file = fileOf(parsed?.data, body);
  return file && parsed?.twice ? { ...file, twice: true } : file;
}

function fileOf(data: unknown, body: string): ForeignFile | undefined {
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
  return isMap ? { keys: data as Record<string, unknown>, body } : undefined;
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

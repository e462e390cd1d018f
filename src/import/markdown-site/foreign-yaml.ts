import { parseYamlDocument } from '../../content/yaml.ts';

/** A value that starts with a quote, after a key or as an item of a list. */
const QUOTED = /^(?:[ \t]*-[ \t]+)?(?:(?:[\w.-]+|"[^"]*"|'[^']*')[ \t]*:[ \t]+)?(["'])/;

/**
 * The data of front matter that another system has read. More forgiving than for our own files: parsers of others take
 * quoted text that goes on at the margin, and a key twice, of which the last counts. Undefined where it makes no sense.
 */
export function parseForeignYaml(matter: string): { readonly data: unknown; readonly twice: boolean } | undefined {
  const quoted = indentQuoted(matter);
  const plain = quoted.replace(/^(?![\w"'-][^\n]*:(?:\s|$)|- |[ \t#]|$)/gm, '  ');
  for (const text of [matter, quoted, plain]) {
    const { document } = parseYamlDocument(text);
    const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
    if (document.errors.length > twice.length) continue;
    try {
      return { data: document.toJS({ maxAliasCount: 50 }), twice: twice.length > 0 };
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Moves the further lines of quoted text in, up to the one that closes the quote. */
function indentQuoted(matter: string): string {
  let open: string | undefined;
  const lines = matter.split('\n').map((line) => {
    if (open !== undefined) {
      if (closes(line, open)) open = undefined;
      return `  ${line}`;
    }
    const [start = '', quote] = QUOTED.exec(line) ?? [];
    if (quote !== undefined && !closes(line.slice(start.length), quote)) open = quote;
    return line;
  });
  return lines.join('\n');
}

function closes(rest: string, quote: string): boolean {
  const bare = quote === '"' ? rest.replace(/\\./g, '') : rest.replaceAll("''", '');
  return bare.includes(quote);
}

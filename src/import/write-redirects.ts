import path from 'node:path';
import { loadRedirects } from '../content/load-site.ts';
import { yamlText } from './front-matter-text.ts';
import type { ImportNote } from './import-note.ts';
import { write } from './write-import.ts';

const FILE = 'redirects.yaml';

/** Writes redirects.yaml if there is none. What an existing one lacks is for a person to add. */
export async function writeRedirects(
  redirects: ReadonlyMap<string, string>,
  content: string,
): Promise<readonly ImportNote[]> {
  const rows = [...redirects].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return [];
  const text = `# old address: new address\n${yamlText(Object.fromEntries(rows))}`;
  if ((await write(path.join(content, FILE), text)) !== 'different') return [];
  const { value = {} } = await loadRedirects(content);
  return rows
    .filter(([from]) => !Object.hasOwn(value, from))
    .map(([from, to]) => ({
      ...{ kind: 'person', file: FILE, line: 1 },
      message: 'there are redirects already: add the line',
      detail: `${from}: ${to}`,
    }));
}

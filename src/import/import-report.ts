import { wrapText } from '../diagnostics/wrap-text.ts';
import type { ImportNote } from './import-note.ts';
import type { ImportPlan } from './import-plan.ts';
import type { WrittenImport } from './write-import.ts';

const MOST_PLACES = 4;

export interface ReportedImport {
  readonly plan: ImportPlan;
  /** Undefined when nothing was to be written. */
  readonly outcome?: WrittenImport;
  /** Further matters for a person, found when the content was checked. */
  readonly found: readonly ImportNote[];
  /** Addresses of posts of which a snapshot is missing. */
  readonly posts?: readonly string[];
  /** Name of the content folder, to stand before files. */
  readonly content: string;
}

/** The report that an import ends with. `full` names every place; otherwise a few of each kind. */
export function importReport({ plan, outcome, found, posts = [], content }: ReportedImport, full: boolean): string {
  const existing = (outcome?.different ?? []).map(
    (file): ImportNote => ({
      kind: 'person',
      file,
      line: 1,
      message: 'the file was there already with another text, and stays as it is',
    }),
  );
  const notes = [...plan.notes, ...existing, ...found];
  const list = (kind: ImportNote['kind']): string[] =>
    grouped(
      notes.filter((note) => note.kind === kind),
      content,
      full,
    );
  const person = list('person');
  const redirects = 'redirects of pages of categories, tags, authors and pictures';
  return [
    `${outcome ? 'Imported' : 'Would be imported'}: ${plan.title || 'a site without a name'}\n`,
    section('Taken', [
      ...[...plan.taken, [redirects, plan.redirects.size] as const].map(([what, count, of]) =>
        countRow(count, what, of),
      ),
      outcome ? `  ${files(outcome)}\n` : '  nothing was written\n',
    ]),
    section(
      'Left out',
      plan.leftOut.map(([what, count]) => countRow(count, what)),
    ),
    section('Changed', list('changed')),
    section('Needs a person', person),
    section('To take snapshots of the posts while they are there', snapshotCommand(posts, full)),
    person.length === 0 ? '\nNothing needs a person.\n' : '',
    full || notes.length <= MOST_PLACES ? '' : '\n--report FILE names every place.\n',
  ].join('');
}

function snapshotCommand(posts: readonly string[], full: boolean): string[] {
  const shown = full ? posts : posts.slice(0, MOST_PLACES);
  if (shown.length === 0) return [];
  const more = posts.length > shown.length ? `  # … and ${posts.length - shown.length} more\n` : '';
  return [`  npm run tweet -- ${shown.join(' \\\n    ')}\n${more}`];
}

function section(title: string, rows: readonly string[]): string {
  const told = rows.filter((row) => row !== '');
  return told.length === 0 ? '' : `\n${title}\n${told.join('')}`;
}

function countRow(count: number, what: string, of = ''): string {
  return count === 0 ? '' : `  ${String(count).padStart(6)}  ${what}${of === '' ? '' : ` (${of})`}\n`;
}

function files({ written, same }: WrittenImport): string {
  const parts = [`${written.length} files written`, ...(same.length > 0 ? [`${same.length} were there already`] : [])];
  return parts.join(', ');
}

/** One row for each kind of thing, the commonest first, with its places below. */
function grouped(notes: readonly ImportNote[], content: string, full: boolean): string[] {
  const kinds = [...Map.groupBy(notes, ({ message }) => message)].sort(([, a], [, b]) => b.length - a.length);
  return kinds.map(([message, own]) => {
    const shown = full ? own : own.slice(0, MOST_PLACES);
    const more = own.length > shown.length ? `          … and ${own.length - shown.length} more\n` : '';
    const rows = shown.map((note) => place(note, content)).join('');
    return `  ${String(own.length).padStart(6)}  ${wrapText(explained(message), ' '.repeat(10))}\n${rows}${more}`;
  });
}

// What the check found is known by its code, which has a page to itself.
const explained = (message: string): string =>
  message.replace(/^(error|warning): ([\w-]+)$/, '$1 $2: see docs/errors.md#$2');

function place({ file, line, detail }: ImportNote, content: string): string {
  const at = file === '' ? '' : `          ${content}/${file}:${line}\n`;
  return `${at}${detail === undefined ? '' : `            ${wrapText(detail, ' '.repeat(12))}\n`}`;
}

import { wrapText } from '../diagnostics/wrap-text.ts';
import type { ImportNote } from './import-note.ts';
import type { ImportPlan } from './import-plan.ts';
import type { WrittenImport } from './write-import.ts';

const MOST_PLACES = 8;

export interface ReportedImport {
  readonly plan: ImportPlan;
  readonly outcome: WrittenImport;
  /** Further matters for a person, found when the content was checked. */
  readonly found: readonly ImportNote[];
  /** Name of the content folder, to stand before files. */
  readonly content: string;
}

/** The report that an import ends with. `full` names every place; otherwise a few of each kind. */
export function importReport({ plan, outcome, found, content }: ReportedImport, full: boolean): string {
  const existing = outcome.different.map(
    (file): ImportNote => ({
      kind: 'person',
      file,
      line: 1,
      message: 'the file was there already with another text, and stays as it is',
    }),
  );
  const notes = [...plan.notes, ...existing, ...found];
  const person = notes.filter(({ kind }) => kind === 'person');
  return [
    `Imported: ${plan.title || 'a site without a name'}\n`,
    section('Taken', [
      ...plan.taken.map(([what, count, of]) => countRow(count, what, of)),
      countRow(plan.redirects.size, 'redirects of categories, tags, authors and pictures'),
      `  ${files(outcome)}\n`,
    ]),
    section(
      'Left out',
      plan.leftOut.map(([what, count]) => countRow(count, what)),
    ),
    section(
      'Changed',
      grouped(
        notes.filter(({ kind }) => kind === 'changed'),
        content,
        full,
      ),
    ),
    section('Needs a person', grouped(person, content, full)),
    person.length === 0 ? 'Nothing needs a person.\n' : '',
  ].join('');
}

function section(title: string, rows: readonly string[]): string {
  return rows.length === 0 ? '' : `\n${title}\n${rows.join('')}`;
}

function countRow(count: number, what: string, of = ''): string {
  return `  ${String(count).padStart(6)}  ${what}${of === '' ? '' : ` (${of})`}\n`;
}

function files({ written, same }: WrittenImport): string {
  const parts = [`${written.length} files written`, ...(same.length > 0 ? [`${same.length} were there already`] : [])];
  return parts.join(', ');
}

function grouped(notes: readonly ImportNote[], content: string, full: boolean): string[] {
  return [...Map.groupBy(notes, ({ message }) => message)].map(([message, own]) => {
    const shown = full ? own : own.slice(0, MOST_PLACES);
    const rows = shown.map(({ file, line }) => (file === '' ? '' : `      ${content}/${file}:${line}\n`));
    const more =
      own.length > shown.length ? `      … and ${own.length - shown.length} more: --report FILE has them all\n` : '';
    return `  ${String(own.length).padStart(4)}  ${wrapText(message, ' '.repeat(8))}\n${rows.join('')}${more}`;
  });
}

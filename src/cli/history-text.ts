import { visible } from '../diagnostics/report.ts';
import { type Compared, compareParagraphs } from '../history/compare-texts.ts';
import { datesOf } from '../language/dates.ts';
import type { Moment } from '../schema/moment.ts';

/** A version of a file. Without a text it was removed; without a commit it is only on this disk. */
export interface ToldVersion {
  readonly time?: number;
  readonly commit?: string;
  readonly by?: string;
  readonly subject?: string;
  readonly text?: string;
}

export interface HistoryTextOptions {
  readonly colour: boolean;
  readonly columns: number;
  readonly when: (time: number) => Moment;
}

/** The history of a file for a terminal, the oldest version first: what came in `{+ +}`, what went in `[- -]`, or in colours. */
export function historyText(file: string, versions: readonly ToldVersion[], options: HistoryTextOptions): string {
  const blocks: string[] = [];
  let before: readonly string[] | undefined;
  for (const version of versions) {
    const after = version.text === undefined ? undefined : linesOf(version.text);
    const what = change(before, after, options);
    // The file as it is on this disk is told of only where it differs.
    if (version.time !== undefined || what !== '') blocks.push(`${title(version, options)}\n${what}`);
    before = after;
  }
  if (blocks.length === 0) return `${file} has no history yet.\n`;
  const committed = versions.filter(({ time }) => time !== undefined).length;
  return `${blocks.join('\n')}\n${file}: ${committed} ${committed === 1 ? 'commit' : 'commits'}.\n`;
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');

function title({ time, commit, by, subject }: ToldVersion, { colour, when }: HistoryTextOptions): string {
  if (time === undefined) return bold('Not committed yet', colour);
  const moment = when(time);
  const zone = /[+-]\d{2}:\d{2}$|Z$/.exec(moment.iso)?.[0] ?? '';
  const date = datesOf('en', 'UTC').dateTime({ ...moment, epoch: Date.parse(moment.iso.replace(zone, 'Z')) });
  return `${bold(date, colour)}  ${visible(subject ?? '')} (${visible(by ?? '')}, ${commit})`;
}

function change(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  options: HistoryTextOptions,
): string {
  if (after === undefined) return '  The file was removed.\n';
  if (before === undefined) {
    const words = after.join(' ').split(/\s+/).length;
    return `  The file begins, with ${words} words.\n`;
  }
  const paragraphs = compareParagraphs(before, after).filter((compared) => 'pieces' in compared);
  return paragraphs.map((compared) => wrapped(pieces(compared, options.colour), options.columns)).join('');
}

function pieces(compared: Compared, colour: boolean): string {
  if ('unchanged' in compared) return '';
  return compared.pieces
    .map(({ change, text }) => {
      const shown = visible(text);
      if (change === 'same') return shown;
      if (change === 'added') return colour ? `\u001b[4;32m${shown}\u001b[0m` : `{+${shown}+}`;
      return colour ? `\u001b[9;31m${shown}\u001b[0m` : `[-${shown}-]`;
    })
    .join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour takes no column
const COLOURS = /\u001b\[[\d;]*m/g;

/** Lines of at most so many columns, set in by two, those that follow by four. */
function wrapped(text: string, columns: number): string {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(' ')) {
    if (`${line} ${word}`.replace(COLOURS, '').length > columns && line.trim() !== '') {
      lines.push(line);
      line = '   ';
    }
    line += ` ${word}`;
  }
  return `${[...lines, line].join('\n')}\n`;
}

const bold = (text: string, colour: boolean): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);

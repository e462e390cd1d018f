import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { ContentPath } from './article.ts';

export const LEDGER_FILE = 'addresses.txt';

/** An address that was published once, and the file that stood there last. */
export interface LedgerEntry {
  readonly address: string;
  readonly source: ContentPath;
  /** From 1. */
  readonly line: number;
}

export interface Ledger {
  /** Undefined when there is no file yet. */
  readonly text: string | undefined;
  /** Each address once. */
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
}

/** addresses.txt: every address that was ever published. */
export async function loadLedger(root: string): Promise<Ledger> {
  const text = await readFile(path.join(root, LEDGER_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return { text, ...readLedger(text ?? '') };
}

/** Order and repeated lines do not matter: two branches may have added what they published. */
export function readLedger(text: string): Pick<Ledger, 'entries' | 'problems'> {
  const entries = new Map<string, LedgerEntry>();
  const problems: Problem[] = [];
  for (const [i, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (row.trim() === '') continue;
    const [, address, source] = /^(\/\S*) (\S.*)$/.exec(row.trim()) ?? [];
    if (address !== undefined && source !== undefined) entries.set(address, { address, source, line: i + 1 });
    else problems.push(wrongLine(row, i + 1));
  }
  return { entries: [...entries.values()], problems };
}

function wrongLine(row: string, line: number): Problem {
  const merge = /^(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)/.test(row);
  return {
    code: 'ledger-invalid',
    file: LEDGER_FILE,
    place: { at: 'text', line, text: row.trim().slice(0, 80) },
    message: merge ? 'the mark of a merge that was not finished' : 'the line is not an address and a file',
    help: merge
      ? 'take the line out and keep those of both sides: their order does not matter'
      : 'write /2026/07/01/ferries/ articles/ferries.md, or take the line out if no build wrote it',
  };
}

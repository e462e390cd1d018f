import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ContentPath } from '../content/article.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { ImportPlan } from './import-plan.ts';

/** What became of the files of a plan. */
export interface WrittenImport {
  readonly written: readonly ContentPath[];
  /** There already, and the same. */
  readonly same: readonly ContentPath[];
  /** There already, and different: left as they are. */
  readonly different: readonly ContentPath[];
}

type Fate = keyof WrittenImport;

/** Does what a plan says. Nothing that exists is replaced; a run that was cut short is completed by the next. */
export async function writeImport(
  plan: ImportPlan,
  content: string,
  uploads: string | undefined,
): Promise<WrittenImport> {
  const fates: Record<Fate, ContentPath[]> = { written: [], same: [], different: [] };
  for (const { from, to } of uploads === undefined ? [] : plan.copies)
    fates[await copy(path.join(uploads ?? '', from), path.join(content, to))].push(to);
  for (const [file, text] of plan.files) fates[await write(path.join(content, file), text)].push(file);
  return fates;
}

/** Writes a file that is not there yet. */
export async function write(file: string, text: string): Promise<Fate> {
  const present = await unlessAbsent(readFile(file, 'utf8'));
  if (present !== undefined) return present === text ? 'same' : 'different';
  await mkdir(path.dirname(file), { recursive: true });
  await writeWholeFile(file, text);
  return 'written';
}

async function copy(from: string, to: string): Promise<Fate> {
  const present = await unlessAbsent(stat(to));
  if (present !== undefined) return present.size === (await stat(from)).size ? 'same' : 'different';
  await mkdir(path.dirname(to), { recursive: true });
  const temporary = `${to}.${process.pid}.tmp`;
  try {
    await copyFile(from, temporary, constants.COPYFILE_FICLONE);
    await rename(temporary, to);
  } finally {
    await rm(temporary, { force: true });
  }
  return 'written';
}

async function unlessAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  return found.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { TweetSource } from '../schema/tweet.ts';

export const SNAPSHOTS = 'embeds/tweets';

type Written = Readonly<Record<string, unknown>>;

/** The text of a snapshot that is there, or undefined. */
export async function readSnapshot(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Files of all snapshots there are, sorted. */
export async function listSnapshots(content: string): Promise<readonly string[]> {
  const folder = path.join(content, SNAPSHOTS);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Puts a new snapshot in place, whole. False when there is one by now: it stays as it is. */
export async function addSnapshot(file: string, snapshot: TweetSource): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  await writeWholeFile(fresh, textOf(snapshot));
  try {
    // Unlike a rename, a link does not take the place of a file that somebody else has just written.
    await link(fresh, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(fresh, { force: true });
  }
}

/** Marks a snapshot as deleted on a day, and keeps everything else that it says. */
export async function markDeleted(file: string, snapshot: Written, day: string): Promise<void> {
  await writeWholeFile(file, textOf({ ...snapshot, deleted: day }));
}

function textOf(snapshot: Written | TweetSource): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}

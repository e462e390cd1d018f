import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Answer, ask, type Network } from '../archive/ask.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { DOWNLOADS } from '../pages/links.ts';
import type { ImportNote } from './import-note.ts';
import { originalsOf } from './pictures.ts';

const MOST_BYTES = 50_000_000;
const MOST_BYTES_OF_ALL = 20_000_000_000;
const AT_ONCE = 4;

/** Name of the folder for what is fetched from an address: its host, and something that tells its path. */
export function uploadsName(base: string): string {
  const { host, href } = new URL(base);
  return `${host.replaceAll(':', '-')}-${createHash('sha256').update(href).digest('hex').slice(0, 8)}`;
}

/**
 * Fetches files of the old site's uploads into a folder, each whole or not at all, four at a time; what is there
 * already is not asked for again. Notes tell what the network or the server kept back.
 */
export async function fetchUploads(
  places: readonly string[],
  base: string,
  folder: string,
  network: Network,
  onFetched: (done: number, total: number) => void,
): Promise<readonly ImportNote[]> {
  const wanted = places.filter((place) => DOWNLOADS.test(place) && isBelow(folder, place));
  const notes: ImportNote[] = [];
  const queue = [...wanted];
  let [done, bytes] = [0, 0];
  const work = async (): Promise<void> => {
    for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
      if (bytes > MOST_BYTES_OF_ALL) notes.push(noteOf(place, 'more than 20 GB were fetched already'));
      else {
        const { size, reason } = await fetchOne(place, base, folder, network);
        bytes += size;
        if (reason !== undefined) notes.push(noteOf(place, reason));
      }
      onFetched(++done, wanted.length);
    }
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return notes.sort((a, b) => ((a.detail ?? '') < (b.detail ?? '') ? -1 : 1));
}

const isBelow = (folder: string, place: string): boolean =>
  path.resolve(folder, place).startsWith(`${path.resolve(folder)}${path.sep}`);

async function fetchOne(
  place: string,
  base: string,
  folder: string,
  network: Network,
): Promise<{ readonly size: number; readonly reason?: string }> {
  let reason = 'the server has no such file';
  for (const name of originalsOf(place)) {
    const file = path.join(folder, name);
    if (await stat(file).catch(() => undefined)) return { size: 0 };
    const address = `${base.replace(/\/*$/, '')}/${name.split('/').map(encodeURIComponent).join('/')}`;
    const answer = await ask(address, { accept: '*/*', mostBytes: MOST_BYTES }, network);
    if (answer.is === 'answer' && !isPage(answer)) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeWholeFile(file, answer.bytes);
      return { size: answer.bytes.byteLength };
    }
    if (answer.is === 'failed') reason = answer.reason;
    else if (answer.is === 'answer') reason = 'the server gave a page in its place';
  }
  return { size: 0, reason };
}

// Servers that have lost a file like to say so with a page and status 200.
const isPage = ({ type, bytes }: Extract<Answer, { is: 'answer' }>): boolean =>
  /^text\/html/i.test(type) || /^\s*<(?:!doctype|html)/i.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));

const noteOf = (place: string, reason: string): ImportNote => ({
  ...{ kind: 'person', file: '', line: 1 },
  message: `a file could not be fetched: ${reason}`,
  detail: place,
});

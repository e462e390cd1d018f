import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.ts';

/** Folders of the cache that hold made pictures. */
const FOLDERS = ['files', 'share'];
const USES = 'last-used.txt';
const DAY = 86_400_000;

/** For how many days what no build has used is kept: an article that is taken back, or a branch, finds its pictures. */
export const KEPT_DAYS = 30;

export interface Pruning {
  /** Of pictures; several sites may share it. */
  readonly cacheDirectory: string;
  /** Which site was built: its folder. */
  readonly site: string;
  /** The files of the cache that it uses; asked for when the day has come to look. */
  readonly used: () => Iterable<string>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Notes which pictures of the cache a build has used, once a day for each site, and removes those that none has used for
 * `KEPT_DAYS`. How many were removed. The days stand in a file: times of files do not outlive a cache of CI, and are
 * those of published files too. What is removed by mistake is made again.
 */
export async function pruneImages({ cacheDirectory, site, used, now }: Pruning): Promise<number> {
  const today = Math.floor(now / DAY);
  const stamp = path.join(cacheDirectory, `noted-${createHash('sha256').update(site).digest('hex').slice(0, 12)}.txt`);
  if ((await textOf(stamp)) === String(today)) return 0;
  const known = readUses(await textOf(path.join(cacheDirectory, USES)), today);
  const wanted = new Set(Array.from(used(), (file) => path.relative(cacheDirectory, file).replaceAll(path.sep, '/')));
  const uses = new Map<string, number>();
  let removed = 0;
  for (const folder of FOLDERS)
    for (const file of await readdir(path.join(cacheDirectory, folder)).catch(() => [])) {
      const name = `${folder}/${file}`;
      const last = wanted.has(name) ? today : (known.get(name) ?? today);
      if (today - last <= KEPT_DAYS) uses.set(name, last);
      else {
        await rm(path.join(cacheDirectory, name), { force: true });
        removed += 1;
      }
    }
  await writeWholeFile(path.join(cacheDirectory, USES), [...uses].map(([name, day]) => `${day} ${name}\n`).join(''));
  await writeWholeFile(stamp, String(today));
  return removed;
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

// A line that is damaged, or of a day to come, says nothing: its picture counts as seen today.
function readUses(text: string, today: number): ReadonlyMap<string, number> {
  const lines = text.split('\n').map((line) => /^(\d+) (\S+)$/.exec(line));
  return new Map(
    lines.flatMap((line) => (line && Number(line[1]) <= today ? [[line[2] ?? '', Number(line[1])] as const] : [])),
  );
}

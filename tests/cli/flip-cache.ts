import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import sharp from 'sharp';
import { ContentReader } from '../../src/content/content-reader.ts';
import { type BuildReport, LastBuild } from '../../src/eleventy/last-build.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { GitSite, WITH_HISTORY } from '../history/git-site.ts';
import { article, NOW, readTree, type SmallSite } from '../small-site.ts';
import { ROOT } from './run-dateline.ts';

/** What is damaged; of names with a hash, what stands around it. */
export const CACHES = ['build.json', 'content.sqlite', 'history.txt', 'images/index.ndjson', 'pages.txt'];

const REPORT: BuildReport = { articles: 12, pages: 40, files: 90, next: '2026-07-05T18:00:00+03:00', diagnostics: [] };
const WAYS = [
  ['every bit', (bytes: Buffer) => bytes.set(bytes.map((byte) => byte ^ 0xff))],
  // A digit stays a digit.
  ['one bit', (bytes: Buffer) => bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)],
] as const;

export interface Flipped {
  readonly files: readonly string[];
  readonly ranges: number;
  /** Which damage led to which wrong output. */
  readonly faults: readonly string[];
}

/** Damages each range of `step` bytes of each file of the cache, one after the other, and builds with what is left. */
export async function flipCache(
  site: SmallSite,
  { step, onRange }: { readonly step: number; readonly onRange?: (done: number, of: number) => void },
): Promise<Flipped> {
  await writeContent(site);
  const right = await site.build({}, path.join(site.folder, 'right'));
  const whole = path.join(site.folder, 'whole');
  const isRight = async (cache: string): Promise<boolean> => {
    const { site: ready } = await site.prepare({ cache, reader: new ContentReader(1, cache) });
    if (!ready) return false;
    await writeSite(ready, site.output, cache);
    const tree = await readTree(site.output);
    return tree.size === right.size && [...right].every(([name, bytes]) => tree.get(name)?.equals(bytes));
  };
  const lastBuild = (cache: string) =>
    new LastBuild({
      content: site.content,
      assets: path.join(ROOT, 'assets'),
      output: site.output,
      cache,
      ledger: false,
    });
  const faults: string[] = [];
  if (!(await isRight(whole))) faults.push('the build that fills the cache gives another site');
  await lastBuild(whole).remember(REPORT, NOW, NOW + 3_600_000);
  settle(path.join(whole, 'content.sqlite'));

  const files = readdirSync(whole, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:content\.sqlite|history\.txt|pages-.*\.txt|build-.*\.json|images\/index\.ndjson)$/.test(name),
  );
  const places = files.flatMap((name) => {
    const { length } = readFileSync(path.join(whole, name));
    return Array.from({ length: Math.ceil(length / step) }, (_, i) => ({ name, from: i * step }));
  });
  for (const [done, { name, from }] of places.entries()) {
    for (const [way, flip] of WAYS) {
      const cache = path.join(site.folder, 'damaged');
      cpSync(whole, cache, { recursive: true });
      const bytes = readFileSync(path.join(whole, name));
      flip(bytes.subarray(from, from + step));
      writeFileSync(path.join(cache, name), bytes);
      const where = `${way} of ${name} from ${from} on`;
      if (name.startsWith('build-')) {
        if (lastBuild(cache).recall(NOW) !== undefined) faults.push(`${where}: taken for what was written`);
      } else if (!(await isRight(cache))) faults.push(`${where}: another site`);
      rmSync(cache, { recursive: true, force: true });
    }
    onRange?.(done + 1, places.length);
  }
  return { files, ranges: places.length, faults };
}

/** Twelve articles with a picture each, half of them with a history. */
async function writeContent(site: SmallSite): Promise<void> {
  await site.put({
    'site.yaml': `${WITH_HISTORY}checks: {standfirst-missing: off, byline-missing: off, image-small: off}\n`,
  });
  const text = (i: number, version: string) =>
    article(
      {
        title: `${version} ${i}`,
        date: `2026-06-${10 + i}`,
        tags: [`Tag ${i % 3}`],
        image: { src: `p-${i % 3}.png`, alt: 'A ferry', credit: 'Olha' },
      },
      `Text ${i}.\n\n`.repeat(40),
    );
  const articles = (count: number, version: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`articles/a-${i}.md`, text(i, version)]));
  const picture = (i: number) =>
    sharp({ create: { width: 40 + i, height: 30, channels: 3, background: '#468' } })
      .png()
      .toBuffer();
  const pictures = {
    'articles/p-0.png': await picture(0),
    'articles/p-1.png': await picture(1),
    'articles/p-2.png': await picture(2),
  };
  const git = await GitSite.begin(site, { ...articles(12, 'Ferries'), ...pictures }, '2026-06-25T09:00:00Z');
  await git.commit(articles(6, 'Boats'), '2026-06-26T09:00:00Z');
}

/** Writes into the database what still stands beside it. */
function settle(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

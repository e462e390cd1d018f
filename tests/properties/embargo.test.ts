import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOW, SmallSite } from '../small-site.ts';
import { anyWord, filesOf, isHidden, type RandomArticle, randomSite, SEED, word } from './random-site.ts';

const YEAR = 366 * 24 * 3_600_000;

/** Everything that readers could find: names and bytes of all files, in one searchable text. */
function everything(files: ReadonlyMap<string, Buffer>): string {
  // Latin-1 keeps each byte, so that words are found within binary files too.
  return [...files].map(([name, bytes]) => `${name}\n${bytes.toString('latin1')}`).join('\n');
}

const hiddenOf = (articles: readonly RandomArticle[]): ReadonlySet<number> =>
  new Set(articles.keys().filter((i) => isHidden(articles[i] as RandomArticle)));

test('what is not published leaves no word, name or byte in the site, and shows when its time has come', async () => {
  await fc.assert(
    fc.asyncProperty(randomSite, async (random) => {
      const site = await SmallSite.write(filesOf(random));
      const now = everything(await site.build());
      for (const [i, article] of random.articles.entries()) {
        if (isHidden(article)) expect(leaksOf(now, i)).toEqual([]);
        else expect(now).toContain(word(i, 'title'));
      }
      expect(leaksOf(now, 99)).toEqual([]);

      const later = everything(await site.build({ now: NOW + 2 * YEAR }));
      for (const [i, article] of random.articles.entries()) {
        if (article.draft) expect(leaksOf(later, i)).toEqual([]);
        else for (const place of placesOf(article)) expect(later).toContain(word(i, place));
      }
    }),
    { numRuns: 12, seed: SEED },
  );
}, 60_000);

test('a site is the same, byte by byte, as if what is not published had never been written', async () => {
  await fc.assert(
    fc.asyncProperty(randomSite, async (random) => {
      const hidden = hiddenOf(random.articles);
      const site = await SmallSite.write(filesOf(random));
      const without = await SmallSite.write(filesOf({ ...random, draftPage: false }, hidden));
      const [a, b] = [await site.build(), await without.build()];
      expect([...a.keys()]).toEqual([...b.keys()]);
      for (const [name, bytes] of a) {
        // It tells when something is due, and nothing else of it.
        if (name === 'build.json' || name === '.dateline-manifest') continue;
        if (!b.get(name)?.equals(bytes)) expect(`${name}\n${bytes}`).toBe(`${name}\n${b.get(name)}`);
      }
      const due = (files: typeof a) => ({ ...JSON.parse(String(files.get('build.json'))), next: null });
      expect(due(a)).toEqual(due(b));
    }),
    { numRuns: 12, seed: SEED + 1 },
  );
}, 60_000);

function leaksOf(text: string, i: number): string[] {
  return [...text.matchAll(new RegExp(`.{0,40}${anyWord(i)}.{0,40}`, 'gi'))].map(([found]) => found);
}

function placesOf({ rich }: RandomArticle): readonly string[] {
  const always = ['title', 'standfirst', 'name', 'dateline', 'role', 'taglabel', 'description', 'tagbody', 'label'];
  const inBody = ['body', 'heading', 'correction', 'canonical', 'file', 'csv', 'author', 'biography'];
  const own = ['seriestitle', 'seriesalt', 'alt', 'caption', 'credit', 'bodyalt', 'by', 'tweet', 'inline'];
  const bytes = ['leadbytes', 'picturebytes', 'mediabytes', 'inlinemediabytes', 'seriespicturebytes'];
  return [...always, ...inBody, ...(rich ? [...own, ...bytes] : [])];
}

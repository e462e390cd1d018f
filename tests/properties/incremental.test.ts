import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import { MANIFEST } from '../../src/eleventy/manifest.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { type Files, NOW, readTree, SITE_YAML, SmallSite } from '../small-site.ts';
import { filesOf, type RandomArticle, type RandomSite, randomArticle, SEED, siteOf } from './random-site.ts';

// Half of them name no others: of their pages a build knows without looking which are the same.
const anyArticle = fc.oneof(
  randomArticle,
  randomArticle.map((article) => ({ ...article, plain: true })),
);

/** What an editor may do between two builds. */
const change = fc.oneof(
  fc.record({ article: fc.nat(), becomes: anyArticle }),
  fc.record({ article: fc.nat(), text: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ article: fc.nat(), shown: fc.boolean() }),
  // A file of the output that somebody removes, besides the change of a text.
  fc.record({ article: fc.nat(), text: fc.integer({ min: 100, max: 199 }), lost: fc.nat() }),
  fc.record({ hoursLater: fc.integer({ min: 1, max: 24 * 400 }) }),
  fc.record({
    file: fc.constantFrom<Files>(
      { 'authors/shared.md': '---\nname: Married Name\nrole: Editor\n---\n\nWrites no more.\n' },
      { 'authors/zq0qauthor.md': '---\nname: zq0qnamf\nrole: zq0qrole\n---\n\nzq0qbiography\n' },
      { 'tags/zq1qtag.md': '---\nlabel: Renamed\naliases: [shared]\n---\n' },
      { 'tags/shared.md': '---\nlabel: {en: Shared by all, uk: Спільне}\n---\n\nWords.\n' },
      { 'series/zq0qseries.md': '---\ntitle: Renamed series\n---\n' },
      {
        'embeds/tweets/9000.json':
          '{"id":"9000","url":"https://x.com/b/status/9000","author":"B","handle":"b","date":"2025-01-02","text":"changed","deleted":true}',
      },
      { 'images/zq0qlead.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200"></svg>' },
      { 'images/zq1qpicture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"></svg>' },
      { 'files-of-articles/zq0qfile.csv': 'other\n' },
      { 'pages/about.md': '---\ntitle: About us\n---\n\nSee [this](/tags/).\n' },
      { 'pages/more.md': '---\ntitle: More\nredirectFrom: [/less/]\n---\n\nText.\n' },
      { 'redirects.yaml': '/gone/: /about/\n' },
      { 'site.yaml': `${SITE_YAML}languages: [en, uk]\nlistings: {size: 6}\n` },
      {
        'site.yaml': `${SITE_YAML}languages: [en, uk]\nlistings: {size: 5}\ntagline: A paper\nsupport: {text: Help, label: Give, href: /about/}\n`,
      },
      { 'site.yaml': `${SITE_YAML.replace('name: News', 'name: Newz')}languages: [en, uk]\nlistings: {size: 5}\n` },
      { 'site.yaml': `${SITE_YAML.replace('Europe/Kyiv', 'Asia/Tokyo')}languages: [en, uk]\nlistings: {size: 5}\n` },
    ),
  }),
);

test('a build that carries over what did not change gives what a build from nothing gives', async () => {
  await fc.assert(
    fc.asyncProperty(siteOf(anyArticle), fc.array(change, { minLength: 1, maxLength: 4 }), async (first, changes) => {
      const site = await SmallSite.write(filesOf(first));
      let random: RandomSite = first;
      let files: Files = {};
      let now = NOW;
      await compare(site, now);
      for (const step of changes) {
        if ('hoursLater' in step) now += step.hoursLater * 3_600_000;
        else if ('file' in step) files = { ...files, ...step.file };
        else {
          if ('lost' in step) await lose(step.lost, site);
          const place = step.article % random.articles.length;
          random = {
            ...random,
            articles: random.articles.with(place, changed(random.articles[place] as RandomArticle, step)),
          };
        }
        await rm(site.content, { recursive: true });
        await site.put({ ...filesOf(random), ...files });
        await compare(site, now);
      }
    }),
    { numRuns: 12, seed: SEED },
  );
}, 60_000);

async function lose(which: number, site: SmallSite): Promise<void> {
  const names = [...(await readTree(site.output).catch(() => new Map<string, Buffer>())).keys()];
  const files = names.filter((name) => name !== MANIFEST);
  const name = files[which % Math.max(1, files.length)];
  if (name !== undefined) await rm(path.join(site.output, name));
}

/** Another article in its place, or the same with another text, or published or taken back. */
function changed(article: RandomArticle, { becomes, text, shown }: Partial<ArticleStep>): RandomArticle {
  if (becomes) return becomes;
  return text === undefined ? { ...article, draft: shown !== true } : { ...article, version: text };
}

interface ArticleStep {
  readonly becomes: RandomArticle;
  readonly text: number;
  readonly shown: boolean;
}

async function compare(site: SmallSite, now: number): Promise<void> {
  const cache = path.join(site.folder, 'kept');
  const { site: prepared, diagnostics } = await site.prepare({ now, cache, reader: new ContentReader(1, cache) });
  if (!prepared) {
    // A change that makes the content wrong has to be found wrong with a cache, too.
    expect(diagnostics).toEqual((await site.prepare({ now })).diagnostics);
    return;
  }
  await writeSite(prepared, site.output, cache);
  const fresh = path.join(site.folder, 'fresh');
  await rm(fresh, { recursive: true, force: true });
  const [one, other] = [await readTree(site.output), await site.build({ now }, fresh)];
  const names = new Set([...one.keys(), ...other.keys()]);
  const different = [...names].filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.from('absent')));
  expect(different.map((name) => `${name}\n${one.get(name)}`)).toEqual(
    different.map((name) => `${name}\n${other.get(name)}`),
  );
}

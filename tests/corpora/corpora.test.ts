import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { type ReadSource, readSource } from '../../src/content/read-source.ts';
import { type Diagnostic, hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { type Files, SITE_YAML, SmallSite } from '../small-site.ts';
import { type Corpus, DIGITAL_GOV, EIGHTEEN_F, isThere, JEKYLL, type Post, postsOf } from './foreign-posts.ts';

const SETTINGS = { language: 'en', timeZone: 'America/New_York', html: 'sanitize', requireCredit: false } as const;
const SITE = `${SITE_YAML.replace('Europe/Kyiv', SETTINGS.timeZone)}images: {requireCredit: false}\n`;

// Enough of each corpus to meet everything that it does, in a few seconds.
const MOST_BUILT = 250;

interface Known {
  readonly corpus: Corpus;
  readonly posts: number;
  /** Files whose front matter is not YAML, quoted texts that go on without indentation among them. */
  readonly broken: number;
  /** Files without an error of their own. */
  readonly right: number;
}

const KNOWN: readonly Known[] = [
  { corpus: EIGHTEEN_F, posts: 509, broken: 113, right: 362 },
  { corpus: DIGITAL_GOV, posts: 2083, broken: 13, right: 2054 },
  { corpus: JEKYLL, posts: 102, broken: 0, right: 99 },
];

for (const { corpus } of KNOWN)
  if (!isThere(corpus))
    console.warn(`LEFT OUT: the tests on ${corpus.name}; ../shared/corpora/${corpus.folder} is not there.`);

describe.each(KNOWN)('$corpus.name', ({ corpus, posts, broken, right }) => {
  describe.skipIf(!isThere(corpus))('as it is', () => {
    test('every post is read, or refused with a place in its file', () => {
      const all = postsOf(corpus);
      const read = all.map(({ file, bytes }) => readSource('article', file, bytes, SETTINGS));
      expect(all).toHaveLength(posts);
      for (const [i, { document, diagnostics }] of read.entries()) {
        if (!document) expect(hasErrors(diagnostics)).toBe(true);
        for (const diagnostic of diagnostics) expectPlace(diagnostic, all[i]);
      }
      const unreadable = read.filter(({ diagnostics }) => diagnostics.some(({ code }) => code.startsWith('yaml-')));
      expect(unreadable).toHaveLength(broken);
      expect(read.filter(isRight).length).toBe(right);
    });

    test('what is right becomes pages, once what is wrong is taken out', async () => {
      const sources = postsOf(corpus).filter(({ file, bytes }) =>
        isRight(readSource('article', file, bytes, SETTINGS)),
      );
      const every = Math.max(1, Math.ceil(sources.length / MOST_BUILT));
      const chosen = sources.filter((_, i) => i % every === 0);
      const site = await SmallSite.write({
        'site.yaml': SITE,
        ...Object.fromEntries(chosen.map(({ file, bytes }) => [file, bytes])),
        ...authorsOf(chosen),
      });
      const wrong = await removeWrong(site);
      const { site: prepared } = await site.prepare();
      const files = await site.build();
      const built = prepared?.publication.entries.size ?? 0;
      expect(built).toBe(chosen.length - wrong.size);
      const pages = prepared?.pages.filter((page) => page.layout === 'article') ?? [];
      expect(pages).toHaveLength(built);
      for (const { path } of pages) expect(files.get(`${path.slice(1)}index.html`)?.length).toBeGreaterThan(500);
    }, 60_000);
  });
});

const isRight = ({ document, diagnostics }: ReadSource): boolean => document !== undefined && !hasErrors(diagnostics);

function expectPlace({ file, line, column, help }: Diagnostic, post: Post | undefined): void {
  const lines = Buffer.from(post?.bytes ?? [])
    .toString()
    .split(/\r\n?|\n/);
  expect(file).toBe(post?.file);
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(lines.length);
  expect(column).toBeGreaterThanOrEqual(1);
  expect(help).not.toBe('');
}

function authorsOf(posts: readonly Post[]): Files {
  const read = posts.map(({ file, bytes }) => readSource('article', file, bytes, SETTINGS).document as Article);
  const ids = new Set(read.flatMap(({ authors }) => authors))
    .values()
    .filter((id) => /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(id));
  return Object.fromEntries([...ids].map((id) => [`authors/${id}.md`, `---\nname: ${id}\n---\n`]));
}

/** Takes out every article with an error until none is left; what linked to it is wrong then, too. */
async function removeWrong(site: SmallSite): Promise<ReadonlySet<string>> {
  const removed = new Set<string>();
  for (;;) {
    const { diagnostics } = await site.prepare();
    const wrong = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    if (wrong.size === 0) return removed;
    for (const file of wrong) {
      await site.remove(file);
      removed.add(file);
    }
  }
}

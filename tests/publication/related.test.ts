import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEdition, type Entry } from '../../src/publication/edition.ts';
import { relatedTo } from '../../src/publication/related.ts';
import { article, SmallSite } from '../small-site.ts';

/** An entry of which only place and tags matter. */
function entry(i: number, tags: readonly string[]): Entry {
  const source = `articles/${String(i).padStart(4, '0')}.md`;
  return {
    article: { source, date: { epoch: i, iso: '2026-07-01T00:00:00Z', dateOnly: true }, authors: [] },
    edition: 'en',
    tags,
  } as unknown as Entry;
}

const edition = (entries: readonly Entry[]) => buildEdition('en', '', entries, []);

test('what shares the rarest tags comes first, and nothing that shares none', () => {
  const common = Array.from({ length: 20 }, (_, i) => entry(i, ['war']));
  const rare = entry(20, ['war', 'ferries']);
  const other = entry(21, ['opera']);
  const self = entry(22, ['war', 'ferries']);
  const related = relatedTo(self, edition([...common, rare, other, self]), []);
  expect(related[0]).toBe(rare);
  expect(related).not.toContain(other);
  expect(related).not.toContain(self);
  expect(related).toHaveLength(4);
});

test('what the editor chose stands first and only once', () => {
  const [a, b, c] = [entry(0, ['x']), entry(1, ['y']), entry(2, ['x'])];
  expect(relatedTo(c, edition([a, b, c]), [b, a, c])).toEqual([b, a]);
});

test('no related article is newer, and none changes when later articles come', () => {
  const tags = fc.subarray(['a', 'b', 'c', 'd', 'e']);
  fc.assert(
    fc.property(fc.array(tags, { minLength: 1, maxLength: 40 }), fc.array(tags, { maxLength: 40 }), (before, later) => {
      const entries = [...before, ...later].map((own, i) => entry(i, own));
      const then = edition(entries.slice(0, before.length));
      const now = edition(entries);
      for (const self of then.entries) {
        const related = relatedTo(self, now, []);
        expect(related).toEqual(relatedTo(self, then, []));
        for (const other of related) expect(other.article.date.epoch).toBeLessThan(self.article.date.epoch);
      }
    }),
    { numRuns: 50 },
  );
});

test('an article that is chosen and newer is shown: the editor decides', async () => {
  const site = await SmallSite.write({
    'articles/old.md': article({ date: '2026-06-01', related: ['new.md'] }),
    'articles/new.md': article({ date: '2026-06-02', title: 'The newer one' }),
  });
  expect((await site.view('article', '/2026/06/01/old/')).related.map((t) => t.title)).toEqual(['The newer one']);
});

test('a chosen article that is not published is left out until it is', async () => {
  const site = await SmallSite.write({
    'articles/old.md': article({ date: '2026-06-01', related: ['new.md'] }),
    'articles/new.md': article({ date: '2026-08-02', title: 'The newer one' }),
  });
  expect((await site.view('article', '/2026/06/01/old/')).related).toEqual([]);
  const later = await site.view('article', '/2026/06/01/old/', { now: Date.parse('2026-09-01T00:00:00Z') });
  expect(later.related.map((t) => t.title)).toEqual(['The newer one']);
});

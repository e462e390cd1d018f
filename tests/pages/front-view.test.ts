import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Teaser } from '../../src/pages/part-views.ts';
import type { FrontView } from '../../src/pages/views.ts';
import { article, type Files, NOW, PIXEL, SITE_YAML, SmallSite } from '../small-site.ts';

const HOUR = 3_600_000;
const at = (hoursAgo: number): string => new Date(NOW - hoursAgo * HOUR).toISOString();
const IMAGE = { src: '/images/a.png', alt: 'A ferry', credit: 'Olha' };
const KINDS = ['news', 'news', 'opinion', 'live', 'analysis', 'sponsored'] as const;

/** Articles a0 (the newest) to a11, an hour apart. */
const PAPER: Files = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [
    `articles/a${i}.md`,
    article({ title: `a${i}`, date: at(i + 1), section: i % 2 === 0 ? 'news' : 'opinion', kind: KINDS[i % 6] }),
  ]),
);

const titles = (items: readonly Teaser[]): string[] => items.map(({ title }) => title);
const above = ({ lead, secondary, opinion, rails }: FrontView): string[] =>
  titles([...(lead ? [lead] : []), ...secondary, ...opinion, ...rails.flatMap(({ items }) => items)]);

async function front(frontYaml?: string, more: Files = {}, options = {}): Promise<FrontView> {
  const site = await SmallSite.write({ ...PAPER, ...more, ...(frontYaml ? { 'front.yaml': frontYaml } : {}) });
  return site.view('front', '/', options);
}

describe('the front page', () => {
  test('follows the editors, then itself', async () => {
    const view = await front('lead: a7.md\nsecondary: [a6.md, {article: articles/a9.md}]\n');
    expect(view.lead?.title).toBe('a7');
    expect(titles(view.secondary)).toEqual(['a6', 'a9', 'a0', 'a1']);
  });

  test('forgets a choice when its time has passed, and keeps it through its last day', async () => {
    const own = await front();
    expect(await front('lead: {article: a7.md, until: 2026-07-03}\n')).toEqual(own);
    expect(await front(`lead: {article: a7.md, until: ${at(0)}}\n`)).toEqual(own);
    expect((await front('lead: {article: a7.md, until: 2026-07-04}\n')).lead?.title).toBe('a7');
  });

  test('follows what articles ask for, after front.yaml, as long as it holds', async () => {
    const own = await front();
    const asks = (hoursAgo: number, place: object, keys = {}): Files => ({
      'articles/own.md': article({ title: 'own', date: at(hoursAgo), front: place, ...keys }),
    });
    expect((await front(undefined, asks(20, { lead: true }))).lead?.title).toBe('own');
    expect((await front('lead: a7.md\n', asks(20, { lead: true }))).lead?.title).toBe('a7');
    expect((await front(undefined, asks(20, { lead: true }, { kind: 'opinion' }))).lead?.title).toBe('own');
    expect((await front(undefined, asks(40, { lead: true }))).lead).toEqual(own.lead);
    expect((await front(undefined, asks(90, { lead: true, until: at(-1) }))).lead?.title).toBe('own');
    expect((await front(undefined, asks(90, { lead: true, until: at(0) }))).lead).toEqual(own.lead);
    const pinned = await front(undefined, asks(90, { until: '2026-07-04' }));
    expect([pinned.lead?.title, pinned.secondary[0]?.title]).toEqual([own.lead?.title, 'own']);
    expect((await front(undefined, asks(20, { weight: 5 }))).lead?.title).toBe('own');
    const light = await front(undefined, asks(0.5, { weight: 2 }));
    expect([light.lead, titles(light.secondary)]).toEqual([own.lead, titles(own.secondary)]);
    expect(light.latest[0]?.title).toBe('own');
  });

  test('lets a live report with a picture lead while it runs', async () => {
    const live = (ended?: string): Files => ({
      'images/a.png': PIXEL,
      'articles/live.md': article({ title: 'live', date: at(2.5), kind: 'live', image: IMAGE, ended }),
      'articles/new.md': article({ title: 'new', date: at(0.5), image: IMAGE }),
    });
    for (const ended of [undefined, at(-1)]) {
      const { lead } = await front(undefined, live(ended));
      expect([lead?.title, lead?.over]).toEqual(['live', undefined]);
    }
    const after = await front(undefined, live(at(1)));
    expect(after.lead?.title).toBe('new');
    expect(after.latest.find(({ title }) => title === 'live')?.over).toBe(true);
  });

  test('waits for what is not published yet', async () => {
    const later = { 'articles/later.md': article({ title: 'later', date: at(-5) }) };
    const yaml = 'lead: [later.md, a8.md]\n';
    expect((await front(yaml, later)).lead?.title).toBe('a8');
    expect((await front(yaml, later, { now: NOW + 6 * HOUR })).lead?.title).toBe('later');
  });

  test('of each edition takes what is in its language', async () => {
    const site = await SmallSite.write({
      ...PAPER,
      'site.yaml': `${SITE_YAML}languages: [en, uk]\n`,
      'articles/uk/one.md': article({ title: 'one', language: 'uk', date: at(90) }),
      'articles/uk/two.md': article({ title: 'two', language: 'uk', date: at(80) }),
      'front.yaml': 'lead: [uk/one.md, a8.md]\n',
    });
    expect((await site.view('front', '/')).lead?.title).toBe('a8');
    expect((await site.view('front', '/uk/')).lead?.title).toBe('one');
  });

  test('whatever is chosen, names no article twice above the latest, and changes nothing where nothing is', async () => {
    const own = await front();
    expect(await front('lead: []\nsecondary: []\n')).toEqual(own);
    const free = Array.from({ length: 12 }, (_, i) => i).filter((i) => KINDS[i % 6] !== 'sponsored');
    const choice = fc.array(fc.constantFrom(...free), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(choice, choice, async (lead, secondary) => {
        const list = (numbers: readonly number[]) => JSON.stringify(numbers.map((i) => `a${i}.md`));
        const view = await front(`lead: ${list(lead)}\nsecondary: ${list(secondary)}\n`);
        const shown = above(view);
        expect(shown).toHaveLength(new Set(shown).size);
        expect(view.latest).toEqual(own.latest);
        if (lead[0] !== undefined) expect(view.lead?.title).toBe(`a${lead[0]}`);
      }),
      { seed: 20260704, numRuns: 12 },
    );
  });
});

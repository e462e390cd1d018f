import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/content/yaml.ts';
import { CHROMIUM } from '../browser/chromium.ts';
import { FIELDS } from './attacked-site.ts';
import { ATTACKS } from './attacks.ts';
import { findScriptInPage, findScriptInPart } from './find-script.ts';
import { GROWTH_TARGETS, growthFault } from './growth-targets.ts';
import { lookAt } from './in-browser.ts';
import { type AttackedCorpus, renderCorpus } from './known-attacks.ts';
import { runRounds } from './run-rounds.ts';
import { faultsOfSite } from './site-faults.ts';
import { SITE_TARGETS } from './site-targets.ts';
import { TEXT_TARGETS } from './text-targets.ts';

// `npm run fuzz` takes its time; here each seed is the same, so that a failure is one of the change at hand.
const SEED = 20260704;
const EVERY = 6;

describe('known attacks in every field of an article', () => {
  let corpus: AttackedCorpus | undefined;
  const attacked = async () => {
    corpus ??= await renderCorpus(ATTACKS.filter((_, i) => i % EVERY === 0));
    return corpus;
  };

  test('leave no script in any page, feed or file', async () => {
    const { rendered, placed } = await attacked();
    expect(faultsOfSite(rendered)).toEqual([]);
    for (const field of FIELDS) if (field !== 'address') expect([field, placed[field] > 60]).toEqual([field, true]);
  }, 60_000);

  test.skipIf(CHROMIUM === undefined)(
    'run nothing and ask nobody in Chromium, with no policy to hold them back',
    async () => {
      const { rendered } = await attacked();
      const addresses = [...rendered.pages.keys()].map((file) => file.replace(/index\.html$/, ''));
      const articles = addresses.filter((address) => /\/v-\d+\/$/.test(address));
      const { faults } = await lookAt(rendered, [
        '/',
        '/tags/',
        '/authors/',
        '/corrections/',
        ...articles.slice(0, 12),
      ]);
      expect(faults).toEqual([]);
    },
    90_000,
  );

  test.skipIf(CHROMIUM === undefined)(
    'would be seen, if one ran',
    async () => {
      const { rendered } = await attacked();
      const hurt = (markup: string) => `<!doctype html><title>a</title><main>${markup}</main>`;
      const pages = new Map([
        ['/a/index.html', hurt('<img src=x onerror=alert(1)>')],
        ['/b/index.html', hurt('<a href="javascript:alert(1)">a</a>')],
        ['/c/index.html', hurt('<img src="https://elsewhere.example/a.gif">')],
        ['/d/index.html', hurt('<b onmouseover=alert(1)>a</b>')],
        ['/e/index.html', hurt('<p style="color:red">a</p>')],
      ]);
      const { faults } = await lookAt({ ...rendered, pages }, ['/a/', '/b/', '/c/', '/d/', '/e/']);
      for (const address of [
        '/a/: alert(1)',
        '/b/: alert(1)',
        'a request to https://elsewhere.example/a.gif',
        '/d/: alert(1)',
        '/e/: policy: style-src-attr',
      ])
        expect([address, faults.some((fault) => fault.startsWith(address))]).toEqual([address, true]);
    },
    60_000,
  );
});

test.each([...TEXT_TARGETS, ...SITE_TARGETS, ...GROWTH_TARGETS].map((target) => [target.name, target] as const))(
  'whatever hurts, tried on %s',
  async (_, target) => {
    const small = { ...target, round: Math.max(2, Math.ceil(target.round / 6)) };
    let rounds = 0;
    const tally = await runRounds({ targets: [small], seed: SEED, goOn: () => rounds++ < 1 });
    expect(tally.flatMap(({ failures }) => failures)).toEqual([]);
    expect(tally[0]?.tried).toBe(small.round);
  },
  60_000,
);

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="java\tscript:alert(1)">a</a>',
  '<svg><script href="data:,x"/></svg>',
  '<img src="https://elsewhere.example/a.gif">',
  '<p style="color:red">a</p>',
  '<iframe srcdoc="a"></iframe>',
])('the judge sees what is wrong with %s', (markup) => {
  expect(findScriptInPart(markup)).not.toEqual([]);
  expect(findScriptInPage(`<!doctype html><title>a</title>${markup}`)).not.toEqual([]);
});

test('time that grows as a square is seen', () => {
  const quadratic = (text: string) => {
    const { user } = process.cpuUsage();
    const most = user + (text.length / 1000) ** 2 * 35;
    while (process.cpuUsage().user < most);
  };
  expect(growthFault(quadratic, { before: '', unit: 'a', after: '' })).toMatch(/characters take/);
  expect(growthFault((text) => text.length, { before: '', unit: 'a', after: '' })).toBeUndefined();
  expect(growthFault((text) => text.repeat(100), { before: '', unit: 'a', after: '' })).toMatch(/characters become/);
}, 90_000);

test('many keys, or lists within lists, take a time that grows as their number does', () => {
  for (const unit of ['[^1]: 0\n', '? a\n', 'a: 1\n', 'ref[</blockquote> '])
    expect(growthFault(parseYaml, { before: '::: a:b=', unit, after: '' })).toBeUndefined();
  const distinct = (text: string) =>
    parseYaml(Array.from({ length: text.length / 8 }, (_, i) => `k${i}: !\n`).join(''));
  expect(growthFault(distinct, { before: '', unit: 'a', after: '' })).toBeUndefined();
}, 60_000);

import { expect, test } from 'vitest';
import { article, SITE_YAML, SmallSite } from '../small-site.ts';

const KEYS = { standfirst: 'Two a day.', authors: ['olha'] };
const OLHA = '---\nname: Olha\nrole: Reporter\n---\n';
const LINK = article(KEYS, 'See [the tides](http://tides.example/).\n');

async function siteWith(settings: string, files: Readonly<Record<string, string>> = {}): Promise<SmallSite> {
  return SmallSite.write({
    'site.yaml': SITE_YAML + settings,
    'authors/olha.md': OLHA,
    'articles/a.md': LINK,
    ...files,
  });
}

const told = async (site: SmallSite, purpose: 'check' | 'build' | 'preview') =>
  (await site.prepare({ purpose })).diagnostics.map(({ code, severity }) => `${severity} ${code}`);

test('a check tells of style, a build and a preview go on without a word', async () => {
  const site = await siteWith('');
  expect(await told(site, 'check')).toEqual(['warning link-http']);
  expect(await told(site, 'build')).toEqual([]);
  expect(await told(site, 'preview')).toEqual([]);
  expect([...(await site.build()).keys()]).toContain('2026/07/01/a/index.html');
});

test('what site.yaml calls an error stops a build', async () => {
  const site = await siteWith('checks: {link-http: error}\n');
  for (const purpose of ['check', 'build', 'preview'] as const)
    expect(await told(site, purpose)).toEqual(['error link-http']);
  expect((await site.prepare()).site).toBeUndefined();
});

test('site.yaml silences a note everywhere, an article for itself', async () => {
  expect(await told(await siteWith('checks: {link-http: off}\n'), 'check')).toEqual([]);
  const own = { 'articles/b.md': article({ ...KEYS, checks: { 'link-http': 'off' } }, '<http://tides.example/>\n') };
  const site = await siteWith('checks: {link-http: error}\n', own);
  expect((await site.prepare({ purpose: 'check' })).diagnostics.map(({ file }) => file)).toEqual(['articles/a.md']);
});

test('what is found between files is silenced in one of them too', async () => {
  const tagged = (tag: string, more = {}) => article({ ...KEYS, tags: [tag], ...more });
  const site = await siteWith('', {
    'articles/a.md': tagged('Mariupol'),
    'articles/b.md': tagged('Mariupol'),
    'articles/c.md': tagged('Mariupil', { checks: { 'tag-resembles': 'off' } }),
    'articles/d.md': tagged('Mriupol'),
  });
  expect((await site.prepare({ purpose: 'check' })).diagnostics.map(({ file }) => file)).toEqual(['articles/d.md']);
});

test('the weights may change at any time, whatever was read before', async () => {
  const { ContentReader } = await import('../../src/content/content-reader.ts');
  const site = await siteWith('');
  const reader = new ContentReader(1);
  const severities = async () =>
    (await site.prepare({ purpose: 'check', reader })).diagnostics.map(({ severity }) => severity);
  expect(await severities()).toEqual(['warning']);
  await site.put({ 'site.yaml': `${SITE_YAML}checks: {link-http: error}\n` });
  expect(await severities()).toEqual(['error']);
});

test('only notes on style can be changed, and a slip is answered with the nearest', async () => {
  const { diagnostics } = await (
    await siteWith('checks:\n  link-htp: off\n  link-broken: off\n  link-http: no\n')
  ).prepare();
  expect(diagnostics.map(({ line, help }) => `${line} ${help}`)).toEqual([
    '9 did you mean `link-http`?',
    expect.stringMatching(/^10 known keys: headline-long, /),
    expect.stringMatching(/^11 .*error.*warning.*off/),
  ]);
});

test.each([
  ['an onion service', '<http://lanternzu5w2.onion/tips>'],
  ['the own machine', '[the preview](http://localhost:8080/)'],
  ['a link with a name', '[here is why](https://tides.example/)'],
  ['people who are here', 'People here say that they were told (here and there) to wait.'],
  ['a call with a link', 'Click here: [the timetable](https://tides.example/)'],
])('%s is no matter of style', async (_, body) => {
  expect(await told(await siteWith('', { 'articles/a.md': article(KEYS, `${body}\n`) }), 'check')).toEqual([]);
});

test('tags that differ by a number are two matters', async () => {
  const tagged = (tag: string) => article({ ...KEYS, tags: [tag] });
  const site = await siteWith('', {
    'articles/a.md': tagged('2023 budget'),
    'articles/b.md': tagged('2024 budget'),
    'articles/c.md': tagged('2024 budget'),
  });
  expect(await told(site, 'check')).toEqual([]);
});

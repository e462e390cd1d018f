import { expect, test } from 'vitest';
import { article, SITE_YAML, SmallSite } from '../small-site.ts';

const THREE = { 'site.yaml': `${SITE_YAML}languages: [en, uk, pl]\n` };

test('texts that name one original know each other, whichever names which', async () => {
  const site = await SmallSite.write({
    ...THREE,
    'articles/en.md': article({}),
    'articles/uk.md': article({ language: 'uk', translationOf: 'en.md' }),
    'articles/pl.md': article({ language: 'pl', translationOf: 'uk.md' }),
  });
  const addresses = { en: '/2026/07/01/en/', uk: '/uk/2026/07/01/uk/', pl: '/pl/2026/07/01/pl/' };
  for (const [language, address] of Object.entries(addresses)) {
    const { translations } = await site.view('article', address);
    const others = Object.entries(addresses).filter(([other]) => other !== language);
    expect(Object.fromEntries(translations.map((t) => [t.language, t.href]))).toEqual(Object.fromEntries(others));
  }
});

test('a translation that is not published yet is not told of', async () => {
  const site = await SmallSite.write({
    ...THREE,
    'articles/en.md': article({}),
    'articles/uk.md': article({ language: 'uk', translationOf: 'en.md', date: '2027-01-01' }),
    'articles/pl.md': article({ language: 'pl', translationOf: 'en.md', draft: true }),
  });
  expect((await site.view('article', '/2026/07/01/en/')).translations).toEqual([]);
  const later = { now: Date.parse('2027-02-01T00:00:00Z') };
  expect((await site.view('article', '/2026/07/01/en/', later)).translations.map((t) => t.language)).toEqual(['uk']);
});

test('pages are translated as articles are, each below its edition', async () => {
  const site = await SmallSite.write({
    ...THREE,
    'pages/about.md': '---\ntitle: About\n---\n',
    'pages/uk/about.md': '---\ntitle: Про нас\nlanguage: uk\ntranslationOf: about.md\n---\n',
  });
  expect((await site.view('page', '/about/')).translations.map((t) => t.href)).toEqual(['/uk/about/']);
  expect((await site.view('page', '/uk/about/')).translations.map((t) => t.href)).toEqual(['/about/']);
});

test('an article in a language without an edition of its own appears in the main one, in its language', async () => {
  const site = await SmallSite.write({ 'articles/de.md': article({ language: 'de' }) });
  expect((await site.view('article', '/2026/07/01/de/')).language).toBe('de');
});

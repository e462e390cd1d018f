import { describe, expect, it } from 'vitest';
import { pluralForms } from '../../src/language/plural.ts';
import { wordsOf } from '../../src/language/words.ts';
import { wordsEn } from '../../src/language/words-en.ts';
import { wordsHe } from '../../src/language/words-he.ts';
import { wordsUk } from '../../src/language/words-uk.ts';
import { article, SITE_YAML, SmallSite, WITHOUT_STYLE } from '../small-site.ts';

function keysOf(words: object): readonly string[] {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      typeof value === 'object' ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
    )
    .sort();
}

describe('the words of the interface', () => {
  it('are complete in every language', () => {
    for (const words of [wordsHe, wordsUk]) expect(keysOf(words)).toEqual(keysOf(wordsEn));
  });

  it('are found by the tag of a region too, and are English where there are none', () => {
    expect(wordsOf('uk-UA')).toBe(wordsUk);
    expect(wordsOf('is')).toBe(wordsEn);
  });

  it('are marked as English on pages of a language that has none, which is called by its own name', async () => {
    const site = await SmallSite.write({
      'site.yaml': `${SITE_YAML}${WITHOUT_STYLE}languages: [en, fr, he]\n`,
      'articles/fr.md': article({ title: 'Une tempête', slug: 'fr', language: 'fr' }),
      'articles/he.md': article({ title: 'סערה', slug: 'he', language: 'he' }),
    });
    const tree = await site.build();
    const page = String(tree.get('fr/2026/07/01/fr/index.html'));
    expect(page).toContain('<a class="skip-link" href="#content" lang="en" dir="ltr">Skip to content</a>');
    expect(page).toContain('hreflang="fr" lang="fr" aria-current="true">Français</a>');
    for (const other of ['he/2026/07/01/he/index.html', 'index.html'])
      expect(String(tree.get(other))).not.toContain('href="#content" lang=');
  });

  it('count in English', () => {
    expect([1, 2, 1200].map(wordsEn.articles)).toEqual(['1 article', '2 articles', '1,200 articles'].map(joined));
  });

  it('count in Ukrainian', () => {
    expect([1, 2, 5, 11, 21, 22].map(wordsUk.articles)).toEqual(
      ['1 матеріал', '2 матеріали', '5 матеріалів', '11 матеріалів', '21 матеріал', '22 матеріали'].map(joined),
    );
  });

  it('count in Hebrew, one and two without a digit', () => {
    expect([1, 2, 3, 20].map(wordsHe.articles)).toEqual([
      'כתבה אחת',
      'שתי כתבות',
      joined('3 כתבות'),
      joined('20 כתבות'),
    ]);
  });

  it('know every plural of a language, those of hundreds too', () => {
    expect(Object.keys(pluralForms('ar', (count) => `${count} x`)).sort()).toEqual(
      new Intl.PluralRules('ar').resolvedOptions().pluralCategories.toSorted(),
    );
    expect(pluralForms('he', wordsHe.articles)).toEqual({
      one: 'כתבה אחת',
      two: 'שתי כתבות',
      other: joined('{n} כתבות'),
    });
  });
});

function joined(text: string): string {
  return text.replace(' ', '\u00a0');
}

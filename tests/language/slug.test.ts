import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from '../../src/language/slug.ts';

// Ukrainian as passports and maps write it: resolution 55 of the Cabinet of Ministers, 2010, and its own examples.
test.each([
  ['Маріуполь', 'mariupol'],
  ['Київ', 'kyiv'],
  ['Згурський', 'zghurskyi'],
  ['Розгон', 'rozghon'],
  ['Щастя', 'shchastia'],
  ['Алушта', 'alushta'],
  ['Борщагівка', 'borshchahivka'],
  ['Гадяч', 'hadiach'],
  ['Ґалаґан', 'galagan'],
  ['Єнакієве', 'yenakiieve'],
  ['Їжакевич', 'yizhakevych'],
  ['Кадиївка', 'kadyivka'],
  ['Йосипівка', 'yosypivka'],
  ['Стрий', 'stryi'],
  ['Юрій', 'yurii'],
  ['Яготин', 'yahotyn'],
  ['Костянтин', 'kostiantyn'],
  ['Знам’янка', 'znamianka'],
  ["Знам'янка", 'znamianka'],
  ['Хмельницький', 'khmelnytskyi'],
  ['Нове місто Суми', 'nove-misto-sumy'],
])('%s becomes %s', (text, slug) => {
  expect(slugOf(text, 'uk')).toBe(slug);
});

test('Ukrainian letters are known as such in a text of another language', () => {
  expect(slugOf('Київ', 'en')).toBe('kyiv');
  expect(slugOf('Маріуполь', 'en')).toBe('mariupol');
});

test('letters typed with combining accents give the same address', () => {
  expect(slugOf('Київ'.normalize('NFD'), 'uk')).toBe('kyiv');
  expect(slugOf('Café'.normalize('NFD'), 'fr')).toBe('cafe');
});

test.each([
  ['Ferries return to the estuary', 'ferries-return-to-the-estuary'],
  ['It’s 10% more', 'its-10-more'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['São Paulo', 'sao-paulo'],
  ['İstanbul', 'istanbul'],
  ['Αθήνα', 'athina'],
  ['C++ & C#', 'c-c'],
  ['---', ''],
  ['', ''],
])('%j becomes %j', (text, slug) => {
  expect(slugOf(text, 'en')).toBe(slug);
});

test('scripts of the whole world give something readable', () => {
  for (const text of ['北京', '東京', '서울', 'القاهرة', 'ירושלים', 'กรุงเทพ', 'დთბილისი', 'Երևան', 'दिल्ली'])
    expect(slugOf(text, 'en')).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test('signs without letters give a name or nothing, never a broken one', () => {
  for (const text of ['🙂', '🇺🇦', '!!!', '…', '\ud800'])
    expect(slugOf(text, 'en')).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
});

test('any text gives lower-case words, at most 80 characters, and giving it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('en', 'uk', 'ar'), (text, language) => {
      const slug = slugOf(text, language);
      expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(slugOf(slug, 'en')).toBe(slug);
    }),
  );
});

test('a long headline is cut between words', () => {
  const slug = slugOf('word '.repeat(40), 'en');
  expect(slug).toBe(`${'word-'.repeat(15)}word`);
  expect(slugOf('x'.repeat(200), 'en')).toHaveLength(80);
});

import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/markdown/typography.ts';
import { htmlOf, render } from './body-workshop.ts';

/** No-break spaces shown as `~`. */
function shown(text: string): string {
  return text.replaceAll('\u00a0', '~');
}

describe('typography of English', () => {
  test.each([
    ["\"It's 'so',\" she said", '“It’s ‘so’,” she said'],
    ["the workers' rights in the '90s", 'the workers’ rights in the ’90s'],
    ['wait...', 'wait…'],
    ['the plan -- or what is left -- fails', 'the plan~– or what is left~– fails'],
    ['the plan---or what is left---fails', 'the plan—or what is left—fails'],
    ['the plan --- fails', 'the plan—fails'],
    ['pages 5--10', 'pages 5–10'],
    ['the plan – or – fails — so', 'the plan~– or~– fails~— so'],
    ['use --verbose or a-b, not ----', 'use --verbose or a-b, not ----'],
    ['5 km, 20 °C, 7 %, 3 million, 5 kmart', '5~km, 20~°C, 7~%, 3~million, 5 kmart'],
    ['on 2 June, 12 May 2025 or in June 5 Mayors', 'on 2~June, 12~May 2025 or in June 5 Mayors'],
    ['J. K. Rowling and J. Doe', 'J.~K.~Rowling and J.~Doe'],
    ['§ 5 and № 7', '§~5 and №~7'],
    ['in the city of', 'in the city of'],
    ['a\nb', 'a\nb'],
    ['', ''],
    ['<b> & *c* `d` [e](f)', '<b> & *c* `d` [e](f)'],
  ])('%s', (typed, set) => {
    expect(shown(typeset(typed, 'en'))).toBe(set);
  });
});

describe('typography of Hebrew', () => {
  test.each([
    ['מנכ"ל צה"ל אמר: "שלום"', 'מנכ״ל צה״ל אמר: ”שלום”'],
    ["ג'ורג' קנה סנדוויץ' לפרופ' כהן בכיתה א'", 'ג׳ורג׳ קנה סנדוויץ׳ לפרופ׳ כהן בכיתה א׳'],
    ["'שלום' הוא אמר, 'חבר'", '’שלום’ הוא אמר, ’חבר’'],
    ['נפגשו ב-4 ביולי 2025', 'נפגשו ב-4~ביולי 2025'],
    ['בבוקר -- ורק בבוקר...', 'בבוקר~– ורק בבוקר…'],
  ])('%s', (typed, set) => {
    expect(shown(typeset(typed, 'he'))).toBe(set);
  });
});

describe('typography of Ukrainian', () => {
  test.each([
    ["М'ята і п'ять об'єктів", 'М’ята і~п’ять об’єктів'],
    ['"Вона сказала \'так\'"', '«Вона сказала „так“»'],
    ['Київ -- столиця', 'Київ~— столиця'],
    ['Київ --- столиця', 'Київ~— столиця'],
    ['-- Куди йдеш?', '— Куди йдеш?'],
    ['у 2014--2022 роках', 'у~2014–2022 роках'],
    ['Вони були в Києві й у Львові', 'Вони були в~Києві й~у~Львові'],
    ['5 млн грн, 10 тис. людей, 30 %, 100 км/год', '5~млн грн, 10~тис. людей, 30~%, 100~км/год'],
    ['2 червня й 24 лютого 2022 року, 5 травнів', '2~червня й~24~лютого 2022 року, 5 травнів'],
    ['1 250 000 осіб', '1~250~000 осіб'],
    ['Т. Г. Шевченко', 'Т.~Г.~Шевченко'],
    ['№ 5, § 7', '№~5, §~7'],
    ['Київ... так', 'Київ… так'],
  ])('%s', (typed, set) => {
    expect(shown(typeset(typed, 'uk-UA'))).toBe(set);
  });
});

describe('typography of languages without rules of their own', () => {
  test.each([
    ['de', 'am 4. Juli 2025, 4 Juli', 'am 4.~Juli 2025, 4 Juli'],
    ['es', 'el 4 de julio', 'el 4~de julio'],
    ['fr', 'le 14 juillet', 'le 14~juillet'],
    ['ja', '7月4日 5 km', '7月4日 5~km'],
  ])('binds the day to its month in %s', (language, typed, set) => {
    expect(shown(typeset(typed, language))).toBe(set);
  });
});

describe('typography in a body', () => {
  test('reaches across emphasis and links', () => {
    expect(htmlOf('"*A* [b](c.md)" -- d')).toBe('<p>“<em>A</em> <a href="c.md">b</a>”\u00a0– d</p>\n');
  });

  test('leaves code, addresses and raw HTML alone', () => {
    expect(htmlOf('`"a" -- b...`')).toBe('<p><code>&quot;a&quot; -- b...</code></p>\n');
    expect(htmlOf('https://a.example/b--c...d')).toContain('>https://a.example/b--c...d<');
    expect(htmlOf("<https://a.example/'b'>")).toContain('&#39;b&#39;');
    expect(htmlOf('x <abbr title="5 km -- \'a\'">y</abbr>')).toContain('title="5 km -- \'a\'"');
  });

  test('leaves what a backslash protects', () => {
    expect(htmlOf('\\"a\\" b\\.\\.\\.')).toBe('<p>&quot;a&quot; b...</p>\n');
  });

  test('does not reach the plain text with its no-break spaces', () => {
    expect(render('5 km -- so').body.text).toBe('5 km – so');
  });
});

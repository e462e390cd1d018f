import { describe, expect, test } from 'vitest';
import { splitCredit } from '../../src/markdown/captions.ts';

describe('a caption with a credit at its end', () => {
  const cases: readonly [text: string, caption: string | undefined, credit: string][] = [
    [
      'Strikes, over numerical targets. Photo: @Koord_shtab/Telegram',
      'Strikes, over numerical targets.',
      '@Koord_shtab/Telegram',
    ],
    ['Photo: Jane Doe/AP', undefined, 'Jane Doe/AP'],
    ['The hall. (Photo: Jane Doe)', 'The hall.', 'Jane Doe'],
    ['(photo: AP)', undefined, 'AP'],
    ['The hall. Photo: Jane Doe (AP)', 'The hall.', 'Jane Doe (AP)'],
    ['The hall. *Photo: Jane Doe*', 'The hall.', 'Jane Doe'],
    ['Votes by party. Source: Electoral Commission', 'Votes by party.', 'Electoral Commission'],
    ['Votes by party — Credit: Jane Doe', 'Votes by party', 'Jane Doe'],
    ['The hall. Photo credit: Jane Doe', 'The hall.', 'Jane Doe'],
    ['A hall at night Photo: Jane Doe', 'A hall at night', 'Jane Doe'],
    ['In this photo: two men. Photo: Jane Doe', 'In this photo: two men.', 'Jane Doe'],
    ['The hall. Photo: [Jane](https://j.example)', 'The hall.', '[Jane](https://j.example)'],
  ];
  test.each(cases)('%s', (text, caption, credit) => {
    expect(splitCredit(text, 'en')).toEqual({ ...(caption === undefined ? {} : { caption }), credit });
  });

  test('understands the words of the text’s language as well as English', () => {
    expect(splitCredit('Зала. Фото: пресслужба ДСНС', 'uk')).toEqual({ caption: 'Зала.', credit: 'пресслужба ДСНС' });
    expect(splitCredit('Зала. Photo: AP', 'uk-UA')).toEqual({ caption: 'Зала.', credit: 'AP' });
    expect(splitCredit('Die Halle. Photo: AP', 'de')).toEqual({ caption: 'Die Halle.', credit: 'AP' });
  });
});

describe('a caption without a credit', () => {
  test.each([
    'In this photo: two men walk along the river',
    'Photo: the minister leaves the hall. Two guards follow him to the car.',
    'A photo of the hall',
    'Photosynthesis: how plants live',
    'Photo:',
    'The outsource: who pays',
    'Image: what the committee of the town saw when it went down to the river that day',
  ])('stays whole: %s', (text) => {
    expect(splitCredit(text, 'en')).toEqual({ caption: text });
  });

  test('may be empty', () => {
    expect(splitCredit('  ', 'en')).toEqual({});
  });
});

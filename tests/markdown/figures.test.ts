import { describe, expect, test } from 'vitest';
import { htmlOf, partsOf, problemsOf } from './body-workshop.ts';

describe('a picture', () => {
  test('alone in its paragraph is a figure with caption and credit', () => {
    expect(
      partsOf('Text.\n\n![Two *drones*](drones.jpg "Over *Kharkiv*. Photo: [Me](https://me.example)/Telegram")'),
    ).toEqual([
      '<p>Text.</p>\n',
      {
        type: 'figure',
        image: {
          src: 'drones.jpg',
          alt: 'Two drones',
          caption: 'Over <em>Kharkiv</em>.',
          credit: '<a href="https://me.example">Me</a>/Telegram',
          line: 3,
        },
      },
    ]);
  });

  test('that stands with others alone in a paragraph is one of a gallery, with its own line', () => {
    expect(partsOf('![a](1.jpg)\n![b](2.jpg) ![c](3.jpg)')).toEqual([
      {
        type: 'gallery',
        images: [
          { src: '1.jpg', alt: 'a', line: 1 },
          { src: '2.jpg', alt: 'b', line: 2 },
          { src: '3.jpg', alt: 'c', line: 2 },
        ],
      },
    ]);
  });

  test('amid text is a part of the line', () => {
    expect(partsOf('An ![icon](i.svg) here')).toEqual([
      '<p>An ',
      { type: 'inline-image', image: { src: 'i.svg', alt: 'icon', line: 1 } },
      ' here</p>\n',
    ]);
  });

  test('in an item of a tight list is a part of the line', () => {
    expect(partsOf('- ![a](1.jpg)')).toContainEqual({
      type: 'inline-image',
      image: { src: '1.jpg', alt: 'a', line: 1 },
    });
  });

  test('keeps the name of its file as it is written', () => {
    expect(partsOf('![a](<фото міста.jpg>)')).toMatchObject([{ image: { src: 'фото міста.jpg' } }]);
  });

  test('whose address could run script is its description', () => {
    expect(htmlOf('![the map](javascript:alert)')).toBe('<p>the map</p>\n');
    expect(problemsOf('![the map](data:image/svg+xml,x)')).toContain('link-unsafe 1 data:');
  });

  test('has a caption with the typography of the language', () => {
    expect(partsOf('![a](1.jpg "М\'ята -- це \\"трава\\" в полі")', { language: 'uk' })).toMatchObject([
      { image: { caption: 'М’ята\u00a0— це «трава» в\u00a0полі' } },
    ]);
  });

  test('may have any brackets and quotes in its caption without making markup of them', () => {
    expect(partsOf('![a](1.jpg "<script>alert(1)</script> [x](javascript:y)")')).toMatchObject([
      { image: { caption: '&lt;script&gt;alert(1)&lt;/script&gt; x' } },
    ]);
  });
});

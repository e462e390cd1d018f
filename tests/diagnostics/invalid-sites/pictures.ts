import { PIXEL } from '../../small-site.ts';
import { type InvalidSite, lines, withBody, withKeys } from './invalid-site.ts';

export const WRONG_PICTURES: readonly InvalidSite[] = [
  {
    code: 'image-missing',
    when: 'the lead picture’s file is misspelt',
    files: {
      'images/ferry.png': PIXEL,
      'articles/ferries.md': withKeys('image: {src: /images/fery.png, alt: A ferry, credit: Olha}'),
    },
    at: 'articles/ferries.md:4:14',
    marked: '/images/fery.png',
    help: 'did you mean `/images/ferry.png`?',
  },
  {
    code: 'image-missing',
    when: 'a picture of the body is not there, and another has its name as a part',
    files: {
      'articles/car-ferry.png': PIXEL,
      'articles/ferries.md': lines(
        '---',
        'title: Ferries return',
        'date: 2026-07-01',
        'image: {src: car-ferry.png, alt: A ferry, credit: Olha}',
        '---',
        '',
        '![A quay](ferry.png "Photo: Olha")',
      ),
    },
    at: 'articles/ferries.md:7:11',
    marked: 'ferry.png',
    help: 'check the name',
  },
  {
    code: 'image-missing',
    when: 'a picture of a post in the front matter is not there',
    files: {
      'articles/ferries.md': withKeys(
        'tweets:',
        '  - id: "20"',
        '    url: https://x.com/olha/status/20',
        '    author: Olha',
        '    handle: olha',
        '    date: 2026-07-01',
        '    text: Ferries!',
        '    media: [{src: quay.png, alt: A quay}]',
      ),
    },
    at: 'articles/ferries.md:11:19',
    marked: 'quay.png',
    help: 'check the name',
  },
  {
    code: 'image-remote',
    when: 'a picture is loaded from elsewhere',
    files: { 'articles/ferries.md': withBody('![A quay](https://elsewhere.example/quay.png "Photo: Olha")') },
    at: 'articles/ferries.md:6:11',
    marked: 'https://elsewhere.example/quay.png',
    help: 'save the picture beside the article',
  },
  {
    code: 'image-unreadable',
    when: 'a picture is cut off',
    files: {
      'articles/ferry.png': PIXEL.subarray(0, 40),
      'articles/ferries.md': withKeys('image: {src: ferry.png, alt: A ferry, credit: Olha}'),
    },
    at: 'articles/ferries.md:4:14',
    marked: 'ferry.png',
    help: 'save the picture again',
  },
  {
    code: 'image-alt-missing',
    when: 'the lead picture has no alt text',
    files: {
      'articles/ferry.png': PIXEL,
      'articles/ferries.md': withKeys('image: {src: ferry.png, credit: Olha}'),
    },
    at: 'articles/ferries.md:4:1',
    marked: 'image',
    help: '`alt: …` in front matter',
  },
  {
    code: 'image-alt-missing',
    when: 'a picture of the body has no alt text',
    files: { 'articles/ferry.png': PIXEL, 'articles/ferries.md': withBody('![](ferry.png "Photo: Olha")') },
    at: 'articles/ferries.md:6:5',
    marked: 'ferry.png',
    help: '![…](file) in the body',
  },
  {
    code: 'image-credit-missing',
    when: 'nobody is named as the maker of a picture',
    files: { 'articles/ferry.png': PIXEL, 'articles/ferries.md': withBody('![A ferry](ferry.png "At the quay.")') },
    at: 'articles/ferries.md:6:12',
    marked: 'ferry.png',
    help: 'at the end of the caption `Photo: Name/Agency`',
  },
  ...['avif', 'HEIC', 'tif'].map((kind) => ({
    code: 'link-picture' as const,
    when: `a link leads to a picture as ${kind}`,
    files: { [`articles/quay.${kind}`]: PIXEL, 'articles/ferries.md': withBody(`See [this](quay.${kind}).`) },
    at: 'articles/ferries.md:6:12',
    marked: `quay.${kind}`,
    help: 'export it as JPEG, PNG or WebP',
  })),
  {
    code: 'link-picture',
    when: 'a link leads to a HEIC photo with the name of a JPEG',
    files: {
      'articles/quay.jpg': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'articles/ferries.md': withBody('See [this](quay.jpg).'),
    },
    at: 'articles/ferries.md:6:12',
    marked: 'quay.jpg',
    help: 'save it again from its original',
  },
];

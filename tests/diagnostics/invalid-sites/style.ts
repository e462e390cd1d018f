import sharp from 'sharp';
import { type InvalidSite, lines } from './invalid-site.ts';

const OLHA = lines('---', 'name: Olha', 'role: Reporter', '---');
const KEYS = ['title: Ferries return', 'date: 2026-07-01', 'standfirst: Two a day.', 'authors: [olha]'] as const;

/** An article without fault: its first further key is line 6. */
function withKeys(...keys: readonly string[]): string {
  return lines('---', ...KEYS, ...keys, '---', '', 'Text.');
}

/** The same with a body of these lines: the first is line 8. */
function withBody(...body: readonly string[]): string {
  return lines('---', ...KEYS, '---', '', ...body);
}

async function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
}

const SMALL = await picture(240, 160);
const WIDE = await picture(900, 600);
// What follows the end of a JPEG is not part of the picture, and still has to be stored.
const LARGE = Buffer.concat([WIDE, Buffer.alloc(20_000_000)]);

const STRICT = lines('name: Post', 'url: https://test.example', 'language: en', 'timeZone: Europe/Kyiv');

/** Sites with one thing that could be better. */
export const POOR_STYLE: readonly InvalidSite[] = [
  {
    code: 'headline-long',
    when: 'the headline is longer than lists and search engines show',
    files: {
      'authors/olha.md': OLHA,
      'articles/a.md': lines('---', `title: ${'Ferries '.repeat(14)}return`, ...KEYS.slice(1), '---', '', 'Text.'),
    },
    at: 'articles/a.md:2:8',
    marked: `${'Ferries '.repeat(14)}return`,
    help: 'say it shorter',
  },
  {
    code: 'standfirst-missing',
    when: 'there is nothing under the headline',
    files: {
      'site.yaml': STRICT,
      'authors/olha.md': OLHA,
      'articles/a.md': lines('---', KEYS[0], KEYS[1], KEYS[3], '---', '', 'Text.'),
    },
    at: 'articles/a.md:2:1',
    marked: 'title:',
    help: '`standfirst: …`',
  },
  {
    code: 'byline-missing',
    when: 'nobody signs',
    files: { 'site.yaml': STRICT, 'articles/a.md': lines('---', ...KEYS.slice(0, 3), '---', '', 'Text.') },
    at: 'articles/a.md:2:1',
    help: '`authors: [id]`',
  },
  {
    code: 'author-page-empty',
    when: 'an author has a name and nothing else',
    files: { 'authors/olha.md': lines('---', 'name: Olha', '---') },
    at: 'authors/olha.md:2:1',
    help: 'add a `role`',
  },
  {
    code: 'paragraph-long',
    when: 'a paragraph has two hundred words',
    files: { 'authors/olha.md': OLHA, 'articles/a.md': withBody('One.', '', 'river '.repeat(200).trim(), '', 'Two.') },
    at: 'articles/a.md:10:1',
    help: 'begin another',
  },
  {
    code: 'link-text-vague',
    when: 'a link is the word here',
    files: { 'authors/olha.md': OLHA, 'articles/a.md': withBody('All of it', 'is [here](https://tides.example/).') },
    at: 'articles/a.md:9:4',
    marked: '[here]',
    help: 'the words that say where it leads',
  },
  {
    code: 'link-text-vague',
    when: 'a Ukrainian link is the word тут',
    files: {
      'site.yaml': lines('name: Post', 'url: https://test.example', 'language: uk', 'timeZone: Europe/Kyiv'),
      'authors/olha.md': OLHA,
      'articles/a.md': withBody('Усе [тут](https://tides.example/).'),
    },
    at: 'articles/a.md:8:5',
    marked: '[тут]',
    help: 'the words that say where it leads',
  },
  {
    code: 'link-forgotten',
    when: 'the text promises a link and has none',
    files: { 'authors/olha.md': OLHA, 'articles/a.md': withBody('For the timetable,', 'Click here.') },
    at: 'articles/a.md:9:1',
    marked: 'Click here',
    help: 'or take them out',
  },
  {
    code: 'link-http',
    when: 'a link is not encrypted',
    files: { 'authors/olha.md': OLHA, 'articles/a.md': withBody('See [the tides](http://tides.example/today).') },
    at: 'articles/a.md:8:17',
    marked: 'http://tides.example/today',
    help: 'write https:',
  },
  {
    code: 'alt-repeats-caption',
    when: 'alt text and caption are one sentence',
    files: {
      'authors/olha.md': OLHA,
      'articles/ferry.jpg': WIDE,
      'articles/a.md': withBody('![The ferry leaves](ferry.jpg "The *ferry* leaves. Photo: Olha")'),
    },
    at: 'articles/a.md:8:21',
    marked: 'ferry.jpg',
    help: 'what is to be seen',
  },
  {
    code: 'alt-file-name',
    when: 'the alt text is what the camera called the file',
    files: {
      'authors/olha.md': OLHA,
      'articles/ferry.jpg': WIDE,
      'articles/a.md': withKeys('image: {src: ferry.jpg, alt: IMG_2041, credit: Olha}'),
    },
    at: 'articles/a.md:6:30',
    marked: 'IMG_2041',
    help: 'what the picture shows',
  },
  {
    code: 'image-small',
    when: 'a lead picture is a thumbnail',
    files: {
      'site.yaml': STRICT,
      'authors/olha.md': OLHA,
      'articles/ferry.jpg': SMALL,
      'articles/a.md': withKeys('image: {src: ferry.jpg, alt: A ferry, credit: Olha}'),
    },
    at: 'articles/a.md:6:14',
    marked: 'ferry.jpg',
    help: 'ask for the original',
  },
  {
    code: 'image-large',
    when: 'a picture has more than twenty megabytes',
    files: {
      'authors/olha.md': OLHA,
      'articles/ferry.jpg': LARGE,
      'articles/a.md': withBody('![A ferry](ferry.jpg "Photo: Olha")'),
    },
    at: 'articles/a.md:8:12',
    marked: 'ferry.jpg',
    help: 'save it as JPEG',
  },
  {
    code: 'tag-resembles',
    when: 'a tag is misspelt in one article',
    files: {
      'authors/olha.md': OLHA,
      'articles/a.md': withKeys('tags: [Mariupol]'),
      'articles/b.md': withKeys('tags: [Mariupol]'),
      'articles/c.md': withKeys('tags: [river, Mariupil]'),
    },
    at: 'articles/c.md:6:15',
    marked: 'Mariupil',
    help: 'write `Mariupol` here',
  },
];

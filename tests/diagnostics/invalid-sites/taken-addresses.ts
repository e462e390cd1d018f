import { type InvalidSite, lines, withBody, withKeys } from './invalid-site.ts';

const titled = (title: string): string => lines('---', `title: ${title}`, '---');

/** Two things that would stand at one address, and redirects that lead nowhere. */
export const TAKEN_ADDRESSES: readonly InvalidSite[] = [
  {
    code: 'address-conflict',
    when: 'two articles of one day have one slug',
    files: { 'articles/a/ferries.md': withKeys(), 'articles/b/ferries.md': withKeys('slug: ferries') },
    at: 'articles/b/ferries.md:4:7',
    marked: 'ferries',
    help: 'another `slug`',
  },
  {
    code: 'address-conflict',
    when: 'the names of two articles of one day differ by upper and lower case only',
    files: { 'articles/Ferries.md': withKeys(), 'articles/ferries.md': withKeys() },
    at: 'articles/ferries.md:2:8',
    marked: 'Ferries return',
    help: 'another `slug`',
  },
  {
    code: 'address-conflict',
    when: 'the names of two files to download differ by upper and lower case only',
    files: {
      'articles/Tides 1.pdf': 'one',
      'articles/tides 1.pdf': 'two',
      'articles/ferries.md': withBody('See [this](Tides%201.pdf).', '', 'And tides 1.pdf, [that](tides%201.pdf).'),
    },
    at: 'articles/ferries.md:8:25',
    marked: 'tides%201.pdf',
    help: 'give one of the two files another name',
  },
  {
    code: 'address-conflict',
    when: 'a page has the address of the archive',
    files: { 'pages/archive.md': titled('Our archive') },
    at: 'pages/archive.md:2:8',
    marked: 'Our archive',
    help: 'another `slug`',
  },
  {
    code: 'redirect-loop',
    when: 'two redirects lead to each other',
    files: { 'redirects.yaml': lines('/give/: /donate/', '/donate/: /give/') },
    at: 'redirects.yaml:2:1',
    marked: '/donate/',
    help: 'a page that exists',
  },
  {
    code: 'redirect-conflict',
    when: 'a page stands at the old address',
    files: { 'pages/support.md': titled('Support us'), 'redirects.yaml': lines('/support/: /archive/') },
    at: 'redirects.yaml:1:1',
    marked: '/support/',
    help: 'remove the redirect',
  },
  {
    code: 'redirect-conflict',
    when: 'an article claims an old address that is redirected already',
    files: {
      'articles/ferries.md': withKeys('redirectFrom: [/boats/]'),
      'redirects.yaml': lines('/boats: /archive/'),
    },
    at: 'articles/ferries.md:4:16',
    marked: '/boats/',
    help: 'keep one of the two',
  },
  {
    code: 'redirect-target-missing',
    when: 'a redirect leads to an address without a page',
    files: { 'pages/support.md': titled('Support us'), 'redirects.yaml': lines('/donate/: /suport/') },
    at: 'redirects.yaml:1:1',
    marked: '/donate/',
    help: '/support/',
  },
];

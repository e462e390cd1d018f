import { type InvalidSite, lines, withKeys } from './invalid-site.ts';

/** Addresses that were published once. */
export const OLD_ADDRESSES: readonly InvalidSite[] = [
  {
    code: 'address-lost',
    when: 'a published article has got another day',
    files: { 'articles/ferries.md': withKeys(), 'addresses.txt': lines('/2026/06/30/ferries/ articles/ferries.md') },
    at: 'articles/ferries.md:3:7',
    marked: '2026-07-01',
    help: 'write `redirectFrom: [/2026/06/30/ferries/]` here',
  },
  {
    code: 'address-lost',
    when: 'a published article has got another slug',
    files: {
      'articles/ferries.md': withKeys('slug: boats'),
      'addresses.txt': lines('/2026/07/01/ferries/ articles/ferries.md'),
    },
    at: 'articles/ferries.md:4:7',
    marked: 'boats',
    help: 'write `redirectFrom: [/2026/07/01/ferries/]` here',
  },
  {
    code: 'address-lost',
    when: 'the file of a published article is deleted',
    files: { 'addresses.txt': lines('/2026/07/01/ferries/ articles/ferries.md') },
    at: 'addresses.txt:1:1',
    marked: '/2026/07/01/ferries/',
    help: 'redirects.yaml: `/2026/07/01/ferries/: /…/`',
  },
  {
    code: 'address-lost',
    when: 'a published article has become a draft',
    files: {
      'articles/ferries.md': withKeys('draft: true'),
      'addresses.txt': lines('/2026/07/01/ferries/ articles/ferries.md'),
    },
    at: 'articles/ferries.md:4:8',
    marked: 'true',
    help: 'publish it again',
  },
  {
    code: 'ledger-invalid',
    when: 'a merge of addresses.txt was not finished',
    files: {
      'articles/ferries.md': withKeys(),
      'addresses.txt': lines('/2026/07/01/ferries/ articles/ferries.md', '======='),
    },
    at: 'addresses.txt:2:1',
    marked: '=======',
    help: 'keep those of both sides',
  },
  {
    code: 'redirect-conflict',
    when: 'a page stands where something was withdrawn',
    files: {
      'pages/support.md': lines('---', 'title: Support us', '---'),
      'gone.yaml': lines('/support/: Withdrawn.'),
    },
    at: 'gone.yaml:1:1',
    marked: '/support/',
    help: 'take one of the two out',
  },
];

import type { Article, Page } from '../content/article.ts';
import { LEDGER_FILE, type Ledger, type LedgerEntry } from '../content/load-ledger.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { AddressBook } from '../pages/address-book.ts';
import type { Publication } from '../publication/publication.ts';
import { GONE_FILE } from './gone.ts';
import { addressKey } from './old-address.ts';
import { REDIRECTS_FILE } from './redirect-sources.ts';

/** Addresses that lead on or say why they are gone, clean. */
export type Answered = Iterable<string>;

/**
 * Every address that was published and at which nothing answers any more, with what to write about it. Files in `unread`
 * have diagnostics of their own.
 */
export function findLostAddresses(
  { entries, problems }: Ledger,
  publication: Publication,
  book: AddressBook,
  answered: Answered,
  unread: ReadonlySet<string>,
): readonly Problem[] {
  const known = new Set([...book.at.keys(), ...answered].map(addressKey));
  const lost = entries.filter(
    (entry) => !known.has(addressKey(entry.address)) && !waits(entry, publication, book) && !unread.has(entry.source),
  );
  return [...problems, ...lost.map((entry) => lostAddress(entry, publication, book))];
}

/**
 * The ledger with what is published now: sorted, a line for each address. Articles and static pages alone, because
 * listings follow from them; what is not published yet is not in it.
 */
export function ledgerText({ entries }: Ledger, publication: Publication, { pathOf }: AddressBook): string {
  const sources = new Map(entries.map(({ address, source }) => [address, source]));
  for (const source of [...publication.entries.keys(), ...publication.pages.keys()]) {
    const address = pathOf.get(source);
    if (address !== undefined) sources.set(address, source);
  }
  return [...sources]
    .map(([address, source]) => `${address} ${source}\n`)
    .sort()
    .join('');
}

// As of an earlier moment, or put off within its day: it will be back where it was.
function waits({ address, source }: LedgerEntry, publication: Publication, book: AddressBook): boolean {
  const document = publication.hidden.get(source);
  return document !== undefined && !document.draft && book.pathOf.get(source) === address;
}

function lostAddress({ address, source, line }: LedgerEntry, publication: Publication, book: AddressBook): Problem {
  const code = 'address-lost';
  const withdraw = `${GONE_FILE}: \`${address}: why it was withdrawn\``;
  const document = publication.entries.get(source)?.article ?? publication.pages.get(source);
  const path = book.pathOf.get(source);
  if (document && path !== undefined) {
    return {
      code,
      file: source,
      place: movedPlace(document, address, path),
      message: `this was published at ${address} and is at ${path} now; links to the old address would break`,
      help: `write \`redirectFrom: [${[...document.redirectFrom, address].join(', ')}]\` here, or give it its address back`,
    };
  }
  const hidden = publication.hidden.get(source);
  if (hidden) {
    const state = hidden.draft ? 'a draft' : 'scheduled';
    return {
      code,
      file: source,
      place: { at: 'value', path: [hidden.draft ? 'draft' : 'date'] },
      message: `this was published at ${address} and is ${state} now; links to it would break`,
      help: `publish it again, or write where its readers should go in ${REDIRECTS_FILE}: \`${address}: /…/\`, or why it is gone in ${withdraw}`,
    };
  }
  return {
    code,
    file: LEDGER_FILE,
    place: { at: 'text', line, text: address },
    message: `${address} was published from ${source}, which is no longer there; links to it would break`,
    help: `write where its readers should go in ${REDIRECTS_FILE}: \`${address}: /…/\`, or why it is gone in ${withdraw}`,
  };
}

// What changed the address: the day when it is in the address and another one, else the slug.
function movedPlace(document: Article | Page, old: string, path: string): Problem['place'] {
  const sameName = old.split('/').at(-2) === path.split('/').at(-2);
  return sameName && 'date' in document
    ? { at: 'value', path: ['date'] }
    : { at: 'value', path: ['slug'], or: ['title'] };
}

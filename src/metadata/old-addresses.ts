import type { Ledger } from '../content/load-ledger.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { AddressBook } from '../pages/address-book.ts';
import type { Publication } from '../publication/publication.ts';
import { type Gone, planGone } from './gone.ts';
import { findLostAddresses } from './ledger.ts';
import { planRedirects, type Redirect } from './redirects.ts';

/** What has become of every address at which something stood before. */
export interface OldAddresses {
  readonly redirects: readonly Redirect[];
  readonly gone: readonly Gone[];
  readonly problems: readonly Problem[];
}

/** Redirects, what was withdrawn, and what was lost, each with its problems. `unread` are files that could not be read. */
export function planOldAddresses(
  publication: Publication,
  book: AddressBook,
  ledger: Ledger,
  unread: ReadonlySet<string>,
): OldAddresses {
  const { redirects, problems } = planRedirects(publication, book);
  const { gone, problems: contradictions } = planGone(publication, book, redirects);
  const answered = [...redirects.map(({ from }) => from), ...gone.map(({ address }) => address)];
  const lost = findLostAddresses(ledger, publication, book, answered, unread);
  return { redirects, gone, problems: [...problems, ...contradictions, ...lost] };
}

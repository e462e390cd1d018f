import type { Problem } from '../diagnostics/diagnostic.ts';
import { html } from '../html/safe-html.ts';
import { wordsOf } from '../language/words.ts';
import type { AddressBook } from '../pages/address-book.ts';
import type { SiteBase } from '../pages/site-path.ts';
import type { Publication } from '../publication/publication.ts';
import { MachineFile } from './machine-file.ts';
import { addressKey, cleanAddress, fileOfAddress } from './old-address.ts';
import type { Redirect } from './redirects.ts';

export const GONE_FILE = 'gone.yaml';

/** An address from which something was withdrawn, and why. */
export interface Gone {
  /** Clean. */
  readonly address: string;
  readonly reason: string;
}

/** What was withdrawn, by address, and which of it contradicts what is published. */
export function planGone(
  publication: Publication,
  book: AddressBook,
  redirects: readonly Redirect[],
): { readonly gone: readonly Gone[]; readonly problems: readonly Problem[] } {
  const pages = new Set([...book.at.keys(), ...book.hidden].map(addressKey));
  const leading = new Set(redirects.map(({ from }) => addressKey(from)));
  const gone = new Map<string, Gone>();
  const problems: Problem[] = [];
  for (const [written, reason] of Object.entries(publication.gone)) {
    const key = addressKey(written);
    const fault = pages.has(key)
      ? `a page stands at ${written}`
      : leading.has(key)
        ? `${written} is redirected, too`
        : gone.has(key)
          ? `${written} stands here twice`
          : undefined;
    if (fault === undefined) gone.set(key, { address: cleanAddress(written), reason });
    else
      problems.push({
        code: 'redirect-conflict',
        file: GONE_FILE,
        place: { at: 'key', path: [written] },
        message: `${fault}, so it cannot be gone`,
        help: 'take one of the two out',
      });
  }
  return { gone: [...gone.values()].sort((a, b) => (a.address < b.address ? -1 : 1)), problems };
}

/** A page for everything that was withdrawn, which says so and why, and `_gone`, from which servers know that they answer with 410. */
export function goneFiles(gone: readonly Gone[], publication: Publication, base: SiteBase): readonly MachineFile[] {
  const list = new MachineFile('/_gone', () => goneLines(gone, base));
  return gone.length > 0 ? [...gonePages(gone, publication), list] : [];
}

/** Lines that nginx (`map`) and Apache (`RewriteMap`) both read, decoded as both compare. What either would take for more than an address is left to the page. */
function goneLines(gone: readonly Gone[], { base }: SiteBase): string {
  return gone
    .filter(({ address }) => !/[\s;{}"'\\$#]/.test(address))
    .map(({ address }) => `${base}${address} 1;\n`)
    .join('');
}

function gonePages(gone: readonly Gone[], { site, editions }: Publication): readonly MachineFile[] {
  return gone.map(({ address, reason }) => {
    const edition = editions.find(({ prefix }) => prefix !== '' && address.startsWith(`${prefix}/`));
    const language = edition?.language ?? site.language;
    const words = wordsOf(language);
    return new MachineFile(
      fileOfAddress(address),
      () =>
        html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.withdrawn} – ${site.name}</title>
<meta name="robots" content="noindex">
</head>
<body>
<h1>${words.withdrawn}</h1>
<p>${reason}</p>
</body>
</html>
`.markup,
    );
  });
}

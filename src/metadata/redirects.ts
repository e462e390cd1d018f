import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { AddressBook } from '../pages/address-book.ts';
import { resolveLink } from '../pages/links.ts';
import type { SitePath } from '../pages/site-path.ts';
import type { Publication } from '../publication/publication.ts';
import { flattenRedirects } from './flatten-redirects.ts';
import { addressKey, cleanAddress } from './old-address.ts';
import { REDIRECTS_FILE, type RedirectSource, redirectSources } from './redirect-sources.ts';

/** An old address and where it ends up, chains already followed. */
export interface Redirect {
  /** Decoded, from the root of the site: `/old/` or `/old.html`. */
  readonly from: string;
  /** An address from the root of the site, with query and anchor, or a web address elsewhere. */
  readonly to: string;
  /** The same page by capital letters: only a server can tell the two apart, many disks cannot. */
  readonly spelling?: true;
}

// Files that the site writes for machines, and folders that are not for pages.
const RESERVED =
  /^\/(?:(?:.*\/)?(?:feed\.(?:xml|json|css)|atom\.xml|index\.json|index\.html)|sitemap[^/]*\.xml|robots\.txt|404\.html|_redirects|_headers|_gone|sw\.js|manifest\.webmanifest|build\.json|(?:\.well-known|img|assets|files|pagefind|admin)(?:\/.*)?)$/;

// No address begins so.
const END = 'end ';

/** All redirects of a site, and what is wrong with them. Those that are wrong are left out. */
export function planRedirects(
  publication: Publication,
  book: AddressBook,
): { readonly redirects: readonly Redirect[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const taken = new Set([...book.at.keys(), ...book.hidden].map(addressKey));
  const kept = new Map<string, RedirectSource>();
  const spellings = new Map<string, Redirect>();
  for (const source of redirectSources(publication, book)) {
    if (isOtherSpelling(source, book)) {
      const from = cleanAddress(source.from);
      spellings.set(from, { from, to: source.to, spelling: true });
      continue;
    }
    const fault = faultOf(source, taken, kept);
    if (!fault) kept.set(addressKey(source.from), source);
    else if (source.written) problems.push({ ...source.written, ...fault });
  }

  const targets = new Map<string, string>();
  for (const [key, source] of kept) {
    const own = withinSite(source.to, publication);
    const step = own === undefined ? '' : addressKey(own.replace(/[?#].*$/s, ''));
    if (kept.has(step)) {
      targets.set(key, step);
      continue;
    }
    const target = targetOf(source, own, publication, book);
    if (typeof target !== 'string') {
      if (target && source.written) problems.push({ ...source.written, ...target });
      continue;
    }
    // Marked, so that a step without a target is not taken for an end.
    targets.set(key, END + target);
  }
  const { ends, loops } = flattenRedirects(targets);
  for (const loop of loops) {
    const written = loop.map((key) => kept.get(key)?.written).find((place) => place !== undefined);
    if (written) problems.push({ ...written, ...loopFault(loop.map((key) => kept.get(key)?.from ?? key)) });
  }
  const redirects = [...ends].flatMap(([key, end]): Redirect[] => {
    const source = kept.get(key);
    if (!source || source.hidden || !end.startsWith(END)) return [];
    return [{ from: cleanAddress(source.from), to: end.slice(END.length) }];
  });
  redirects.push(...spellings.values());
  return { redirects: redirects.sort((a, b) => (a.from < b.from ? -1 : 1)), problems };
}

/** Whether an old address is that of the page itself, in capital letters, which slugs here have not. */
function isOtherSpelling({ from, to }: RedirectSource, { at }: AddressBook): boolean {
  const page = cleanAddress(to);
  return at.has(page as SitePath) && addressKey(from) === addressKey(to) && cleanAddress(from) !== page;
}

type Fault = Pick<Problem, 'message' | 'help'> & { readonly code: DiagnosticCode };

function faultOf(
  { from, written }: RedirectSource,
  taken: ReadonlySet<string>,
  kept: ReadonlyMap<string, RedirectSource>,
): Fault | undefined {
  const clean = cleanAddress(from);
  if (/[?#]/.test(from))
    return {
      code: 'value-invalid',
      message: `a file has no \`?\` and no \`#\` in its address: ${from}`,
      help: 'write the part before it',
    };
  const parts = clean.split('/').slice(1);
  if (parts.some((part) => part === '.' || part === '..' || /[\\\0]/.test(part)) || clean.includes('//'))
    return {
      code: 'path-outside',
      message: `the address is none within the site: ${from}`,
      help: 'write an address from the root, such as /old/address/',
    };
  const key = addressKey(from);
  const conflict = (message: string, help: string): Fault => ({ code: 'redirect-conflict', message, help });
  if (taken.has(key)) return conflict(`a page stands at ${from}`, 'remove the redirect, or move the page first');
  if (RESERVED.test(clean.replace(/\/$/, '')))
    return conflict(`${from} is a file of the site itself`, 'remove the redirect');
  const owner = kept.get(key);
  const where = owner?.written?.file ?? (written && REDIRECTS_FILE);
  if (owner) return conflict(`${from} is redirected twice; the other is in ${where}`, 'keep one of the two');
  const above = parts.slice(0, -1).map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
  const file = above.find((folder) => /\.html?$/i.test(folder) && kept.has(folder.toLowerCase()));
  if (file !== undefined)
    return conflict(`${file} is redirected too, and cannot be a file and a folder`, 'keep one of the two');
  return undefined;
}

/** The address from the root of the site that a target means; undefined for one elsewhere. */
function withinSite(to: string, { site }: Publication): string | undefined {
  if (to.startsWith('/')) return to;
  const home = site.url.replace(/\/+$/, '');
  return to === home || to.startsWith(`${home}/`) ? to.slice(home.length) || '/' : undefined;
}

/** The address that a redirect leads to; what is wrong with it; or nothing while that is not published. */
function targetOf(
  { to, from }: RedirectSource,
  own: string | undefined,
  publication: Publication,
  book: AddressBook,
): string | Fault | undefined {
  if (own === undefined) {
    if (/^https?:/i.test(to)) return to;
    return {
      code: 'redirect-target-missing',
      message: `${from} leads to what is no page: ${to}`,
      help: 'lead it to an address of this site or to a web address',
    };
  }
  const target = resolveLink(own, REDIRECTS_FILE, publication, book);
  if (target.to === 'page') return target.path + target.suffix;
  if (target.to === 'hidden') return undefined;
  const help = target.to === 'nothing' ? target.help : 'lead it to a page';
  return { code: 'redirect-target-missing', message: `${from} leads to nothing: ${to}`, help };
}

function loopFault(addresses: readonly string[]): Fault {
  const ring = [...addresses, addresses[0] ?? ''].join(' → ');
  return {
    code: 'redirect-loop',
    message: `the redirects lead back to where they began: ${ring}`,
    help: 'lead one of them to a page that exists',
  };
}

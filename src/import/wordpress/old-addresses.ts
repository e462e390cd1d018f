import type { ContentPath } from '../../content/article.ts';
import { decodeAddress } from '../../html/decode-address.ts';
import { addressKey } from '../addresses-to-redirect.ts';
import type { PlacedItem } from './place-items.ts';
import type { Wxr } from './wxr.ts';

/** Addresses of the old site and what has become of them. */
export class OldAddresses {
  readonly #host: string;
  readonly #base: string;
  readonly #files = new Map<string, ContentPath>();
  readonly #byId = new Map<string, ContentPath>();

  constructor(wxr: Wxr, placed: readonly PlacedItem[]) {
    this.#base = wxr.url;
    this.#host = hostOf(wxr.url);
    for (const { item, file } of placed) {
      this.#byId.set(item.id, file);
      for (const address of oldAddressesOf(item)) this.#files.set(addressKey(address), file);
    }
  }

  /** The address that a link of the old site means, whole; undefined for what is none. */
  resolve(href: string): URL | undefined {
    return URL.parse(href, this.#base === '' ? undefined : `${this.#base.replace(/\/*$/, '')}/`) ?? undefined;
  }

  isOwn(url: URL): boolean {
    return this.#host !== '' && hostOf(url.href) === this.#host;
  }

  /** The file that an address of the old site was of. */
  fileAt(url: URL): ContentPath | undefined {
    const id = ['p', 'page_id', 'attachment_id']
      .map((name) => url.searchParams.get(name))
      .find((value) => value !== null);
    return id ? this.#byId.get(id) : this.#files.get(addressKey(url.pathname));
  }
}

/** Addresses at which an item was once found, as paths from the root. */
export function oldAddressesOf({ link, meta, former = [] }: PlacedItem['item']): readonly string[] {
  const paths = [link, ...former].flatMap((address) => {
    const url = URL.parse(address);
    return url === null || url.search !== '' || url.pathname === '/' ? [] : [url.pathname.replace(/\/{2,}/g, '/')];
  });
  const [path] = paths;
  const slug = meta.get('_wp_old_slug');
  if (path === undefined || !slug) return [...new Set(paths)];
  const moved = path.replace(/[^/]+(\/?)$/, (_, slash: string) => `${encodeURI(decodeAddress(slug))}${slash}`);
  return [...new Set([...paths, moved])];
}

const hostOf = (url: string): string => (URL.parse(url)?.host ?? '').replace(/^www\./, '');

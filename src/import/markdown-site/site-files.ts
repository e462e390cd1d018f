import path from 'node:path';
import type { ContentPath } from '../../content/article.ts';
import { decodeAddress } from '../../html/decode-address.ts';
import { IMPORTED, type MediaCopy } from '../pictures.ts';

// Where generators look for what is served as it is.
const ROOTS = ['', 'static/', 'assets/', 'public/', 'src/', 'content/'];

/** Pictures and documents of a site's folder, found by the addresses that its texts use. */
export class SiteFiles {
  readonly copies = new Map<ContentPath, MediaCopy>();
  readonly #files: ReadonlyMap<string, string>;

  constructor(files: Iterable<string>) {
    this.#files = new Map(
      [...files].filter((file) => !/\.(?:md|markdown|html?)$/i.test(file)).map((file) => [file.toLowerCase(), file]),
    );
  }

  /** The content path of the file that `src` means in the text `from`; it then comes along. */
  take(src: string, from: string): ContentPath | undefined {
    if (/^(?:[a-z][\w+.-]*:|\/\/)/i.test(src)) return undefined;
    const bare = decodeAddress(src.replace(/[?#].*$/, ''));
    const places = [
      path.posix.join(path.posix.dirname(from), bare),
      ...ROOTS.map((root) => path.posix.join(root, bare.replace(/^\/+/, ''))),
    ];
    const found = places.map((place) => this.#files.get(place.toLowerCase())).find((file) => file !== undefined);
    if (found === undefined) return undefined;
    const to = `${IMPORTED}/${found}`;
    this.copies.set(to, { from: found, to });
    return to;
  }
}

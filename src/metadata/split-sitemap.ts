import type { Reach } from '../pages/reach.ts';
import type { Moment } from '../schema/moment.ts';
import { latest } from './last-change.ts';
import { MachineFile } from './machine-file.ts';
import { type SitemapEntry, sitemapMarkup, urlMarkup } from './sitemap-markup.ts';

/** https://www.sitemaps.org/protocol.html: addresses and bytes of one file, uncompressed. */
export const SITEMAP_LIMITS = { addresses: 50_000, bytes: 52_428_800 } as const;

// Room for what stands around the addresses.
const FRAME = 1000;

/** A page that is to stand in a sitemap: its entry is made when somebody asks for it. */
export interface Listed {
  readonly changed?: Moment | undefined;
  /** The markup of its entry takes no more bytes than this. */
  readonly most: number;
  readonly entry: () => SitemapEntry;
}

/** An entry that is there already. */
export function listed(entry: SitemapEntry): Listed {
  return { changed: entry.changed, most: bytesOf(entry), entry: () => entry };
}

/** A file of addresses, and when the newest of them changed. */
export interface Sitemap {
  readonly file: MachineFile;
  readonly changed?: Moment | undefined;
}

/**
 * One sitemap `/name.xml`, or several, `/name-2.xml` and so on, where one would be larger than the limits allow. With
 * `reach` a build need not look at them each time.
 */
export function splitSitemap(
  name: string,
  pages: readonly Listed[],
  {
    limits = SITEMAP_LIMITS,
    reach,
  }: { readonly limits?: { readonly addresses: number; readonly bytes: number }; readonly reach?: Reach } = {},
): readonly Sitemap[] {
  const room = limits.bytes - FRAME;
  const fits = pages.reduce((sum, { most }) => sum + most, 0) <= room;
  const parts: { pages: Listed[]; bytes: number }[] = [];
  for (const page of pages) {
    const bytes = fits ? page.most : bytesOf(page.entry());
    let part = parts.at(-1);
    if (!part || part.pages.length >= limits.addresses || part.bytes + bytes > room) {
      part = { pages: [], bytes: 0 };
      parts.push(part);
    }
    part.pages.push(page);
    part.bytes += bytes;
  }
  return parts.map((part, i) => {
    const entries = (): readonly SitemapEntry[] => part.pages.map(({ entry }) => entry());
    const address = `/${name}${i === 0 ? '' : `-${i + 1}`}.xml`;
    return {
      file: new MachineFile(address, () => sitemapMarkup(entries().map(urlMarkup)), reach && entries, reach),
      changed: latest(part.pages.flatMap(({ changed }) => changed ?? [])),
    };
  });
}

const bytesOf = (entry: SitemapEntry): number => Buffer.byteLength(urlMarkup(entry).markup);

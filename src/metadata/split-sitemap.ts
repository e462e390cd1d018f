import type { SafeXml } from '../html/xml.ts';
import { latest } from './last-change.ts';
import { MachineFile } from './machine-file.ts';
import { type SitemapEntry, sitemapMarkup, urlMarkup } from './sitemap-markup.ts';

/** https://www.sitemaps.org/protocol.html: addresses and bytes of one file, uncompressed. */
export const SITEMAP_LIMITS = { addresses: 50_000, bytes: 52_428_800 } as const;

// Room for what stands around the addresses.
const FRAME = 1000;

/** A file of addresses, and when the newest of them changed. */
export interface Sitemap {
  readonly file: MachineFile;
  readonly changed?: SitemapEntry['changed'];
}

/** One sitemap `/name.xml`, or several, `/name-2.xml` and so on, where one would be larger than the limits allow. */
export function splitSitemap(
  name: string,
  entries: readonly SitemapEntry[],
  limits: { readonly addresses: number; readonly bytes: number } = SITEMAP_LIMITS,
): readonly Sitemap[] {
  const parts: { urls: SafeXml[]; entries: SitemapEntry[]; bytes: number }[] = [];
  for (const entry of entries) {
    const url = urlMarkup(entry);
    const bytes = Buffer.byteLength(url.markup);
    let part = parts.at(-1);
    if (!part || part.urls.length >= limits.addresses || part.bytes + bytes > limits.bytes - FRAME) {
      part = { urls: [], entries: [], bytes: 0 };
      parts.push(part);
    }
    part.urls.push(url);
    part.entries.push(entry);
    part.bytes += bytes;
  }
  return parts.map((part, i) => {
    const changed = latest(part.entries.flatMap((entry) => entry.changed ?? []));
    return {
      file: new MachineFile(`/${name}${i === 0 ? '' : `-${i + 1}`}.xml`, () => sitemapMarkup(part.urls)),
      ...(changed ? { changed } : {}),
    };
  });
}

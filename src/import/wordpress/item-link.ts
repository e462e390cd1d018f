import { DOWNLOADS } from '../../pages/links.ts';
import type { Notes } from '../import-note.ts';
import { LOST_LINK, lostLink } from '../lost-links.ts';
import { encodeSrc } from '../pictures.ts';
import type { ItemContext } from './item-context.ts';
import type { WxrItem } from './wxr.ts';

/** Where a link of an item leads now; undefined when only its words stay. */
export function linkOf(
  href: string,
  item: WxrItem,
  { old, library, site, rules }: ItemContext,
  notes: Notes,
): string | undefined {
  if (/^(?:mailto|tel):/i.test(href)) return href;
  if (href.startsWith('#')) {
    notes.changed('a link within the page is plain text now');
    return undefined;
  }
  const url = old.resolve(href);
  if (!url || !/^https?:$/.test(url.protocol)) {
    notes.changed('a link that no browser should follow is plain text now', '', href.slice(0, 60));
    return undefined;
  }
  const published = DOWNLOADS.test(url.pathname);
  const upload = published ? library.take(url.href) : undefined;
  if (upload !== undefined) return encodeSrc(upload);
  if (!published && library.has(url.href))
    notes.person('a file of a kind that is not published here stays with the old site', url.href, url.href);
  if (!old.isOwn(url)) return /^https?:/i.test(href) ? href : url.href;
  if (url.pathname === '/' && url.search === '') return '/';
  const file = old.fileAt(url);
  if (file !== undefined) return `/${file}`;
  const { lostLinks = 'leave' } = rules;
  if (lostLinks === 'leave') {
    if (url.origin !== new URL(site.url).origin) notes.person('a link still leads to the old site', url.href, url.href);
    return url.href;
  }
  const target = lostLink(url.href, item.date.slice(0, 10), { lostLinks, address: url.origin });
  notes.changed(LOST_LINK[lostLinks][1], target ?? '', url.href);
  return target;
}

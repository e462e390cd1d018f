import type { ContentPath } from '../../content/article.ts';
import { decodeAddress } from '../../html/decode-address.ts';
import { addressKey } from '../addresses-to-redirect.ts';
import type { Notes } from '../import-note.ts';
import type { ImportRules } from '../import-rules.ts';
import { isListing, LOST_LINK, lostLink } from '../lost-links.ts';
import { encodeSrc } from '../pictures.ts';
import { nameOf } from './file-names.ts';
import type { PlacedText } from './place-texts.ts';
import type { SiteFiles } from './site-files.ts';

/** What is where, there and here. */
export interface Whereabouts {
  readonly rules: ImportRules;
  readonly library: SiteFiles;
  readonly byName: ReadonlyMap<string, ContentPath>;
  /** By old address. */
  readonly byAddress: ReadonlyMap<string, ContentPath>;
  /** By file: its anchors there, each with the one that stands in its place here. */
  readonly anchors: ReadonlyMap<ContentPath, ReadonlyMap<string, string>>;
  /** Keys of the addresses that this publication has, or redirects. */
  readonly known: ReadonlySet<string>;
}

/** Where a link of a text leads now; undefined when only its words stay. */
export function linkWithin(
  href: string,
  { source, date, file }: PlacedText,
  { rules, library, byName, byAddress, known, anchors }: Whereabouts,
  notes: Notes,
): string | undefined {
  const local = withoutOrigin(href, rules.address);
  const [, written = '', anchor = ''] = /^([^#]*)(#.*)?$/.exec(local) ?? [];
  const anchorIn = (target: ContentPath): string => {
    const own = anchors.get(target)?.get(decodeAddress(withoutMarking(anchor)));
    if (own === undefined && anchor.length > 1)
      notes.changed('a link to a place in a text leads to the text', '', local);
    return own === undefined ? '' : `#${own}`;
  };
  if (written === '') return anchorIn(file) || (anchor === '' ? href : undefined);
  if (/^\/(?:articles|pages)\/.*\.md$/.test(written)) return `${written}${anchorIn(written.slice(1))}`;
  if (/^(?:https?:|mailto:|tel:|\/\/|\/images\/imported\/)/i.test(written)) return href;
  if (/^[a-z][\w+.-]*:/i.test(written)) {
    notes.person('a link that no browser should follow is plain text now', '', href.slice(0, 60));
    return undefined;
  }
  const path = written.replace(/\?.*$/, '');
  const found = path.startsWith('/') ? byAddress.get(addressKey(path)) : byName.get(nameOf(path));
  if (found !== undefined) return `/${found}${anchorIn(found)}`;
  const document = /\.\w+$/.test(path) ? library.take(path, source) : undefined;
  if (document !== undefined) return encodeSrc(document);
  if (known.has(addressKey(path)) || isListing(path)) return local;
  const { lostLinks = 'leave' } = rules;
  const rooted = path.startsWith('/') || rules.address === undefined ? href : new URL(href, rules.address).href;
  const target = lostLink(rooted, (date || '1970-01-01').slice(0, 10), rules);
  const [kind, message] = LOST_LINK[lostLinks];
  notes[kind](message, target ?? '', local);
  return target;
}

/** A link to the old site's own address, as one from its root. */
function withoutOrigin(href: string, address: string | undefined): string {
  const [own, url] = [address === undefined ? null : URL.parse(address), URL.parse(href)];
  const bare = (host: string): string => host.replace(/^www\./, '');
  if (own === null || url === null || bare(own.host) !== bare(url.host)) return href;
  return `${url.pathname}${url.search}${url.hash}`;
}

// What a browser should mark in a text says nothing that an anchor of ours could hold.
const withoutMarking = (anchor: string): string => anchor.replace(/^#/, '').replace(/:~:.*$/, '');

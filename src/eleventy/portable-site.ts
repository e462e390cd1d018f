import type { Content } from '../content/load-content.ts';
import { openBodies, type PortableBodies } from '../content/portable-bodies.ts';
import type { History } from '../history/load-history.ts';
import type { PreparedPictures } from '../images/prepare-pictures.ts';
import type { OldAddresses } from '../metadata/old-addresses.ts';
import { writeAddressBook } from '../pages/address-book.ts';
import { filesLinked } from '../pages/files-shown.ts';
import { buildPublication } from '../publication/publication.ts';
import type { CheckedSite, SiteOptions } from './check-site.ts';

/** What another thread needs to plan the same site: what was read, and little that can be worked out from it. */
export interface PortableSite {
  readonly content: Omit<Content, 'bodies' | 'diagnostics'>;
  readonly bodies: PortableBodies;
  readonly pictures: Omit<PreparedPictures, 'convertOnRequest'>;
  readonly old: OldAddresses;
  readonly history?: History | undefined;
  readonly options: PlanOptions;
}

/** The part of the options that planning depends on. */
export type PlanOptions = Pick<SiteOptions, 'content' | 'assets' | 'cache' | 'now' | 'baseUrl' | 'purpose' | 'jobs'>;

/** Undefined when the bodies stand in this thread's memory alone. */
export function portableSite(checked: CheckedSite, options: SiteOptions): PortableSite | undefined {
  const { bodies, diagnostics: _, ...content } = checked.content;
  if (!bodies.portable) return undefined;
  const { pictures, failures, files } = checked.pictures;
  const { content: folder, assets, cache, now, baseUrl, purpose, jobs } = options;
  return {
    content,
    bodies: bodies.portable,
    pictures: { pictures, failures, files },
    old: checked.old,
    history: checked.history,
    options: { content: folder, assets, cache, now, purpose, jobs, ...(baseUrl === undefined ? {} : { baseUrl }) },
  };
}

/** The site that was sent: checked already, so that nothing can be wrong with it. */
export function receiveSite({ content, bodies, pictures, old, history, options }: PortableSite): CheckedSite {
  const all: Content = { ...content, bodies: openBodies(bodies), diagnostics: [] };
  const { publication } = buildPublication(all, { now: options.now, preview: options.purpose === 'preview' });
  if (!publication) throw new Error('a site without settings was sent to be made');
  const { book } = writeAddressBook(publication, history?.versions.keys());
  return {
    content: all,
    publication,
    book,
    old,
    pictures: { ...pictures, convertOnRequest: async () => undefined },
    linked: filesLinked(publication, book),
    ...(history ? { history } : {}),
  };
}

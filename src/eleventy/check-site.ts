import path from 'node:path';
import { type Content, loadContent, type SourceReader } from '../content/load-content.ts';
import { locateProblems } from '../content/locate-problems.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { fileOf } from '../files/file-of.ts';
import type { History } from '../history/load-history.ts';
import { type PreparedPictures, preparePictures } from '../images/prepare-pictures.ts';
import { type OldAddresses, planOldAddresses } from '../metadata/old-addresses.ts';
import { checkSecurityText } from '../metadata/security-text.ts';
import { type AddressBook, writeAddressBook } from '../pages/address-book.ts';
import { checkSiteLinks } from '../pages/check-site-links.ts';
import { checkFilesLinked, type FilesLinked, filesLinked, picturesShown } from '../pages/files-shown.ts';
import { checkLinks } from '../pages/links.ts';
import { buildPublication, type Publication } from '../publication/publication.ts';
import { checkStyle, hasStrictChecks } from './check-style.ts';
import { checkLinkedPictures } from './linked-files.ts';
import { readHistory } from './read-history.ts';
import type { Shard } from './shard.ts';

export interface SiteOptions {
  readonly content: string;
  readonly assets: string;
  readonly cache: string;
  /** Milliseconds since 1970, UTC: the only clock there is. */
  readonly now: number;
  readonly baseUrl?: string;
  /** `preview` shows drafts and scheduled articles, `check` looks at their pictures too; only `build` converts pictures. */
  readonly purpose: 'build' | 'preview' | 'check';
  readonly jobs: number;
  /** The part of the site that is built; all of it without. */
  readonly shard?: Shard;
  readonly reader: SourceReader;
  /** Told how far the conversion of pictures, or the drawing of share images, has come. */
  readonly onProgress?: (
    of: 'pictures' | 'share images',
    done: number,
    total: number,
    millisecondsLeft: number,
  ) => void;
  /** Told what has been read, whether or not it is right. */
  readonly onContent?: (content: Content) => Promise<void>;
}

/** What a site is made of, once nothing is wrong with it. */
export interface CheckedSite {
  readonly content: Content;
  readonly publication: Publication;
  readonly book: AddressBook;
  readonly old: OldAddresses;
  readonly pictures: PreparedPictures;
  readonly linked: FilesLinked;
  /** How articles have changed, where the site shows it. */
  readonly history?: History;
}

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly content: Content;
}

/** Reads and checks a whole site. Without `checked` the content has errors; every one of them is in `diagnostics`. */
export async function checkSite(options: SiteOptions): Promise<Checked & { readonly checked?: CheckedSite }> {
  const content = await loadContent(options.content, options.reader);
  await options.onContent?.(content);
  const preview = options.purpose === 'preview';
  const { publication, problems } = buildPublication(content, { now: options.now, preview });
  const told = publication?.site.history ? await readHistory(publication, options) : undefined;
  const addresses = publication && writeAddressBook(publication, told?.history?.versions.keys());
  const unread = new Set(content.diagnostics.map(({ file }) => file));
  const old = publication && addresses && planOldAddresses(publication, addresses.book, content.ledger, unread);
  const found: Problem[] = [
    ...problems,
    ...(told?.problems ?? []),
    ...(addresses?.problems ?? []),
    ...(old?.problems ?? []),
  ];
  const linked = publication && addresses && filesLinked(publication, addresses.book);
  if (publication && addresses && linked) {
    found.push(...checkFilesLinked(linked));
    found.push(...checkLinks(publication, addresses.book), ...checkSiteLinks(publication, addresses.book));
    found.push(...checkSecurityText(publication));
  }
  const diagnostics = [...content.diagnostics, ...(await locateProblems(options.content, found))];
  // Of style a check tells everything, a build and a preview what site.yaml calls an error.
  const styleOf = async (pictures?: PreparedPictures): Promise<readonly Diagnostic[]> => {
    if (options.purpose !== 'check' && !hasStrictChecks(content)) return [];
    const style = await checkStyle({ root: options.content, content, tags: publication?.tags, pictures });
    return options.purpose === 'check' ? style : style.filter(({ severity }) => severity === 'error');
  };
  // Pictures cost the most, so they wait until the texts are right; `check` still looks at every one of them.
  if (!publication || !addresses || !linked || !old || hasErrors(diagnostics)) {
    diagnostics.push(...(await styleOf()));
    return { content, diagnostics: diagnostics.sort(compareDiagnostics) };
  }

  const shown = picturesShown(publication, options.purpose === 'check');
  const pictures = await picturesOf(shown.keys(), options);
  const telling = options.purpose === 'preview' ? [] : await checkLinkedPictures(linked, options.content);
  diagnostics.push(...(await locateProblems(options.content, [...unreadable(pictures, shown), ...telling])));
  diagnostics.push(...(await styleOf(pictures)));
  diagnostics.sort(compareDiagnostics);
  if (hasErrors(diagnostics)) return { content, diagnostics };
  return {
    content,
    diagnostics,
    checked: {
      content,
      publication,
      book: addresses.book,
      old,
      pictures,
      linked,
      ...(told?.history ? { history: told.history } : {}),
    },
  };
}

function picturesOf(keys: Iterable<string>, options: SiteOptions): Promise<PreparedPictures> {
  const requests = [...keys].map((key) => ({ key, file: fileOf(options.content, key) }));
  return preparePictures(requests, {
    cacheDirectory: path.join(options.cache, 'images'),
    mode: options.purpose === 'build' && options.shard === undefined ? 'build' : 'on-request',
    concurrency: options.jobs,
    onProgress: (...progress) => options.onProgress?.('pictures', ...progress),
  });
}

function unreadable({ failures }: PreparedPictures, shown: ReadonlyMap<string, string>): Problem[] {
  return failures.map(({ key, reason, cure }) => ({
    code: 'image-unreadable',
    file: shown.get(key) ?? key,
    place: { at: 'text', line: 1, text: key.slice(key.lastIndexOf('/') + 1) },
    message: `the picture ${key} cannot be read: ${reason}`,
    help: cure ?? 'save the picture again from its original, as JPEG or PNG',
  }));
}

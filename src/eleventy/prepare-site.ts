import path from 'node:path';
import { loadContent, type SourceReader } from '../content/load-content.ts';
import { locateProblems } from '../content/locate-problems.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { compareDiagnostics, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { type PreparedPictures, preparePictures } from '../images/prepare-pictures.ts';
import { ShareImages, typefacesKey } from '../images/share-images.ts';
import { ledgerText } from '../metadata/ledger.ts';
import { machineFiles } from '../metadata/machine-files.ts';
import { planOldAddresses } from '../metadata/old-addresses.ts';
import { type HeaderRule, headerRules } from '../metadata/response-headers.ts';
import { checkSecurityText } from '../metadata/security-text.ts';
import { writeAddressBook } from '../pages/address-book.ts';
import { checkSiteLinks } from '../pages/check-site-links.ts';
import { filesLinked, picturesShown } from '../pages/files-shown.ts';
import { checkLinks, filePath } from '../pages/links.ts';
import { PageContext } from '../pages/page-context.ts';
import { type PlannedPage, planPages } from '../pages/plan-pages.ts';
import { shareImages } from '../pages/share-view.ts';
import { siteBase } from '../pages/site-path.ts';
import { siteView } from '../pages/site-view.ts';
import { themeStyleSheet } from '../pages/theme.ts';
import { groupTranslations } from '../pages/translations.ts';
import type { SiteView } from '../pages/views.ts';
import { buildPublication, type Publication } from '../publication/publication.ts';
import { SearchIndex } from '../search/search-index.ts';
import { assetAddresses, madeAsset, readAssets } from './assets.ts';
import type { SiteFile } from './site-file.ts';

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
  readonly reader: SourceReader;
  readonly onPicture?: (done: number, total: number, millisecondsLeft: number) => void;
}

/** A page ready to be rendered by its layout. */
export interface SitePage extends PlannedPage {
  readonly site: SiteView;
}

/** A site that has no errors, ready to be written: what Eleventy renders and what is copied. */
export interface PreparedSite {
  readonly publication: Publication;
  readonly pages: readonly SitePage[];
  readonly files: readonly SiteFile[];
  readonly headers: readonly HeaderRule[];
  readonly pictures: PreparedPictures;
  readonly share: ShareImages;
  readonly search: SearchIndex;
  /** What addresses.txt is to say once this is published. */
  readonly ledger: { readonly text: string; readonly changed: boolean };
}

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, checks and plans a whole site. Without `site` the content has errors; every one of them is in `diagnostics`. */
export async function prepareSite(options: SiteOptions): Promise<Checked & { readonly site?: PreparedSite }> {
  const content = await loadContent(options.content, options.reader);
  const { publication, problems } = buildPublication(content, {
    now: options.now,
    preview: options.purpose === 'preview',
  });
  const addresses = publication && writeAddressBook(publication);
  const old = publication && addresses && planOldAddresses(publication, addresses.book, content.ledger);
  const found: Problem[] = [
    ...problems,
    ...(addresses?.problems ?? []),
    ...(publication && addresses
      ? [...checkLinks(publication, addresses.book), ...checkSiteLinks(publication, addresses.book)]
      : []),
    ...(old?.problems ?? []),
    ...(publication ? checkSecurityText(publication) : []),
  ];
  const diagnostics = [...content.diagnostics, ...(await locateProblems(options.content, found))];
  // Pictures cost the most, so they wait until the texts are right; `check` still looks at every one of them.
  if (!publication || !addresses || !old || hasErrors(diagnostics))
    return { diagnostics: diagnostics.sort(compareDiagnostics) };

  const shown = picturesShown(publication, options.purpose === 'check');
  const pictures = await preparePictures(
    [...shown.keys()].map((key) => ({ key, file: path.join(options.content, key) })),
    {
      cacheDirectory: path.join(options.cache, 'images'),
      mode: options.purpose === 'build' ? 'build' : 'on-request',
      concurrency: options.jobs,
      ...(options.onPicture ? { onProgress: options.onPicture } : {}),
    },
  );
  diagnostics.push(...(await locateProblems(options.content, unreadable(pictures, shown))));
  diagnostics.sort(compareDiagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };

  const base = siteBase(options.baseUrl ?? publication.site.url);
  const theme = themeStyleSheet(publication.site.design);
  const assets = [
    ...(await readAssets(options.assets)),
    ...(theme === undefined ? [] : [madeAsset('theme.css', theme)]),
  ];
  const addressesOfAssets = assetAddresses(assets, base);
  const groups = groupTranslations(publication);
  const fonts = path.join(options.assets, 'fonts');
  const typefaces = await typefacesKey(fonts);
  const contexts = publication.editions.map(
    (edition) => new PageContext(publication, edition, addresses.book, base, pictures.pictures, typefaces),
  );
  const pages = contexts.flatMap((context) => {
    const site = siteView(context, addressesOfAssets);
    return planPages(context, groups).map((page) => ({ ...page, site }));
  });
  const share = new ShareImages(contexts.flatMap(shareImages), {
    content: options.content,
    fonts,
    cacheDirectory: path.join(options.cache, 'images'),
    concurrency: options.jobs,
    ...(options.onPicture ? { onProgress: options.onPicture } : {}),
  });
  const headers = headerRules(contexts);
  const ledger = ledgerText(content.ledger, publication, addresses.book);
  const files: SiteFile[] = [
    ...assets.map(({ address, bytes }) => ({ address, bytes })),
    ...machineFiles({ contexts, groups, assets: addressesOfAssets, headers, old }),
    ...share.files,
    ...pictures.files.map(({ address, source }) => ({ address, shared: source })),
    ...[...filesLinked(publication, addresses.book)].map((source) => ({
      address: filePath(source),
      source: path.join(options.content, source),
    })),
  ];
  return {
    diagnostics,
    site: {
      publication,
      pages,
      files,
      headers,
      pictures,
      share,
      search: new SearchIndex(contexts, options.cache),
      ledger: { text: ledger, changed: ledger !== (content.ledger.text ?? '') },
    },
  };
}

function unreadable({ failures }: PreparedPictures, shown: ReadonlyMap<string, string>): Problem[] {
  return failures.map(({ key, reason }) => ({
    code: 'image-unreadable',
    file: shown.get(key) ?? key,
    place: { at: 'text', line: 1, text: key.slice(key.lastIndexOf('/') + 1) },
    message: `the picture ${key} cannot be read: ${reason}`,
    help: 'save the picture again from its original, as JPEG or PNG',
  }));
}

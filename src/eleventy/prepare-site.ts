import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deskConfig } from '../desk/desk-config.ts';
import { deskPage } from '../desk/desk-page.ts';
import { deskSource } from '../desk/desk-source.ts';
import { identityOf } from '../files/identity-of.ts';
import type { PreparedPictures } from '../images/prepare-pictures.ts';
import { ShareImages, typefacesKey } from '../images/share-images.ts';
import { nextDue } from '../metadata/build-file.ts';
import { earlyHints } from '../metadata/early-hints.ts';
import { ledgerText } from '../metadata/ledger.ts';
import type { MachineFile } from '../metadata/machine-file.ts';
import { bulkFiles, machineFiles } from '../metadata/machine-files.ts';
import { newsOf } from '../metadata/news-sitemap.ts';
import { type HeaderRule, headerRules } from '../metadata/response-headers.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { PageContext } from '../pages/page-context.ts';
import { type PlannedPage, planPages } from '../pages/plan-pages.ts';
import { shareImages } from '../pages/share-view.ts';
import { siteBase } from '../pages/site-path.ts';
import type { SiteView } from '../pages/site-view.ts';
import { siteView } from '../pages/site-view.ts';
import { themeStyleSheet } from '../pages/theme.ts';
import { groupTranslations, type TranslationGroups } from '../pages/translations.ts';
import type { Publication } from '../publication/publication.ts';
import { SearchIndex } from '../search/search-index.ts';
import { assetAddresses, assetIntegrity, integrityOf, isStyleOfArticles, madeAsset, readAssets } from './assets.ts';
import { type Checked, type CheckedSite, checkSite, type SiteOptions } from './check-site.ts';
import { deskFiles } from './desk-files.ts';
import { linkedFiles } from './linked-files.ts';
import type { SiteFile } from './site-file.ts';

/** A page ready to be rendered by its layout. */
export interface SitePage extends PlannedPage {
  readonly site: SiteView;
}

/** A site that has no errors, ready to be written: what Eleventy renders and what is copied. */
export interface PreparedSite {
  readonly publication: Publication;
  /** One for each edition. */
  readonly contexts: readonly PageContext[];
  readonly groups: TranslationGroups;
  readonly pages: readonly SitePage[];
  readonly files: readonly SiteFile[];
  /** Those of the files of which there are the more the more articles there are. */
  readonly bulk: readonly MachineFile[];
  readonly headers: readonly HeaderRule[];
  /** Changes with the files that are no pages and not among the bulk, as far as articles and pictures do not decide on them. */
  readonly key: string;
  /** Threads to use. */
  readonly jobs: number;
  readonly pictures: PreparedPictures;
  readonly share: ShareImages;
  readonly search: SearchIndex;
  /** Clean addresses from which something was withdrawn. */
  readonly gone: ReadonlySet<string>;
  /** What addresses.txt is to say once this is published. */
  readonly ledger: { readonly text: string; readonly changed: boolean };
}

/** Reads, checks and plans a whole site. Without `site` the content has errors; every one of them is in `diagnostics`. */
export async function prepareSite(options: SiteOptions): Promise<Checked & { readonly site?: PreparedSite }> {
  const { checked, ...found } = await checkSite(options);
  if (!checked) return found;
  return { ...found, site: await planSite(checked, options) };
}

/** What there is to render, to draw, to index and to copy. */
async function planSite(
  { content, publication, book, old, pictures, linked, history }: CheckedSite,
  options: SiteOptions,
): Promise<PreparedSite> {
  const base = siteBase(options.baseUrl ?? publication.site.url);
  const theme = themeStyleSheet(publication.site.design);
  const made = theme === undefined ? [] : [madeAsset('theme.css', theme)];
  const assets = [...(await readAssets(options.assets)), ...made];
  const addressesOfAssets = assetAddresses(assets, base);
  const shared = { assets: addressesOfAssets, integrity: assetIntegrity(assets) };
  const groups = groupTranslations(publication);
  const fonts = path.join(options.assets, 'fonts');
  const typefaces = await typefacesKey(fonts);
  const contexts = publication.editions.map(
    (edition) => new PageContext(publication, edition, book, base, pictures.pictures, typefaces, history),
  );
  const pages = contexts.flatMap((context) => {
    const site = siteView(context, shared);
    return planPages(context, groups).map((page) => ({ ...page, site }));
  });
  const planShare = (): ShareImages =>
    new ShareImages(contexts.flatMap(shareImages), {
      content: options.content,
      fonts,
      cacheDirectory: path.join(options.cache, 'images'),
      concurrency: options.jobs,
      onProgress: (...progress) => options.onProgress?.('share images', ...progress),
    });
  const headers = [...headerRules(contexts), ...earlyHints(contexts, shared)];
  const ledger = ledgerText(content.ledger, publication, book);
  const downloads = await linkedFiles(linked.keys(), options.content);
  const listFiles = (): readonly SiteFile[] => [
    ...assets.map(({ address, bytes }) => ({ address, bytes })),
    ...planned.bulk,
    ...machineFiles({ contexts, groups, assets: addressesOfAssets, headers, old }),
    ...(publication.site.desk ? publishedDesk(publication, Object.values(addressesOfAssets)) : []),
    ...planned.share.files,
    ...pictures.files.map(({ address, source }) => ({ address, shared: source })),
    ...downloads,
  ];
  // Planned when they are asked for: a preview that shows one page needs no sitemap and no search.
  let files: readonly SiteFile[] | undefined;
  let bulk: readonly MachineFile[] | undefined;
  let share: ShareImages | undefined;
  let search: SearchIndex | undefined;
  const planned: PreparedSite = {
    publication,
    contexts,
    groups,
    pages,
    headers,
    jobs: options.jobs,
    pictures,
    gone: new Set(old.gone.map(({ address }) => address)),
    ledger: { text: ledger, changed: ledger !== (content.ledger.text ?? '') },
    get key() {
      return fingerprint([
        [...assets, ...downloads].map((file) => [file.address, keyOfFile(file)]),
        [headers, old.redirects, old.gone],
        [newsOf(contexts).map(({ entry }) => entry.article.source), nextDue(publication)],
      ]);
    },
    get share() {
      share ??= planShare();
      return share;
    },
    get bulk() {
      bulk ??= bulkFiles({ contexts, groups, assets: addressesOfAssets });
      return bulk;
    },
    get files() {
      files ??= listFiles();
      return files;
    },
    get search() {
      search ??= SearchIndex.plan(contexts, options.cache);
      return search;
    },
  };
  return planned;
}

/** Changes with what is published under its address, if it is no picture. */
function keyOfFile(file: SiteFile): string {
  if ('bytes' in file) return fingerprint(file.bytes.toString('latin1'));
  return 'source' in file ? identityOf(file.source) : file.shared;
}

/** The desk at /admin/, for sites that have one. Its configuration says nothing of what is not published. */
function publishedDesk({ site, entries }: Publication, addresses: readonly string[]): readonly SiteFile[] {
  const config = deskConfig(deskSource(site, entries.keys(), false));
  const styles = addresses.filter(isStyleOfArticles);
  const files = deskFiles();
  const script = files.find(({ address }) => address === '/admin/desk.js');
  const integrity = script && 'source' in script ? integrityOf(readFileSync(script.source)) : undefined;
  return [
    { address: '/admin/index.html', bytes: Buffer.from(deskPage(site.name, integrity)) },
    { address: '/admin/config.json', bytes: Buffer.from(`${JSON.stringify({ ...config, styles })}\n`) },
    ...files,
  ];
}

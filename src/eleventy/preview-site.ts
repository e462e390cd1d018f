import { readFile } from 'node:fs/promises';

import type { Article, ContentPath } from '../content/article.ts';

import type { Content } from '../content/load-content.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { cleanAddress, fileOfAddress } from '../metadata/old-address.ts';
import { headersFor } from '../metadata/response-headers.ts';
import { previewSecurityPolicy } from '../metadata/security-policy.ts';
import { SEARCH_FILES } from '../pages/addresses.ts';
import type { SitePath } from '../pages/site-path.ts';
import { isStyleOfArticles } from './assets.ts';

import type { SiteOptions } from './check-site.ts';
import { type PageFacts, pageFacts } from './companion/page-facts.ts';
import { typeOf } from './content-type.ts';
import { PageRenderer } from './page-renderer.ts';
import { patchArticle } from './patch-article.ts';
import { type PreparedSite, prepareSite, type SitePage } from './prepare-site.ts';

export interface Answer {
  readonly status: 200 | 404 | 410;
  readonly type: string;
  readonly body: string | Buffer;
}

/** The site as it is being written: what the last good content gives, and what is wrong with the present one. */
export class PreviewSite {
  readonly #options: SiteOptions;
  readonly #renderer = new PageRenderer();
  #site: PreparedSite | undefined;
  #pages = new Map<string, SitePage>();
  #diagnostics: readonly Diagnostic[] = [];
  #content: Content | undefined;

  constructor(options: SiteOptions) {
    this.#options = options;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Nothing could be shown so far. */
  get isEmpty(): boolean {
    return this.#site === undefined;
  }

  get articles(): number {
    return this.#site?.publication.entries.size ?? 0;
  }

  /** Addresses of the style sheets that articles are shown with. */
  get styleSheets(): readonly string[] {
    return (this.#site?.files ?? []).map(({ address }) => address).filter(isStyleOfArticles);
  }

  /** Reads the content again. With errors in it the last good pages stay. Resolves to whether there are none. */
  async refresh(): Promise<boolean> {
    const { site, diagnostics, content } = await prepareSite({ ...this.#options, purpose: 'preview' });
    this.#diagnostics = diagnostics;
    this.#content = content;
    if (!site || hasErrors(diagnostics)) return false;
    this.#site = site;
    this.#pages = new Map(site.pages.map((page) => [page.path, page]));
    return true;
  }

  /**
   * Shows an article as it was just saved, on its own page and nowhere else, in the time that one page takes. Its address;
   * undefined when that cannot be done, or when the file has errors: `refresh` then tells.
   */
  patch(source: ContentPath): SitePath | undefined {
    const again = this.#site && this.#options.reader.readAgain?.(source);
    if (!this.#site || again?.source.kind !== 'article' || !again.source.document) return undefined;
    const page = patchArticle(this.#site, again.source.document as Article, again.bodies);
    if (!page) return undefined;
    this.#pages.set(page.path, page);
    return page.path;
  }

  /** What stands at an address (without query, decoded); rendered or converted only now. */
  async answer(address: string): Promise<Answer> {
    const page = this.#pages.get(address) ?? this.#pages.get(`${address}/`);
    if (page) return { status: 200, type: 'text/html; charset=utf-8', body: await this.#renderer.render(page) };
    const clean = cleanAddress(address);
    const withdrawn = this.#site?.gone.has(clean) ? await this.#file(fileOfAddress(clean), this.#site) : undefined;
    if (withdrawn) return { status: 410, type: 'text/html; charset=utf-8', body: String(withdrawn) };
    const file = this.#site && (await this.#file(address, this.#site));
    if (file) return { status: 200, type: typeOf(address), body: file };
    const notFound = this.#pages.get('/404.html');
    const body = notFound ? await this.#renderer.render(notFound) : EMPTY;
    return { status: notFound ? 404 : 200, type: 'text/html; charset=utf-8', body };
  }

  /** What an editor wants to know of the page at an address. */
  async factsOf(address: string): Promise<PageFacts | undefined> {
    const page = this.#pages.get(address) ?? this.#pages.get(`${address}/`);
    if (!page || !this.#site || !this.#content) return undefined;
    const { content: root, now } = this.#options;
    return pageFacts({ root, now, page, site: this.#site, content: this.#content, diagnostics: this.#diagnostics });
  }

  /** The headers that readers get with an address, as far as they hold for a preview: on this machine, and always fresh. */
  headersFor(address: string): Readonly<Record<string, string>> {
    const {
      'Content-Security-Policy': policy,
      'Strict-Transport-Security': _,
      'Cache-Control': __,
      ...headers
    } = headersFor(address, this.#site?.headers ?? []);
    return policy === undefined ? headers : { 'Content-Security-Policy': previewSecurityPolicy(policy), ...headers };
  }

  async #file(address: string, site: PreparedSite): Promise<Buffer | undefined> {
    if (address.startsWith(SEARCH_FILES)) return site.search.read(address);
    const file = site.files.find((candidate) => candidate.address === address);
    if (!file) return undefined;
    if ('bytes' in file) return file.bytes;
    if ('source' in file) return readFile(file.source);
    const shown = await site.share.makeOnRequest(address);
    if (shown) return shown;
    const converted = await site.pictures.convertOnRequest(address);
    return converted && readFile(converted.file);
  }
}

// Until the first good build there is no layout to show the diagnostics in.
const EMPTY =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body></body></html>';

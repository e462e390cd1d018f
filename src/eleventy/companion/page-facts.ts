import path from 'node:path';
import type { Article, ContentImage, ContentPath, Page } from '../../content/article.ts';
import type { Content } from '../../content/load-content.ts';
import { compareDiagnostics, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { articlePath, pagePath } from '../../pages/addresses.ts';
import type { ShareImageView } from '../../pages/part-views.ts';
import { stateOf } from '../../publication/visibility.ts';
import { checkStyle } from '../check-style.ts';
import type { PreparedSite, SitePage } from '../prepare-site.ts';

/** What an editor wants to know of the page that the preview shows. Plain data. */
export interface PageFacts {
  readonly title: string;
  readonly standfirst: string;
  /** On the site that readers get: `lantern.example › 2026 › 07 › 01 › ferries`. */
  readonly trail: string;
  readonly host: string;
  readonly shareImage?: ShareImageView;
  /** Of a page that is made from many files there is none. */
  readonly document?: DocumentFacts;
  /** Of this file; of every file for a page that has none. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DocumentFacts {
  readonly source: ContentPath;
  /** Absolute. */
  readonly file: string;
  readonly state: string;
  readonly words: number;
  /** To read; zero for what is no article. */
  readonly minutes: number;
  readonly pictures: number;
  readonly withoutCredit: readonly string[];
  readonly links: { readonly internal: number; readonly external: number; readonly broken: number };
}

interface Previewed {
  readonly root: string;
  readonly now: number;
  readonly page: SitePage;
  readonly site: PreparedSite;
  readonly content: Content;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gathers the facts of a page. Costs a look through all articles, so it waits until somebody asks. */
export async function pageFacts(previewed: Previewed): Promise<PageFacts> {
  const { root, page, site, content } = previewed;
  const view = page.view();
  const { publication, pictures } = site;
  const style = await checkStyle({ root, content, tags: publication.tags, pictures });
  const document = documentAt(page.path, site);
  const all = [...new Map([...previewed.diagnostics, ...style].map((one) => [keyOf(one), one])).values()];
  const diagnostics = all
    .filter(({ file, severity }) => (document ? file === document.source : severity === 'error'))
    .sort(compareDiagnostics);
  const url = new URL(publication.site.url);
  const shareImage = (view.layout === 'article' ? view.shareImage : undefined) ?? page.site.shareImage;
  const minutes = view.layout === 'article' ? view.minutes : 0;
  return {
    title: view.layout === 'front' ? publication.site.name : view.title,
    standfirst: view.description,
    host: url.host,
    trail: [url.host, ...decodeURI(page.path).split('/')].filter((part) => part !== '').join(' › '),
    ...(shareImage ? { shareImage } : {}),
    ...(document ? { document: documentFacts(document, diagnostics, minutes, previewed) } : {}),
    diagnostics,
  };
}

const keyOf = ({ file, line, column, code }: Diagnostic): string => `${file}:${line}:${column} ${code}`;

function documentAt(address: string, { publication }: PreparedSite): Article | Page | undefined {
  for (const { article } of publication.entries.values())
    if (articlePath(article, publication.site) === address) return article;
  for (const page of publication.pages.values()) if (pagePath(page, publication.site) === address) return page;
  return undefined;
}

function documentFacts(
  document: Article | Page,
  diagnostics: readonly Diagnostic[],
  minutes: number,
  { root, now, site }: Previewed,
): DocumentFacts {
  const images: ContentImage[] = [...(document.image ? [document.image] : []), ...Object.values(document.body.images)];
  const { parts } = site.publication.bodies.bodyOf(document.source);
  const markup = parts.filter((part) => typeof part === 'string').join('');
  return {
    source: document.source,
    file: path.resolve(root, document.source),
    state: stateInWords(document, now, site.publication.site.timeZone),
    words: document.body.words,
    minutes,
    pictures: images.length,
    withoutCredit: [...new Set(images.filter(({ credit }) => !credit).map(({ src }) => src))],
    links: {
      internal: document.body.links.length,
      external: markup.match(/<a href="https?:/g)?.length ?? 0,
      broken: diagnostics.filter(({ code }) => code === 'link-broken' || code === 'anchor-broken').length,
    },
  };
}

function stateInWords(document: Article | Page, now: number, zone: string): string {
  if (!('date' in document)) return document.draft ? 'Draft: readers do not see it' : 'Published';
  const told = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} (${zone})`;
  const state = stateOf(document, now);
  if (state === 'draft') return 'Draft: readers do not see it';
  if (state === 'scheduled') return `Scheduled for ${told(document.date.iso)}`;
  const updated = document.updated ? `, updated ${told(document.updated.iso)}` : '';
  return `Published ${told(document.date.iso)}${updated}`;
}

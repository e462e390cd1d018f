import type { Article, ContentImage } from '../content/article.ts';
import { listingPath } from '../pages/addresses.ts';
import { articleInputs } from '../pages/article-view.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { SitePath } from '../pages/site-path.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import type { Entry } from '../publication/edition.ts';
import { lastChange } from './last-change.ts';
import { MachineFile } from './machine-file.ts';
import { plainMarkup } from './plain-markup.ts';
import { w3cDate } from './sitemap-markup.ts';
import { stableId } from './stable-id.ts';

/** Raised when a key goes or changes its meaning; a new key does not raise it. Keys are documented in docs/standards.md. */
export const ARTICLE_JSON_VERSION = 1;

/** `index.json` beside each article's page. */
export function articleJsonFiles(context: PageContext, groups: TranslationGroups): readonly MachineFile[] {
  return context.edition.entries
    .filter(({ state }) => state === undefined)
    .map(
      (entry) =>
        new MachineFile(
          jsonPath(context.pathOf(entry.article.source)),
          () => `${JSON.stringify(articleJson(entry, groups, context), null, 1)}\n`,
          () => [articleInputs(entry, groups, context), translationsOf(entry.article, groups, context)],
          { about: entry.article.source },
        ),
    );
}

function articleJson(entry: Entry, groups: TranslationGroups, context: PageContext): object {
  const { article } = entry;
  const { publication, edition } = context;
  const { site } = publication;
  const at = (path: SitePath): string => context.absolute(path);
  const section = context.section(article.section);
  const series = article.series === undefined ? undefined : publication.series.get(article.series);
  // What is undefined has no key in the file.
  return {
    version: ARTICLE_JSON_VERSION,
    id: stableId(article, site),
    url: at(context.pathOf(article.source)),
    canonical: article.canonical,
    title: article.title,
    standfirst: article.standfirst,
    kind: article.kind,
    language: article.language,
    published: w3cDate(article.date),
    updated: article.updated && w3cDate(article.updated),
    changed: w3cDate(lastChange(article)),
    ended: context.endOf(article)?.iso,
    dateline: article.dateline,
    authors: article.authors.map((id) => ({
      id,
      name: context.author(id).label,
      url: at(listingPath(edition, 'author', id)),
    })),
    section: section &&
      article.section && {
        slug: article.section,
        name: section.label,
        url: at(listingPath(edition, 'section', article.section)),
      },
    tags: entry.tags.map((slug) => ({
      slug,
      name: context.tagLabel(slug),
      url: at(listingPath(edition, 'tag', slug)),
    })),
    series: series && {
      id: series.id,
      title: context.text(series.title),
      url: at(listingPath(edition, 'series', series.id)),
    },
    images: imagesOf(article, context),
    posts: article.body.posts.map(({ network, url }) => ({ network, url })),
    corrections: article.corrections.map(({ date, text }) => ({ date: w3cDate(date), text })),
    translations: translationsOf(article, groups, context),
    words: article.body.words,
    text: publication.bodies.bodyOf(article.source).text,
    publication: { name: site.name, url: `${context.base.origin}${context.base.base}/` },
    license: site.license,
  };
}

function imagesOf(article: Article, context: PageContext): readonly object[] {
  const seen = new Set<string>();
  const images: readonly (ContentImage | undefined)[] = [article.image, ...Object.values(article.body.images)];
  return images.flatMap((image) => {
    const view = context.picture(image);
    if (!image || !view || seen.has(image.src)) return [];
    seen.add(image.src);
    const { address, width, height } = view.picture.fallback;
    return [
      {
        url: context.absoluteHref(address),
        width,
        height,
        alt: view.alt,
        caption: plainMarkup(view.caption) || undefined,
        credit: plainMarkup(view.credit) || undefined,
        creditUrl: view.creditHref,
        license: view.license,
        lead: image === article.image ? true : undefined,
      },
    ];
  });
}

function translationsOf(article: Article, groups: TranslationGroups, context: PageContext): readonly object[] {
  return (groups.get(article.source) ?? [])
    .filter(({ source }) => source !== article.source && context.publication.entries.get(source)?.state === undefined)
    .map(({ language, source }) => {
      const path = context.pathOf(source);
      return { language, url: context.absolute(path), json: context.absolute(jsonPath(path)) };
    });
}

const jsonPath = (path: SitePath): SitePath => `${path}index.json` as SitePath;

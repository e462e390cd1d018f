import type { Page } from '../content/article.ts';
import { wordsOf } from '../language/words.ts';
import { frontPath, pagePath, placePath } from './addresses.ts';
import { languagesOf } from './alternates.ts';
import { archivePages } from './archive-views.ts';
import { articleInputs, articleView } from './article-view.ts';
import { authorView } from './author-view.ts';
import { bodyView } from './body-view.ts';
import { frontView } from './front-view.ts';
import { headView } from './head-view.ts';
import { type Listing, listingPages } from './listing-views.ts';
import type { PageContext } from './page-context.ts';
import { listingKey, NO_TEXTS, type Reach } from './reach.ts';
import { searchView } from './search-view.ts';
import { type SitePath, sitePath } from './site-path.ts';
import { groupTranslations, type TranslationGroups, translationViews } from './translations.ts';
import { versionsPage } from './versions-view.ts';
import type {
  AuthorsView,
  CorrectionsView,
  Layout,
  NotFoundView,
  ShowcaseView,
  StaticPageView,
  TagsView,
  View,
} from './views.ts';

/** A page that the site has: its address, its layout, and what it shows, made when it is asked for. */
export interface PlannedPage {
  readonly path: SitePath;
  readonly layout: Layout;
  readonly view: () => View;
  /** All that the view depends on, when that is cheaper to tell than the view itself. */
  readonly inputs?: () => unknown;
  /** What it takes from articles, where that is known: see Reach. */
  readonly reach?: Reach;
}

/** Every page of an edition. */
export function planPages(
  context: PageContext,
  groups: TranslationGroups = groupTranslations(context.publication),
): readonly PlannedPage[] {
  const { edition, publication } = context;
  const listings: readonly Listing[] = [
    ...publication.site.sections
      .filter(({ slug }) => edition.prefix === '' || edition.bySection.has(slug))
      .map(({ slug }) => ({ subject: 'section' as const, id: slug, entries: edition.bySection.get(slug) ?? [] })),
    ...[...edition.byTag].map(([id, entries]) => ({ subject: 'tag' as const, id, entries })),
    ...[...edition.byAuthor].map(([id, entries]) => ({ subject: 'author' as const, id, entries })),
    ...[...edition.bySeries].map(([id, entries]) => ({ subject: 'series' as const, id, entries })),
  ];
  return [
    { path: frontPath(edition), layout: 'front', view: () => frontView(context) },
    ...edition.entries.map((entry) => ({
      path: context.pathOf(entry.article.source),
      layout: 'article' as const,
      view: () => articleView(entry, groups, context),
      inputs: () => articleInputs(entry, groups, context),
      reach: { about: entry.article.source },
    })),
    ...edition.entries.flatMap((entry) => versionsPage(entry, context)),
    ...listings.flatMap((listing) =>
      listingPages(listing, context).map(({ path, view }) => ({
        path,
        layout: 'listing' as const,
        view,
        reach: { ...NO_TEXTS, listings: [listingKey(edition, listing.subject, listing.id)] },
      })),
    ),
    ...archivePages(context),
    { path: placePath(edition, 'tags'), layout: 'tags', view: () => tagsView(context), reach: NO_TEXTS },
    { path: placePath(edition, 'authors'), layout: 'authors', view: () => authorsView(context), reach: NO_TEXTS },
    {
      path: placePath(edition, 'corrections'),
      layout: 'corrections',
      view: () => correctionsView(context),
      reach: NO_TEXTS,
    },
    { path: placePath(edition, 'search'), layout: 'search', view: () => searchView(context), reach: NO_TEXTS },
    ...edition.pages.map((page) => ({
      path: pagePath(page, publication.site),
      layout: 'page' as const,
      view: () => staticPageView(page, groups, context),
      reach: NO_TEXTS,
    })),
    ...(publication.preview && edition.prefix === ''
      ? [{ path: SHOWCASE, layout: 'showcase' as const, view: () => showcaseView(context) }]
      : []),
    ...(edition.prefix === ''
      ? [{ path: sitePath('404.html'), layout: 'not-found' as const, view: () => notFoundView(context) }]
      : []),
  ];
}

function tagsView(context: PageContext): TagsView {
  const collator = new Intl.Collator(context.edition.language);
  const tags = [...context.edition.byTag].map(([slug, entries]) => ({
    ...context.tag(slug),
    count: entries.length,
    description: context.text(context.publication.tagRecords.get(slug)?.description),
  }));
  tags.sort((a, b) => collator.compare(a.label, b.label) || (a.href < b.href ? -1 : 1));
  const words = wordsOf(context.edition.language);
  return {
    layout: 'tags',
    ...headView(
      { path: placePath(context.edition, 'tags'), title: words.allTags, description: words.tagsIntroduction },
      context,
    ),
    tags,
  };
}

function authorsView(context: PageContext): AuthorsView {
  const collator = new Intl.Collator(context.edition.language);
  const authors = [...context.edition.byAuthor.keys()].map((id) => authorView(id, context));
  authors.sort((a, b) => collator.compare(a.name, b.name) || (a.href < b.href ? -1 : 1));
  const words = wordsOf(context.edition.language);
  return {
    layout: 'authors',
    ...headView(
      { path: placePath(context.edition, 'authors'), title: words.allAuthors, description: words.authorsIntroduction },
      context,
    ),
    authors,
  };
}

function correctionsView(context: PageContext): CorrectionsView {
  const corrections = context.edition.entries.flatMap(({ article }) =>
    article.corrections.map(({ date, text }) => ({
      date,
      text,
      article: { label: article.title, href: context.href(context.pathOf(article.source)) },
    })),
  );
  corrections.sort((a, b) => b.date.epoch - a.date.epoch || (a.article.href < b.article.href ? -1 : 1));
  const policy = context.publication.site.policies?.corrections;
  const words = wordsOf(context.edition.language);
  return {
    layout: 'corrections',
    ...headView(
      {
        path: placePath(context.edition, 'corrections'),
        title: words.corrections,
        description: words.correctionsIntroduction,
      },
      context,
    ),
    corrections,
    ...(policy === undefined ? {} : { policy: context.written(policy) }),
  };
}

function staticPageView(page: Page, groups: TranslationGroups, context: PageContext): StaticPageView {
  const image = context.picture(page.image);
  const body = context.publication.bodies.bodyOf(page.source);
  const { title, standfirst, language, noindex } = page;
  return {
    layout: 'page',
    ...headView(
      {
        path: context.pathOf(page.source),
        title,
        description: standfirst,
        language,
        noindex: noindex || page.draft,
        translations: translationViews(page, groups, context),
        alternates: languagesOf(page, groups, context),
      },
      context,
    ),
    standfirst,
    body: bodyView(page, context, body),
    headings: body.headings,
    ...(image ? { image } : {}),
    ...(page.draft ? { state: 'draft' as const } : {}),
  };
}

const SHOWCASE = sitePath('_components');

function showcaseView(context: PageContext): ShowcaseView {
  const [picture] = context.edition.entries.flatMap(({ article }) => context.picture(article.image)?.picture ?? []);
  return {
    layout: 'showcase',
    ...headView({ path: SHOWCASE, title: 'Components', noindex: true }, context),
    ...(picture ? { picture } : {}),
  };
}

function notFoundView(context: PageContext): NotFoundView {
  return {
    layout: 'not-found',
    ...headView(
      { path: sitePath('404.html'), title: wordsOf(context.edition.language).notFound, noindex: true },
      context,
    ),
  };
}

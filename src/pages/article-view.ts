import type { ContentPath } from '../content/article.ts';
import type { Entry } from '../publication/edition.ts';
import { fileMeant } from '../publication/paths.ts';
import { relatedTo } from '../publication/related.ts';
import { listingPath, versionsPath } from './addresses.ts';
import { languagesOf } from './alternates.ts';
import { authorView } from './author-view.ts';
import { bodyInputs, bodyView } from './body-view.ts';
import { fingerprint } from './fingerprint.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import { articleShareView, ratioViews } from './share-view.ts';
import { supportView } from './site-view.ts';
import { type TranslationGroups, translationViews } from './translations.ts';
import type { ArticleView } from './views.ts';

// Adults read about 238 words of prose a minute (Brysbaert, 2019); a reader's promise is better kept than broken.
const WORDS_A_MINUTE = 220;

/** An article's page. It depends on itself, its neighbours and older articles only. */
export function articleView(entry: Entry, groups: TranslationGroups, context: PageContext): ArticleView {
  const body = context.publication.bodies.bodyOf(entry.article.source);
  return {
    ...fromItself(entry, groups, context),
    ...fromOthers(entry, context),
    body: bodyView(entry.article, context, body),
    headings: body.headings,
  };
}

/**
 * Changes with all that an article's page depends on, and is told without the page's view or its body: the key of the
 * article's file stands for what follows from it and from the settings, the keys of its pictures for these.
 */
export function articleInputs(entry: Entry, groups: TranslationGroups, context: PageContext): string {
  const { article, state } = entry;
  return context.once('inputs', article.source, () =>
    fingerprint([
      context.key,
      context.pathOf(article.source),
      state,
      context.endOf(article),
      context.pictureKey(article.image),
      translationViews(article, groups, context),
      bodyInputs(article, context),
      fromOthers(entry, context),
    ]),
  );
}

/** What follows from the article's own file, its pictures, its translations and the settings. */
function fromItself({ article, state }: Entry, groups: TranslationGroups, context: PageContext) {
  const path = context.pathOf(article.source);
  const section = context.section(article.section);
  const image = context.picture(article.image);
  const ended = context.endOf(article);
  const support = article.support && article.kind !== 'sponsored' ? supportView(context) : undefined;
  return {
    layout: 'article' as const,
    ...headView(
      {
        path,
        title: article.title,
        description: article.standfirst,
        language: article.language,
        noindex: article.noindex || state !== undefined,
        translations: translationViews(article, groups, context),
        alternates: languagesOf(article, groups, context),
        ...(article.canonical === undefined ? {} : { canonical: article.canonical }),
      },
      context,
    ),
    href: context.href(path),
    standfirst: article.standfirst,
    kind: article.kind,
    dateline: article.dateline ?? '',
    date: article.date,
    words: article.body.words,
    minutes: Math.max(1, Math.round(article.body.words / WORDS_A_MINUTE)),
    corrections: article.corrections,
    ...(section ? { section } : {}),
    ...(article.updated ? { updated: article.updated } : {}),
    ...(image ? { image } : {}),
    shareImage: articleShareView(article, context),
    ratios: ratioViews(article, context),
    ...(ended ? { ended } : {}),
    ...(article.claim ? { claim: article.claim } : {}),
    ...(support ? { support } : {}),
    ...(state ? { state } : {}),
  };
}

/** What the page takes from other files: whatever is shown of them belongs here, or a change of theirs is not seen. */
function fromOthers(entry: Entry, context: PageContext) {
  return context.once('others', entry.article.source, () => {
    const { edition } = context;
    const place = edition.position.get(entry) ?? 0;
    const previous = edition.entries[place - 1];
    const next = edition.entries[place + 1];
    const series = seriesOf(entry, context);
    return {
      authors: entry.article.authors.map((id) => authorView(id, context)),
      tags: entry.tags.map((slug) => context.tag(slug)),
      related: relatedTo(entry, edition, chosenBy(entry, context)).map((other) => context.teaser(other)),
      ...versionsOf(entry.article.source, context),
      ...(series ? { series } : {}),
      ...(previous ? { previous: context.teaser(previous) } : {}),
      ...(next ? { next: context.teaser(next) } : {}),
    };
  });
}

function versionsOf(source: ContentPath, context: PageContext): Pick<ArticleView, 'versions'> {
  const count = context.history?.versions.get(source)?.length ?? 0;
  if (count < 2) return {};
  return { versions: { href: context.href(versionsPath(context.pathOf(source))), changes: count - 1 } };
}

function chosenBy({ article }: Entry, { publication }: PageContext): Entry[] {
  return article.related.flatMap((written) => {
    const file = fileMeant(written, article.source, 'articles', (candidate) => publication.entries.has(candidate));
    const entry = file === undefined ? undefined : publication.entries.get(file);
    return entry ? [entry] : [];
  });
}

function seriesOf(entry: Entry, context: PageContext): ArticleView['series'] {
  const id = entry.article.series;
  const series = id === undefined ? undefined : context.publication.series.get(id);
  if (!series) return undefined;
  const parts = context.edition.bySeries.get(series.id) ?? [];
  const number = parts.indexOf(entry) + 1;
  const earlier = parts.slice(0, number - 1).map((part) => context.teaser(part));
  return {
    title: context.text(series.title),
    href: context.href(listingPath(context.edition, 'series', series.id)),
    number,
    earlier,
  };
}

import type { Article, Correction } from '../content/article.ts';
import { momentAt } from '../content/moment.ts';
import { type Compared, compareParagraphs, compareWords } from '../history/compare-texts.ts';
import { versionTexts } from '../history/load-history.ts';
import type { VersionText } from '../history/version-text.ts';
import { datesOf } from '../language/dates.ts';
import { VERSION_PARTS, type VersionPart, wordsOf } from '../language/words.ts';
import type { Entry } from '../publication/edition.ts';
import { versionsPath } from './addresses.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { PlannedPage } from './plan-pages.ts';
import type { ChangeView, VersionsView } from './views.ts';

/** The page with the versions of an article; none for one that readers have seen in one version only. */
export function versionsPage({ article }: Entry, context: PageContext): readonly PlannedPage[] {
  const versions = context.history?.versions.get(article.source);
  if (!versions) return [];
  const names = article.authors.map((id) => context.author(id).label);
  const { title, language, corrections } = article;
  return [
    {
      path: versionsPath(context.pathOf(article.source)),
      layout: 'versions',
      view: () => versionsView(article, context),
      inputs: () => [versions, names, title, language, corrections, head(article, context)],
    },
  ];
}

function head(article: Article, context: PageContext) {
  const words = wordsOf(article.language).versions;
  return headView(
    {
      path: versionsPath(context.pathOf(article.source)),
      title: `${words.title}: ${article.title}`,
      description: words.introduction,
      language: article.language,
      // What was corrected is kept for those who ask for it, and not for search engines to quote.
      noindex: true,
    },
    context,
  );
}

function versionsView(article: Article, context: PageContext): VersionsView {
  const zone = context.publication.site.timeZone;
  const dates = datesOf(article.language, zone);
  const versions = context.history?.versions.get(article.source) ?? [];
  const texts = context.history ? versionTexts(context.history, article.source) : [];
  const unexplained = new Set(article.corrections);
  const take = (fits: (correction: Correction) => boolean): Correction[] => {
    const taken = [...unexplained].filter(fits);
    for (const correction of taken) unexplained.delete(correction);
    return taken;
  };
  const changes = texts.slice(1).map((after, i): ChangeView => {
    const before = texts[i] ?? after;
    const date = momentAt(versions[i + 1]?.from ?? 0, zone);
    const day = dates.calendarDay(date);
    return {
      date,
      corrections: take((correction) => dates.calendarDay(correction.date) === day || isNew(correction, before, after)),
      parts: VERSION_PARTS.flatMap((part) => {
        const paragraphs = compareParts(part, before, after, context);
        return paragraphs.length > 0 ? [{ part, paragraphs }] : [];
      }),
    };
  });
  return {
    layout: 'versions',
    ...head(article, context),
    article: { label: article.title, href: context.href(context.pathOf(article.source)) },
    published: article.date,
    changes: changes.toReversed(),
  };
}

/** Whether a correction came with this version. */
function isNew(correction: Correction, before: VersionText, after: VersionText): boolean {
  const isIn = ({ corrections }: VersionText) =>
    corrections.some(({ date, text }) => date.epoch === correction.date.epoch && text === correction.text);
  return isIn(after) && !isIn(before);
}

function compareParts(
  part: VersionPart,
  before: VersionText,
  after: VersionText,
  context: PageContext,
): readonly Compared[] {
  const line = (a: string, b: string): readonly Compared[] => (a === b ? [] : [{ pieces: compareWords(a, b) }]);
  const byline = ({ authors }: VersionText): string => authors.map((id) => context.author(id).label).join(', ');
  switch (part) {
    case 'title':
      return line(before.title, after.title);
    case 'standfirst':
      return line(before.standfirst, after.standfirst);
    case 'byline':
      return line(byline(before), byline(after));
    case 'text':
      return compareParagraphs(before.paragraphs, after.paragraphs);
    case 'pictures':
      return compareParagraphs(before.pictures, after.pictures);
  }
}

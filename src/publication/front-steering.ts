import type { Article, ContentPath } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { parseEnd } from '../content/moment.ts';
import type { KeyPath, Problem } from '../diagnostics/diagnostic.ts';
import { didYouMeanPath } from '../diagnostics/known-paths.ts';
import type { Moment } from '../schema/moment.ts';
import { fileMeant } from './paths.ts';

const FILE = 'front.yaml';

/** An article that editors chose for the front page. */
export interface Chosen {
  readonly source: ContentPath;
  /** The choice holds before this moment. */
  readonly until?: Moment;
}

/** What editors decided about the front pages, of all editions. */
export interface FrontSteering {
  readonly lead: readonly Chosen[];
  readonly secondary: readonly Chosen[];
}

/** What front.yaml says, and every article in it that does not exist or may not stand there. */
export function readFrontSteering({ front, files, articles, site }: Content): {
  readonly steering: FrontSteering;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const report = (code: Problem['code'], path: KeyPath, message: string, help: string) =>
    problems.push({ code, file: FILE, place: { at: 'value', path }, message, help });
  const bySource = new Map<ContentPath, Article>(articles.map((article) => [article.source, article]));
  const exists = (file: string) => file.startsWith('articles/') && files.all.has(file);

  const chosen = (entry: string | { article: string; until?: string | undefined }, path: KeyPath): Chosen[] => {
    const isPath = typeof entry === 'string';
    const written = isPath ? entry : entry.article;
    const at = isPath ? path : [...path, 'article'];
    const source = fileMeant(written, FILE, 'articles', exists);
    if (source === undefined) {
      const others = files.byKind.article.map((file) => file.slice('articles/'.length));
      const help = didYouMeanPath(written, others, 'name its file from content/articles/ on, such as 2026/11/talks.md');
      report('article-unknown', at, `there is no article ${written}`, help);
      return [];
    }
    if (bySource.get(source)?.kind === 'sponsored') {
      const help = 'choose another article: what is paid for has no place in the order of the news';
      report('value-invalid', at, `${written} is sponsored`, help);
      return [];
    }
    if (isPath || entry.until === undefined) return [{ source }];
    const until = parseEnd(entry.until, site?.timeZone ?? 'UTC');
    if (until !== undefined) return [{ source, until }];
    const help = 'write the day, or the day and time: 2026-11-30 18:00';
    report('date-invalid', [...path, 'until'], `\`until\` is not a date: ${entry.until}`, help);
    return [];
  };

  const { lead = [], secondary = [] } = front;
  return {
    steering: {
      lead: Array.isArray(lead) ? lead.flatMap((entry, i) => chosen(entry, ['lead', i])) : chosen(lead, ['lead']),
      secondary: secondary.flatMap((entry, i) => chosen(entry, ['secondary', i])),
    },
    problems,
  };
}

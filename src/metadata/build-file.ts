import type { Article } from '../content/article.ts';
import type { Publication } from '../publication/publication.ts';
import type { Moment } from '../schema/moment.ts';
import { lastChange, latest } from './last-change.ts';
import { MachineFile } from './machine-file.ts';

/**
 * When the site is to be built again: when the next scheduled article is due, or when something that is published ends,
 * a place on the front page or a live report. Undefined when neither is. It says nothing of what is due.
 */
export function nextDue({ hidden, entries, front, now }: Publication): Moment | undefined {
  let next: Moment | undefined;
  const consider = (moment: Moment | undefined) => {
    if (moment && moment.epoch > now && (next === undefined || moment.epoch < next.epoch)) next = moment;
  };
  for (const document of hidden.values()) if (isArticle(document) && !document.draft) consider(document.date);
  for (const { article } of entries.values()) {
    consider(article.front?.until);
    consider(article.ended);
  }
  for (const { source, until } of [...front.lead, ...front.secondary]) if (entries.has(source)) consider(until);
  return next;
}

/**
 * `/build.json`, for whoever starts the builds: the last change in what is published, not the clock, so that a build of
 * the same articles is the same; and when to build again. Times are ISO 8601 with offset, null where there is none.
 */
export function buildFile(publication: Publication): MachineFile {
  return new MachineFile('/build.json', () => {
    const changed = latest([...publication.entries.values()].map(({ article }) => lastChange(article)));
    const answer = { generator: 'Dateline', built: changed?.iso ?? null, next: nextDue(publication)?.iso ?? null };
    return `${JSON.stringify(answer)}\n`;
  });
}

const isArticle = (document: object): document is Article => 'date' in document;

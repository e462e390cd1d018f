import type { Article } from '../content/article.ts';
import type { Publication } from '../publication/publication.ts';
import type { Moment } from '../schema/moment.ts';
import { lastChange, latest } from './last-change.ts';
import { MachineFile } from './machine-file.ts';

/** When the next scheduled article is due; undefined when none is. It says nothing of what is due. */
export function nextDue({ hidden, now }: Publication): Moment | undefined {
  let next: Moment | undefined;
  for (const document of hidden.values()) {
    if (!isArticle(document) || document.draft || document.date.epoch <= now) continue;
    if (next === undefined || document.date.epoch < next.epoch) next = document.date;
  }
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

import type { Publication } from '../publication/publication.ts';
import { nextDue } from './build-file.ts';
import { NEWS_HOURS } from './news-sitemap.ts';

/**
 * Until when the same content gives the same site: milliseconds since 1970, UTC, exclusive; Infinity when the clock has
 * no part in it. The clock decides what is published or over, what is news, and when a contact is out of date.
 */
export function holdsUntil(publication: Publication): number {
  const { now, entries, site } = publication;
  let until = nextDue(publication)?.epoch ?? Number.POSITIVE_INFINITY;
  const consider = (moment: number): void => {
    if (moment > now && moment < until) until = moment;
  };
  for (const { article } of entries.values()) consider(article.date.epoch + NEWS_HOURS * 3_600_000 + 1);
  if (site.security) consider(Date.parse(`${site.security.expires}T23:59:59Z`));
  return until;
}

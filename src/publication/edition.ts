import type { Article, Page } from '../content/article.ts';

/** An article in its place in the publication. */
export interface Entry {
  readonly article: Article;
  /** Language of the edition that it appears in. */
  readonly edition: string;
  /** Slugs of its tags. */
  readonly tags: readonly string[];
  /** Only in a preview: why readers do not see it. */
  readonly state?: 'draft' | 'scheduled';
}

/** The articles and pages of one language. Every list of entries is ordered from the oldest to the newest, so that a place in it never changes. */
export interface Edition {
  readonly language: string;
  /** What its addresses begin with: empty for the main edition, else `/uk`. */
  readonly prefix: string;
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  readonly bySection: ReadonlyMap<string, readonly Entry[]>;
  readonly byTag: ReadonlyMap<string, readonly Entry[]>;
  readonly byAuthor: ReadonlyMap<string, readonly Entry[]>;
  readonly bySeries: ReadonlyMap<string, readonly Entry[]>;
  /** By day of the publication's zone, `2025-07-04`, oldest first. */
  readonly byDay: ReadonlyMap<string, readonly Entry[]>;
  /** Place of an entry in `entries`. */
  readonly position: ReadonlyMap<Entry, number>;
}

export function buildEdition(
  language: string,
  prefix: string,
  entries: readonly Entry[],
  pages: readonly Page[],
): Edition {
  const ordered = entries.toSorted(oldestFirst);
  return {
    language,
    prefix,
    entries: ordered,
    pages,
    bySection: groupBy(ordered, (entry) => (entry.article.section === undefined ? [] : [entry.article.section])),
    byTag: groupBy(ordered, (entry) => entry.tags),
    byAuthor: groupBy(ordered, (entry) => entry.article.authors),
    bySeries: groupBy(ordered, (entry) => (entry.article.series === undefined ? [] : [entry.article.series])),
    byDay: groupBy(ordered, (entry) => [dayOf(entry)]),
    position: new Map(ordered.map((entry, i) => [entry, i])),
  };
}

/** The day of publication in the publication's zone: `2025-07-04`. */
export function dayOf(entry: Entry): string {
  return entry.article.date.iso.slice(0, 10);
}

// Two articles of one minute are ordered by file, so that no list depends on the order in which files were read.
function oldestFirst(a: Entry, b: Entry): number {
  return a.article.date.epoch - b.article.date.epoch || (a.article.source < b.article.source ? -1 : 1);
}

function groupBy(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

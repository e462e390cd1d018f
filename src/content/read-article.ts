import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/body.ts';
import { embedAt } from '../markdown/embeds.ts';
import { typeset } from '../markdown/typography.ts';
import { type ArticleSource, articleSchema } from '../schema/article.ts';
import type { OwnChecks } from '../schema/checks.ts';
import type { Moment } from '../schema/moment.ts';
import type { Article, Correction, FrontPlace, Tweet } from './article.ts';
import { checkArticleStyle } from './check-style.ts';
import { digestOf } from './digest.ts';
import { factsOf } from './facts.ts';
import { FileReading } from './read-file.ts';
import { readImage } from './read-image.ts';
import { tweetOf } from './read-tweet.ts';
import type { ReadingSettings } from './settings.ts';
import { slugOfFile } from './slug-of-file.ts';
import { validate } from './validate.ts';

export interface ReadDocument<D> {
  /** Undefined when the file has errors. */
  readonly document?: D;
  /** Of a file with errors: what is right of it, so that whom and what it names is checked in the same run. */
  readonly unfinished?: D;
  readonly body?: Body;
  readonly problems: readonly Problem[];
  readonly checks?: OwnChecks | undefined;
}

// An article without a date is in no list; whom it names can still be looked up.
const NO_DATE: Moment = { epoch: 0, iso: '1970-01-01T00:00:00Z', dateOnly: true };

/** Reads one article from its text. Pure: the same text, path and settings give the same result, so it can be cached and done on any thread. */
export function readArticle(source: string, text: string, settings: ReadingSettings): ReadDocument<Article> {
  const reading = new FileReading(source, settings);
  const split = reading.split(text);
  if (!split.data) return { problems: reading.problems };
  const valid = validate(articleSchema, split.data, source);
  reading.problems.push(...valid.problems);
  // What is right is checked further, body and pictures included, so that an editor sees everything at once.
  const written = valid.right;
  const language = written.language ?? settings.language;
  const date = reading.moment(written.date, ['date']);
  const body = reading.body(split, language, date);
  const parts = partsOf(reading, written, language, body, date);
  checkArticleStyle(reading, written);
  const { problems } = reading;
  const { checks } = written;
  if (valid.value && date) {
    const document = articleOf(reading, valid.value, language, date, parts);
    return document ? { document, body, problems, checks } : { problems, checks };
  }
  const unfinished = articleOf(reading, { title: '', ...written, date: '' }, language, date ?? NO_DATE, parts);
  return unfinished ? { unfinished, problems, checks } : { problems, checks };
}

/** What takes more than a schema to read. */
function partsOf(
  reading: FileReading,
  written: Partial<ArticleSource>,
  language: string,
  body: Body,
  date: Moment | undefined,
) {
  const updated = reading.moment(written.updated, ['updated']);
  if (
    date &&
    updated &&
    updated.epoch < date.epoch &&
    !(updated.dateOnly && updated.iso.slice(0, 10) === date.iso.slice(0, 10))
  ) {
    reading.report({
      code: 'date-order',
      place: { at: 'value', path: ['updated'] },
      message: '`updated` lies before `date`',
      help: 'an article cannot change before it is published: mend one of the two',
    });
  }
  return {
    updated,
    ended: endedOf(reading, written, date),
    front: frontOf(reading, written),
    image: written.image && readImage(reading, written.image, ['image'], language),
    corrections: (written.corrections ?? []).flatMap(({ date, text }, i): Correction[] => {
      const at = reading.moment(date, ['corrections', i, 'date']);
      return at ? [{ date: at, text: typeset(text, language) }] : [];
    }),
    tweets: tweetsOf(reading, written),
    digest: digestOf(reading, body, written.images, language),
  };
}

function articleOf(
  reading: FileReading,
  written: ArticleSource,
  language: string,
  date: Moment,
  { updated, ended, front, image, corrections, tweets, digest }: ReturnType<typeof partsOf>,
): Article | undefined {
  const slug = written.slug ?? slugOfFile(reading, language);
  if (slug === undefined) return undefined;
  const { section, dateline, series, canonical, translationOf } = written;
  const article = {
    source: reading.source,
    title: typeset(written.title, language),
    standfirst: typeset(written.standfirst?.trim() ?? '', language),
    slug,
    language,
    redirectFrom: written.redirectFrom ?? [],
    draft: written.draft ?? false,
    noindex: written.noindex ?? false,
    body: digest,
    date,
    authors: [...new Set([...(written.authors ?? []), ...(written.author === undefined ? [] : [written.author])])],
    tags: written.tags ?? [],
    kind: written.kind ?? 'news',
    tweets: tweets.ids,
    snapshots: tweets.snapshots,
    corrections,
    related: written.related ?? [],
    history: written.history ?? true,
    support: written.support ?? true,
    ...(updated ? { updated } : {}),
    ...(image ? { image } : {}),
    ...(section ? { section } : {}),
    ...(dateline ? { dateline } : {}),
    ...(written.claim ? { claim: written.claim } : {}),
    ...(ended ? { ended } : {}),
    ...(front ? { front } : {}),
    ...(series ? { series } : {}),
    ...(canonical ? { canonical } : {}),
    ...(translationOf ? { translationOf } : {}),
  };
  return { ...article, facts: factsOf(article) };
}

function endedOf(reading: FileReading, { ended, kind }: Partial<ArticleSource>, date: Moment | undefined) {
  const moment = reading.end(ended, ['ended']);
  if (moment && kind !== 'live')
    reading.report({
      code: 'value-invalid',
      place: { at: 'key', path: ['ended'] },
      message: '`ended` stands in an article that is no live report',
      help: 'write `kind: live`, which an ended report keeps, or take `ended` out',
    });
  if (date && moment && moment.epoch < date.epoch)
    reading.report({
      code: 'date-order',
      place: { at: 'value', path: ['ended'] },
      message: '`ended` lies before `date`',
      help: 'a report cannot end before it is published: mend one of the two',
    });
  return moment;
}

function frontOf(reading: FileReading, { front, kind }: Partial<ArticleSource>): FrontPlace | undefined {
  if (!front) return undefined;
  if (kind === 'sponsored')
    reading.report({
      code: 'value-invalid',
      place: { at: 'key', path: ['front'] },
      message: 'what is sponsored asks for a place on the front page',
      help: 'take `front` out: what is paid for has no place in the order of the news',
    });
  const until = reading.end(front.until, ['front', 'until']);
  const weight = front.weight ?? (front.until === undefined ? 3 : 4);
  return { lead: front.lead ?? false, weight, ...(until ? { until } : {}) };
}

/** The id that an entry of `tweets` means: of the post at an address, else itself. */
function postIdOf(entry: string): string {
  const post = embedAt(entry.trim());
  if (post?.type === 'post') return post.id;
  return /\/status(?:es)?\/(\d{1,20})(?!\d)/.exec(entry)?.[1] ?? entry.trim();
}

function tweetsOf(
  reading: FileReading,
  written: Partial<ArticleSource>,
): { ids: readonly string[]; snapshots: readonly Tweet[] } {
  const ids: string[] = [];
  const snapshots: Tweet[] = [];
  for (const [i, entry] of (written.tweets ?? []).entries()) {
    if (typeof entry === 'string') {
      ids.push(postIdOf(entry));
      continue;
    }
    const tweet = tweetOf(reading, entry, ['tweets', i]);
    if (tweet) snapshots.push(tweet);
  }
  return { ids, snapshots };
}

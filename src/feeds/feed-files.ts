import type { ContentPath } from '../content/article.ts';
import { MachineFile } from '../metadata/machine-file.ts';
import {
  FEED_FORMATS,
  type FeedFormat,
  feedPath,
  frontPath,
  listingFeedPath,
  listingPath,
} from '../pages/addresses.ts';
import { bodyInputs } from '../pages/body-view.ts';
import type { FeedSubject } from '../pages/feed-links.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import type { PageContext } from '../pages/page-context.ts';
import { listingKey, type Reach } from '../pages/reach.ts';
import { hrefOf, type SitePath } from '../pages/site-path.ts';
import type { Entry } from '../publication/edition.ts';
import { atom } from './atom.ts';
import { FEED_LENGTH, type Feed } from './feed.ts';
import { type FeedItem, rememberItems } from './feed-item.ts';
import { FEED_CSS, FEED_STYLE } from './feed-style.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { rss, atom, json: jsonFeed };

/** What a feed follows. */
interface Subject {
  readonly title: string;
  readonly description: string;
  readonly page: SitePath;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** The feeds of an edition: of the whole in three formats, of each section, tag and author in RSS. `icon` is the address of a PNG, base path included. */
export function feedFiles(context: PageContext, icon?: string): readonly MachineFile[] {
  const { publication, edition } = context;
  const itemOf = rememberItems(context);
  const whole: Subject = {
    title: publication.site.name,
    description: context.text(publication.site.description),
    page: frontPath(edition),
    entries: edition.entries,
  };
  return [
    ...FEED_FORMATS.map((format) => {
      const address = feedPath(edition, format);
      const make = () => WRITERS[format](feedOf(whole, address, itemOf, context, icon));
      return new MachineFile(address, make, () => [icon, inputsOf(whole, context)], { texts: textsOf(whole.entries) });
    }),
    ...subjectsOf(context).map(([address, reach, subject]) => {
      const make = () => rss(feedOf(subject(), address, itemOf, context, icon));
      return new MachineFile(address, make, () => [icon, inputsOf(subject(), context)], reach);
    }),
  ];
}

/** The one style sheet that all feeds name. */
export const feedStyleFile = new MachineFile(FEED_STYLE, () => FEED_CSS);

function subjectsOf(context: PageContext): readonly (readonly [SitePath, Reach, () => Subject])[] {
  const { edition, publication } = context;
  const { sections } = publication.site;
  // The same sections as have a page.
  const own = sections.filter(({ slug }) => edition.prefix === '' || edition.bySection.has(slug));
  const subject = (
    kind: FeedSubject,
    id: string,
    entries: readonly Entry[],
    heading: () => string,
    description: () => string,
  ) =>
    [
      listingFeedPath(edition, kind, id),
      { texts: textsOf(entries), listings: [listingKey(edition, kind, id)] },
      (): Subject => ({
        title: `${heading()} – ${publication.site.name}`,
        description: description(),
        page: listingPath(edition, kind, id),
        entries,
      }),
    ] as const;
  return [
    ...own.map(({ slug, name, description }) =>
      subject(
        'section',
        slug,
        edition.bySection.get(slug) ?? [],
        () => context.text(name),
        () => context.text(description),
      ),
    ),
    ...[...edition.byTag].map(([slug, entries]) =>
      subject(
        'tag',
        slug,
        entries,
        () => context.tagLabel(slug),
        () => context.text(publication.tagRecords.get(slug)?.description),
      ),
    ),
    ...[...edition.byAuthor].map(([id, entries]) =>
      subject(
        'author',
        id,
        entries,
        () => context.author(id).label,
        () => context.text(publication.authors.get(id)?.role),
      ),
    ),
  ];
}

const textsOf = (entries: readonly Entry[]) => (): readonly ContentPath[] =>
  entries.slice(-FEED_LENGTH).map(({ article }) => article.source);

// The key of a body changes with its file, front matter included; the rest is what the file does not say itself.
function inputsOf({ title, description, entries }: Subject, context: PageContext): unknown {
  const { bodies } = context.publication;
  const items = entries
    .slice(-FEED_LENGTH)
    .map((entry) =>
      context.once('feed item', entry.article.source, () =>
        fingerprint([
          bodies.keyOf(entry.article.source),
          bodyInputs(entry.article, context),
          context.teaser(entry),
          entry.tags.map((slug) => context.tag(slug)),
        ]),
      ),
    );
  return [title, description, context.key, items];
}

function feedOf(
  { title, description, page, entries }: Subject,
  self: SitePath,
  itemOf: (entry: Entry) => FeedItem,
  context: PageContext,
  icon: string | undefined,
): Feed {
  const { publication, edition, base } = context;
  const { license, feeds } = publication.site;
  // A preview holds drafts too; a feed never does.
  const published = entries.filter(({ state }) => state === undefined);
  return {
    title,
    description,
    language: edition.language,
    page: context.absolute(page),
    self: context.absolute(self),
    publication: publication.site.name,
    home: context.absolute(frontPath(edition)),
    style: hrefOf(FEED_STYLE, base),
    items: published.slice(-FEED_LENGTH).reverse().map(itemOf),
    ...(license === undefined ? {} : { license }),
    ...(feeds?.hub === undefined ? {} : { hub: feeds.hub }),
    ...(icon === undefined ? {} : { icon: base.origin + icon }),
  };
}

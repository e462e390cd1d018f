import type { FrontPlace } from '../content/article.ts';
import type { Entry } from '../publication/edition.ts';
import type { Chosen } from '../publication/front-steering.ts';
import { isRunning } from '../publication/visibility.ts';
import { frontPath } from './addresses.ts';
import { frontAlternates } from './alternates.ts';
import { authorView } from './author-view.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { LinkView } from './part-views.ts';
import type { FrontView } from './views.ts';

const SECONDARY = 4;
const OPINION = 3;
const RAIL = 4;
const LATEST = 12;
// News ages: of what is no older than this when the newest appears, the weightiest leads.
const FRESH = 36 * 3_600_000;

const BY_ITSELF: FrontPlace = { lead: false, weight: 3 };
type Placing = (entry: Entry) => FrontPlace;

/**
 * The front page. What editors chose in front.yaml comes first, then what the articles themselves ask for, as long as it holds; for the
 * rest it is right by itself: the newest story that has a picture leads, live reports before all; opinion stands apart; each section has a rail of the news that is not shown above; the latest stand in time order. What is sponsored
 * is found among the latest only, labelled: an advertiser buys no place in the order of the news.
 */
export function frontView(context: PageContext): FrontView {
  const { edition, publication } = context;
  const newest = edition.entries.toReversed();
  const isOpinion = (entry: Entry) => entry.article.kind === 'opinion';
  const isNews = (entry: Entry) => !isOpinion(entry) && entry.article.kind !== 'sponsored';
  const { front } = publication;
  const since = (newest.find(isNews)?.article.date.epoch ?? 0) - FRESH;
  const place: Placing = (entry) => placeOf(entry, since, publication.now);
  const news = byWeight(newest.filter(isNews), place);
  const lead =
    chosen(front.lead, context)[0] ??
    newest.find((entry) => place(entry).lead) ??
    leadOf(news, place, since, publication.now);
  const used = new Set<Entry>(lead ? [lead] : []);
  const take = (candidates: readonly Entry[], most: number): Entry[] => {
    const taken = candidates.filter((entry) => !used.has(entry)).slice(0, most);
    for (const entry of taken) used.add(entry);
    return taken;
  };
  const secondary = take([...new Set([...chosen(front.secondary, context), ...news])], SECONDARY);
  const opinion = take(byWeight(newest.filter(isOpinion), place), OPINION);
  const rails = publication.site.sections.flatMap(({ slug }) => {
    const section = context.section(slug);
    const items = take((edition.bySection.get(slug) ?? []).toReversed().filter(isNews), RAIL);
    return section && items.length > 0 ? [{ section, items: teasers(items) }] : [];
  });
  const path = frontPath(edition);
  return {
    layout: 'front',
    ...headView({ path, title: '', alternates: frontAlternates(publication.editions, context) }, context),
    secondary: teasers(secondary),
    opinion: opinion.map((entry) => signed(entry, context)),
    rails: rails satisfies { section: LinkView }[],
    latest: teasers(newest.slice(0, LATEST)),
    ...(lead ? { lead: context.teaser(lead) } : {}),
  };

  function teasers(entries: readonly Entry[]) {
    return entries.map((entry) => context.teaser(entry));
  }
}

function signed(entry: Entry, context: PageContext): FrontView['opinion'][number] {
  const [author, ...others] = entry.article.authors;
  const portrait = author !== undefined && others.length === 0 ? authorView(author, context).photo : undefined;
  return { ...context.teaser(entry), ...(portrait ? { portrait } : {}) };
}

/** What was chosen, still holds, is published and in the edition's language, in the editors' order. */
function chosen(list: readonly Chosen[], { edition, publication }: PageContext): Entry[] {
  return list.flatMap(({ source, until }) => {
    const entry = publication.entries.get(source);
    const holds = until === undefined || publication.now < until.epoch;
    return entry && holds && edition.position.has(entry) ? [entry] : [];
  });
}

/** What an article asks for, as long as that holds: until the moment it names, else while it is fresh. */
function placeOf({ article }: Entry, since: number, now: number): FrontPlace {
  const { front, date } = article;
  if (!front) return BY_ITSELF;
  const holds = front.until ? now < front.until.epoch : date.epoch >= since;
  return holds ? front : BY_ITSELF;
}

/** The heavier first; of one weight in the order given. */
function byWeight(entries: readonly Entry[], place: Placing): readonly Entry[] {
  return entries.toSorted((a, b) => place(b).weight - place(a).weight);
}

function leadOf(news: readonly Entry[], place: Placing, since: number, now: number): Entry | undefined {
  const fresh = news.filter(({ article }) => article.date.epoch >= since);
  const heaviest = fresh.filter((entry) => fresh[0] && place(entry).weight === place(fresh[0]).weight);
  return (
    heaviest.find(({ article }) => isRunning(article, now) && article.image) ??
    heaviest.find(({ article }) => article.image) ??
    heaviest[0] ??
    news[0]
  );
}

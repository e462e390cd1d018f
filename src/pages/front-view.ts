import type { Entry } from '../publication/edition.ts';
import type { Chosen } from '../publication/front-steering.ts';
import { frontPath } from './addresses.ts';
import { frontAlternates } from './alternates.ts';
import { authorView } from './author-view.ts';
import { headView } from './head-view.ts';
import type { PageContext } from './page-context.ts';
import type { FrontView, LinkView } from './views.ts';

const SECONDARY = 4;
const OPINION = 3;
const RAIL = 4;
const LATEST = 12;
// News ages: of what is no older than this when the newest appears, the weightiest leads.
const FRESH = 36 * 3_600_000;

/**
 * The front page. What editors chose in front.yaml comes first, as long as it holds; for the rest it is right by itself: the newest story that has a picture leads, live reports before all; opinion stands
 * apart; each section has a rail of the news that is not shown above; the latest stand in time order. What is sponsored
 * is found among the latest only, labelled: an advertiser buys no place in the order of the news.
 */
export function frontView(context: PageContext): FrontView {
  const { edition, publication } = context;
  const newest = edition.entries.toReversed();
  const isOpinion = (entry: Entry) => entry.article.kind === 'opinion';
  const isNews = (entry: Entry) => !isOpinion(entry) && entry.article.kind !== 'sponsored';
  const { front } = publication;
  const lead = chosen(front.lead, context)[0] ?? leadOf(newest.filter(isNews));
  const used = new Set<Entry>(lead ? [lead] : []);
  const take = (candidates: readonly Entry[], most: number): Entry[] => {
    const taken = candidates.filter((entry) => !used.has(entry)).slice(0, most);
    for (const entry of taken) used.add(entry);
    return taken;
  };
  const secondary = take([...new Set([...chosen(front.secondary, context), ...newest.filter(isNews)])], SECONDARY);
  const opinion = take(newest.filter(isOpinion), OPINION);
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
    const holds = until === undefined || publication.now < until;
    return entry && holds && edition.position.has(entry) ? [entry] : [];
  });
}

function leadOf(newestFirst: readonly Entry[]): Entry | undefined {
  const since = (newestFirst[0]?.article.date.epoch ?? 0) - FRESH;
  const fresh = newestFirst.filter((entry) => entry.article.date.epoch >= since);
  return (
    fresh.find((entry) => entry.article.kind === 'live' && entry.article.image) ??
    fresh.find((entry) => entry.article.image) ??
    newestFirst[0]
  );
}

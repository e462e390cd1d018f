import type { ContentPath } from '../../content/article.ts';
import { parseMoment } from '../../content/moment.ts';
import { decodeAddress } from '../../html/decode-address.ts';
import { slugOf } from '../../language/slug.ts';
import { articlePath, pagePath } from '../../pages/addresses.ts';
import type { SitePath } from '../../pages/site-path.ts';
import type { Site } from '../../schema/site.ts';
import { dateOf } from './dates.ts';
import type { Wxr, WxrItem } from './wxr.ts';

/** An item that is taken, with its file and its address here. */
export interface PlacedItem {
  readonly item: WxrItem;
  readonly kind: 'article' | 'page';
  readonly file: ContentPath;
  readonly date: string;
  readonly dateMissing: boolean;
  readonly address: SitePath;
  readonly draft: boolean;
}

const PUBLIC = new Set(['publish', 'future']);
const UNFINISHED = new Set(['draft', 'pending']);

/** Why an item is left out; undefined when it is taken. */
export function reasonToLeave({ type, status }: WxrItem): string | undefined {
  if (type !== 'post' && type !== 'page') return type === 'attachment' ? 'attachment' : `entry of type ${type}`;
  return PUBLIC.has(status) || UNFINISHED.has(status) ? undefined : `${status} ${type}`;
}

/** Gives every item that is taken its file and its address. */
export function placeItems(
  wxr: Wxr,
  site: Site,
  sectionOf: (item: WxrItem) => string | undefined,
): readonly PlacedItem[] {
  const taken = new Set<ContentPath>();
  const pages = new Map(wxr.items.filter(({ type }) => type === 'page').map((page) => [page.id, page]));
  const placed: PlacedItem[] = [];
  for (const item of wxr.items) {
    if (reasonToLeave(item) !== undefined) continue;
    const written = dateOf(item);
    const date = written ?? '1970-01-01';
    const moment = parseMoment(date, site.timeZone) ?? { epoch: 0, iso: '1970-01-01T00:00:00Z', dateOnly: true };
    const folders = item.type === 'page' ? foldersOf(item, pages, site.language) : [];
    const folder =
      item.type === 'page' ? ['pages', ...folders].join('/') : `articles/${date.slice(0, 4)}/${date.slice(5, 7)}`;
    let slug = slugOfItem(item, site.language);
    if (taken.has(`${folder}/${slug}.md`)) slug = `${slug}-${item.id}`;
    const file = `${folder}/${slug}.md`;
    taken.add(file);
    const { language } = site;
    const section = sectionOf(item);
    const address =
      item.type === 'page'
        ? pagePath({ folders, slug, language }, site)
        : articlePath({ date: moment, slug, language, ...(section === undefined ? {} : { section }) }, site);
    placed.push({
      item,
      kind: item.type === 'page' ? 'page' : 'article',
      file,
      date,
      dateMissing: written === undefined,
      address,
      draft: UNFINISHED.has(item.status) || item.password !== '',
    });
  }
  return placed;
}

function slugOfItem({ slug, title, id }: WxrItem, language: string): string {
  // A day at the start of a file's name is not part of its slug.
  const own = [slug, title].map((text) => slugOf(decodeAddress(text), language).replace(/^\d{4}-\d{2}-\d{2}-/, ''));
  const found = own.find((text) => text !== '');
  return found === undefined || found === 'index' ? `post-${id}` : found;
}

function foldersOf(item: WxrItem, pages: ReadonlyMap<string, WxrItem>, language: string): string[] {
  const folders: string[] = [];
  const seen = new Set<string>([item.id]);
  for (let parent = pages.get(item.parent); parent && !seen.has(parent.id); parent = pages.get(parent.parent)) {
    seen.add(parent.id);
    folders.unshift(slugOfItem(parent, language));
  }
  return folders;
}

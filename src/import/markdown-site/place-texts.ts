import path from 'node:path';
import type { ContentPath } from '../../content/article.ts';
import { parseMoment } from '../../content/moment.ts';
import { slugOf } from '../../language/slug.ts';
import { articlePath, pagePath } from '../../pages/addresses.ts';
import type { Site } from '../../schema/site.ts';
import { readForeignFile } from './foreign-file.ts';
import { type ForeignKeys, readForeignKeys } from './foreign-keys.ts';

export type Generator = 'hugo' | 'jekyll' | 'eleventy';

/** A text of another generator with its place here. */
export interface PlacedText {
  /** Below the site's folder. */
  readonly source: string;
  readonly kind: 'article' | 'page';
  readonly keys: ForeignKeys;
  readonly body: string;
  readonly file: ContentPath;
  readonly date: string;
  readonly address: string;
  readonly oldAddresses: readonly string[];
  readonly draft: boolean;
}

const LEFT_ALONE =
  /(?:^|\/)(?:[._]site|node_modules|public|vendor|\.[^/]+)\/|(?:^|\/)(?:_index|readme|license|changelog|contributing|code_of_conduct)\.md$/i;
const DATED = /^(\d{4}-\d{2}-\d{2})-/;

/** Why a file is left out; undefined when it is a text to take. */
export function reasonToLeaveFile(source: string, generator: Generator): string | undefined {
  if (!/\.(?:md|markdown)$/i.test(source)) return 'other';
  if (LEFT_ALONE.test(source)) return 'pages of lists, and files about the site itself';
  if (generator === 'hugo')
    return source.startsWith('content/') && !/^content\/authors\//.test(source)
      ? undefined
      : 'texts outside of content/';
  if (generator === 'jekyll')
    return /(?:^|\/)_(?!posts|drafts)/.test(source) ? 'collections other than posts' : undefined;
  return undefined;
}

/** Gives the texts of a site their files and addresses; those whose front matter cannot be read are named. */
export function placeTexts(
  texts: ReadonlyMap<string, string>,
  {
    generator,
    site,
    permalink,
    sectionOf,
  }: {
    generator: Generator;
    site: Site;
    permalink?: string | undefined;
    sectionOf: (keys: ForeignKeys) => string | undefined;
  },
): { readonly placed: readonly PlacedText[]; readonly unreadable: readonly string[] } {
  const placed: PlacedText[] = [];
  const unreadable: string[] = [];
  const taken = new Set<string>();
  for (const [source, text] of texts) {
    const file = readForeignFile(text);
    if (!file) {
      unreadable.push(source);
      continue;
    }
    const keys = readForeignKeys(file.keys);
    const name = nameOf(source);
    const day = DATED.exec(name)?.[1];
    const date = [keys.date, day ?? ''].find((one) => one !== '' && parseMoment(one, site.timeZone)) ?? '';
    const moment = parseMoment(date, site.timeZone);
    const kind = isArticle(source, generator, day, moment !== undefined) && moment ? 'article' : 'page';
    const bare = keys.slug || name.replace(DATED, '');
    const slug = slugOf(bare, site.language).replace(/^\d{4}-\d{2}-\d{2}-/, '') || 'text';
    const folders =
      kind === 'page'
        ? path.posix
            .dirname(withoutIndex(source))
            .split('/')
            .filter((part) => part !== '.' && part !== 'content')
            .map((part) => slugOf(part, site.language))
            .filter((part) => part !== '')
        : [];
    const folder =
      kind === 'page'
        ? ['pages', ...folders].join('/')
        : `articles/${moment?.iso.slice(0, 4)}/${moment?.iso.slice(5, 7)}`;
    const own = unused(slug, folder, taken);
    const section = sectionOf(keys);
    const { language } = site;
    const address =
      kind === 'article' && moment
        ? articlePath({ date: moment, slug: own, language, ...(section === undefined ? {} : { section }) }, site)
        : pagePath({ folders, slug: own, language }, site);
    placed.push({
      source,
      kind,
      keys,
      body: file.body,
      file: `${folder}/${own}.md`,
      date,
      address,
      oldAddresses: oldAddresses(source, keys, bare, kind === 'article' ? date : '', generator, permalink),
      draft: keys.draft || /(?:^|\/)_drafts\//.test(source),
    });
  }
  return { placed, unreadable };
}

function isArticle(source: string, generator: Generator, day: string | undefined, dated: boolean): boolean {
  return generator === 'jekyll' ? /(?:^|\/)_(?:posts|drafts)\//.test(source) : dated || day !== undefined;
}

function unused(slug: string, folder: string, taken: Set<string>): string {
  let own = slug;
  for (let n = 2; taken.has(`${folder}/${own}`); n++) own = `${slug}-${n}`;
  taken.add(`${folder}/${own}`);
  return own;
}

const withoutIndex = (source: string): string => source.replace(/\/index\.(?:md|markdown)$/i, '.md');

/** Name of the file, or of the folder whose index it is, without ending. */
export function nameOf(source: string): string {
  return path.posix.basename(withoutIndex(source)).replace(/\.(?:md|markdown)$/i, '');
}

/** The same without a day at its start. */
export const bareName = (source: string): string => nameOf(source).replace(DATED, '');

/** Where the other generator puts a text by its defaults, or by the pattern that is given, and where it was before. */
function oldAddresses(
  source: string,
  keys: ForeignKeys,
  slug: string,
  date: string,
  generator: Generator,
  permalink: string | undefined,
): string[] {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const folder = path.posix.dirname(withoutIndex(source)).replace(/^(?:\.|content)(?:\/|$)/, '');
  const categories = keys.categories.map((category) => category.toLowerCase().replace(/\s+/g, '-'));
  const parts: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    slug,
    title: slug,
    categories: categories.join('/'),
    section: folder.split('/')[0] ?? '',
    filename: nameOf(source),
  };
  const defaults = {
    hugo: `/${folder}/:slug/`,
    eleventy: `/${folder}/:slug/`,
    jekyll: date === '' ? `/${folder}/:slug.html` : '/:categories/:year/:month/:day/:title.html',
  };
  const stated = /^\/[^{}<>]*$/.test(keys.permalink) ? keys.permalink : undefined;
  const pattern = stated ?? (date === '' ? undefined : permalink) ?? defaults[generator];
  const own = pattern.replace(/:([a-z]+)/g, (whole, name: string) => parts[name] ?? whole).replace(/\/{2,}/g, '/');
  return [own, ...keys.aliases].filter((address) => /^\/[^\s?#]+$/.test(address));
}

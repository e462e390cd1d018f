import path from 'node:path';
import type { ContentPath } from '../../content/article.ts';
import { parseMoment } from '../../content/moment.ts';
import { slugOf } from '../../language/slug.ts';
import { articlePath, pagePath } from '../../pages/addresses.ts';
import type { Site } from '../../schema/site.ts';
import type { ImportRules } from '../import-rules.ts';
import { DATED, type Generator, nameOf, withoutIndex } from './file-names.ts';
import { readForeignFile } from './foreign-file.ts';
import { type ForeignKeys, readForeignKeys } from './foreign-keys.ts';
import { oldAddressesOf } from './old-address.ts';
import { isRecord } from './people-and-tags.ts';
import type { SiteConfig } from './site-config.ts';

/** A text of another generator with its place here. */
export interface PlacedText {
  /** Below the site's folder. */
  readonly source: string;
  readonly kind: 'article' | 'page';
  readonly keys: ForeignKeys;
  readonly body: string;
  readonly file: ContentPath;
  readonly date: string;
  readonly section?: string | undefined;
  readonly address: string;
  readonly oldAddresses: readonly string[];
  /** The permalink that could not be understood. */
  readonly unclear?: string;
  readonly draft: boolean;
  /** A key stood twice in its front matter. */
  readonly twice: boolean;
}

const LEFT_ALONE =
  /(?:^|\/)(?:[._]site|node_modules|public|vendor|\.[^/]+)\/|(?:^|\/)(?:_index|readme|license|changelog|contributing|code_of_conduct)\.(?:md|markdown)$/i;

/** Why a file is left out; undefined when it is a text to take. */
export function reasonToLeaveFile(source: string, generator: Generator): string | undefined {
  if (!/\.(?:md|markdown)$/i.test(source)) return 'other';
  if (isRecord(source)) return 'record';
  if (LEFT_ALONE.test(source)) return 'pages of lists, and files about the site itself';
  if (generator === 'hugo') return source.startsWith('content/') ? undefined : 'texts outside of content/';
  if (generator === 'jekyll')
    return /(?:^|\/)_(?!posts|drafts)/.test(source) ? 'collections other than posts' : undefined;
  return undefined;
}

interface Placing {
  readonly generator: Generator;
  readonly site: Site;
  readonly rules: ImportRules;
  readonly config: SiteConfig;
  readonly sectionOf: (keys: ForeignKeys, source: string) => string | undefined;
}

/** Gives the texts of a site their files and addresses; those whose front matter cannot be read are named. */
export function placeTexts(
  texts: ReadonlyMap<string, string>,
  { generator, site, rules, config, sectionOf }: Placing,
): { readonly placed: readonly PlacedText[]; readonly unreadable: readonly string[] } {
  const placed: PlacedText[] = [];
  const unreadable: string[] = [];
  const taken = new Set<string>();
  const { language } = site;
  for (const [source, text] of texts) {
    const file = readForeignFile(text);
    if (!file) {
      unreadable.push(source);
      continue;
    }
    const keys = readForeignKeys(file.keys, rules);
    const name = nameOf(source);
    const day = DATED.exec(name)?.[1];
    const date = [keys.date, day ?? ''].find((one) => one !== '' && parseMoment(one, site.timeZone)) ?? '';
    const moment = parseMoment(date, site.timeZone);
    const kind = isArticle(source, generator, day, moment !== undefined) && moment ? 'article' : 'page';
    const bare = keys.slug || name.replace(DATED, '');
    const folders = kind === 'page' ? foldersOf(source, language) : [];
    const folder =
      kind === 'page'
        ? ['pages', ...folders].join('/')
        : `articles/${moment?.iso.slice(0, 4)}/${moment?.iso.slice(5, 7)}`;
    const slug = unused(slugOf(bare, language).replace(/^\d{4}-\d{2}-\d{2}-/, '') || 'text', folder, taken);
    const section = sectionOf(keys, source);
    const old = oldAddressesOf(
      { source, keys, date: kind === 'article' ? date : '' },
      { generator, language, timeZone: site.timeZone, permalink: rules.permalink, config },
    );
    placed.push({
      ...{ source, kind, keys, body: file.body, file: `${folder}/${slug}.md`, date, section },
      address:
        kind === 'article' && moment
          ? articlePath({ date: moment, slug, language, ...(section === undefined ? {} : { section }) }, site)
          : pagePath({ folders, slug, language }, site),
      oldAddresses: old.addresses,
      ...(old.unclear === undefined ? {} : { unclear: old.unclear }),
      draft: keys.draft || /(?:^|\/)_drafts\//.test(source),
      twice: file.twice === true,
    });
  }
  return { placed, unreadable };
}

function isArticle(source: string, generator: Generator, day: string | undefined, dated: boolean): boolean {
  return generator === 'jekyll' ? /(?:^|\/)_(?:posts|drafts)\//.test(source) : dated || day !== undefined;
}

function foldersOf(source: string, language: string): string[] {
  return path.posix
    .dirname(withoutIndex(source))
    .split('/')
    .filter((part) => part !== '.' && part !== 'content')
    .map((part) => slugOf(part, language))
    .filter((part) => part !== '');
}

function unused(slug: string, folder: string, taken: Set<string>): string {
  let own = slug;
  for (let n = 2; taken.has(`${folder}/${own}`); n++) own = `${slug}-${n}`;
  taken.add(`${folder}/${own}`);
  return own;
}

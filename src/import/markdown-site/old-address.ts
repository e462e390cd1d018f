import path from 'node:path';
import { parseMoment } from '../../content/moment.ts';
import { slugOf } from '../../language/slug.ts';
import { DATED, type Generator, nameOf, withoutIndex } from './file-names.ts';
import type { ForeignKeys } from './foreign-keys.ts';
import type { SiteConfig } from './site-config.ts';

/** What the address of a text is made of. */
export interface AddressParts {
  readonly source: string;
  readonly keys: ForeignKeys;
  /** Empty for a page. */
  readonly date: string;
}

interface Site {
  readonly generator: Generator;
  readonly language: string;
  readonly timeZone: string;
  /** Of articles, as the person who moves in says. */
  readonly permalink?: string | undefined;
  readonly config: SiteConfig;
}

const DEFAULTS: Readonly<Record<Generator, { readonly article: string; readonly page: string }>> = {
  hugo: { article: '/:folder/:slugorfilename/', page: '/:folder/:slugorfilename/' },
  eleventy: { article: '/:folder/:slug/', page: '/:folder/:slug/' },
  jekyll: { article: '/:categories/:year/:month/:day/:title.html', page: '/:folder/:slug.html' },
};

/** Where the other generator has a text, by its own permalink, the pattern given, its settings or its defaults, and where it was before. Undefined in place of an address that cannot be told. */
export function oldAddressesOf(text: AddressParts, site: Site): { addresses: string[]; unclear?: string } {
  const { source, keys, date } = text;
  const configured = site.config.permalinks
    .filter(([folder]) => folder === '' || source.startsWith(`${folder}/`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
  const pattern =
    (keys.permalink === '' ? undefined : keys.permalink) ??
    (date === '' ? undefined : site.permalink) ??
    (date === '' && site.generator === 'jekyll' ? undefined : configured) ??
    DEFAULTS[site.generator][date === '' ? 'page' : 'article'];
  const own = filled(rooted(pattern), text, site);
  const unclear = /[{}<>]|:[a-z]/.test(own);
  // Jekyll tells the day in its own zone, others as the date is written.
  const dates = site.generator === 'jekyll' ? [parseMoment(date, site.timeZone)?.iso ?? date, date] : [date];
  const all = new Set(dates.map((one) => filled(rooted(pattern), { ...text, date: one }, site)));
  const addresses = [...(unclear ? [] : all), ...keys.aliases].filter((address) => /^\/[^\s?#]+$/.test(address));
  return { addresses, ...(unclear ? { unclear: own } : {}) };
}

const rooted = (pattern: string): string => `/${pattern.replace(/^(?:https?:\/\/[^/]+)?\/*/, '')}`;

function filled(pattern: string, { source, keys, date }: AddressParts, { generator, language }: Site): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const [hour = '00', minute = '00', second = '00'] = /\d\d:\d\d(?::\d\d)?/.exec(date)?.[0].split(':') ?? [];
  const name = nameOf(source);
  const bare = name.replace(DATED, '');
  const folder = path.posix.dirname(withoutIndex(source)).replace(/^(?:\.|content|src)(?:\/|$)/, '');
  const title = slugOf(keys.title, language);
  const slug = keys.slug || bare;
  const parts: Readonly<Record<string, string>> = {
    ...{ year, month, day, hour, minute, second, folder },
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    y_day: String(dayOfYear(year, month, day)).padStart(3, '0'),
    yearday: String(dayOfYear(year, month, day)),
    monthname: MONTHS[Number(month) - 1] ?? '',
    slug: generator === 'hugo' ? keys.slug || title || name : slug,
    title: generator === 'hugo' ? title || name : slug,
    headline: title,
    ...{ slugorfilename: keys.slug || name, slugorcontentbasename: keys.slug || name },
    ...{ filename: name, contentbasename: name },
    categories: keys.categories.map((category) => category.toLowerCase().replace(/\s+/g, '-')).join('/'),
    section: folder.split('/')[0] ?? '',
    sections: folder,
  };
  return withoutBraces(pattern)
    .replace(/:([a-z_]+)/g, (whole, part: string) => parts[part] ?? whole)
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html$/, '/');
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

function dayOfYear(year: string, month: string, day: string): number {
  return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 1)) / 86_400_000 + 1;
}

const STRFTIME: Readonly<Record<string, string>> = { Y: ':year', m: ':month', d: ':day', y: ':short_year' };

/** The parts of a permalink of Eleventy in the notation of the others. https://www.11ty.dev/docs/permalinks/ */
function withoutBraces(pattern: string): string {
  return pattern
    .replace(
      /\{\{-?\s*(?:page\.)?date\s*\|\s*date(?:Filter)?\s*(?::\s*|\(\s*)["']([^"']+)["']\s*\)?\s*-?\}\}/g,
      (_, form: string) => form.replace(/%-?([a-zA-Z])/g, (whole, sign: string) => STRFTIME[sign] ?? whole),
    )
    .replace(/\{\{-?\s*page\.fileSlug[^}]*\}\}/g, ':slug')
    .replace(/\{\{-?\s*slug\s*-?\}\}/g, ':slug')
    .replace(/\{\{-?\s*title\s*\|\s*slug(?:ify)?\s*-?\}\}/g, ':headline')
    .replace(/\{\{-?\s*page\.filePathStem\s*-?\}\}/g, '/:folder/:slug');
}

import { frontPath } from '../pages/addresses.ts';
import { firstFaces } from '../pages/first-faces.ts';
import type { PageContext } from '../pages/page-context.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { HeaderRule } from './response-headers.ts';

type Assets = Pick<SiteView, 'assets' | 'integrity'>;

// Cloudflare reads a hundred rules; older articles are read, and do without.
const MOST_YEARS = 30;

/**
 * `Link` headers that name what the first screen of a page cannot do without: hosts send them ahead of the page, as
 * 103 Early Hints (RFC 8297), and browsers ask for the files before they have read a line. Front pages and articles have
 * them; the address of another page does not tell which style sheet it has.
 */
export function earlyHints(contexts: readonly PageContext[], assets: Assets): readonly HeaderRule[] {
  const years = Math.floor(MOST_YEARS / contexts.length);
  return contexts.flatMap((context) => {
    const { edition } = context;
    const front = linkTo('styles/front.css', [edition.language], context, assets);
    const article = linkTo('styles/article.css', languagesIn(context), context, assets);
    return [
      { path: frontPath(edition), headers: { Link: front } },
      ...articleForms(context, years).map((path) => ({ path, headers: { Link: article } })),
    ].filter(({ headers }) => headers.Link !== '');
  });
}

/** The forms of articles' addresses, one for each of the newest years; none where another page could have such an address. */
function articleForms({ edition, publication }: PageContext, most: number): readonly string[] {
  const parts = publication.site.permalinks.article.split('/').slice(1, -1);
  // Under a year the calendar has addresses of up to three parts.
  if (parts[0] !== '{year}' || parts.length < 4) return [];
  if (!parts.every((part) => /^(?:\{[a-z]+\}|[^{}]+)$/.test(part))) return [];
  const rest = parts.slice(1).map((part) => part.replace(/^\{([a-z]+)\}$/, ':$1'));
  const years = [...new Set([...edition.byDay.keys()].map((day) => day.slice(0, 4)))].sort().slice(-most);
  return years.map((year) => `${edition.prefix}/${[year, ...rest].join('/')}/`);
}

function languagesIn({ edition }: PageContext): readonly string[] {
  return [...new Set(edition.entries.map(({ article }) => article.language))];
}

/** The style sheets, the script that runs before the first paint, and the type that pages in all of these languages have. */
function linkTo(
  style: string,
  languages: readonly string[],
  context: PageContext,
  { assets, integrity }: Assets,
): string {
  const typefaces = context.publication.site.design?.typefaces ?? 'newspaper';
  const [first = [], ...others] = languages.map((language) => firstFaces(language, typefaces));
  const faces = first.filter((face) => others.every((other) => other.includes(face)));
  // A browser takes what it was sent ahead for what the page names only where both say the same hash.
  const preload = (names: readonly string[], form: string) =>
    names.flatMap((name) => (assets[name] === undefined ? [] : [`<${assets[name]}>; rel=preload; ${form}`]));
  const sealed = (name: string, form: string) =>
    preload([name], integrity[name] === undefined ? form : `${form}; integrity="${integrity[name]}"`);
  return [
    ...sealed(style, 'as=style'),
    ...sealed('theme.css', 'as=style'),
    ...sealed('scripts/site.js', 'as=script'),
    ...preload(faces, 'as=font; type="font/woff2"; crossorigin'),
  ].join(', ');
}

import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';
import { type Files, NOW, SITE_YAML } from '../small-site.ts';

/** Runs are the same every time; fast-check prints seed and path of a failure. */
export const SEED = 20260704;

/** One article of a random site. Everything it says holds its own word, so that any trace of it can be found. */
export interface RandomArticle {
  /** Minutes between the clock and its date. */
  readonly minutes: number;
  /** Hours that its date is written ahead of UTC. */
  readonly offset: number;
  readonly draft: boolean;
  readonly folder: string;
  readonly kind: 'news' | 'opinion' | 'live';
  readonly language: 'en' | 'uk';
  /** Whether it has a series, posts and pictures of its own. */
  readonly rich: boolean;
  /** Whether it leads nowhere: then its page depends on nothing newer but its neighbour. */
  readonly plain: boolean;
  /** Counts how often its text was changed. */
  readonly version?: number;
  /** Articles that it links to and names as related. */
  readonly mentions: readonly number[];
  readonly translates?: number | undefined;
}

export interface RandomSite {
  readonly articles: readonly RandomArticle[];
  readonly draftPage: boolean;
}

const DAY = 24 * 60;

export const randomArticle: fc.Arbitrary<RandomArticle> = fc.record({
  minutes: fc.oneof(
    fc.constantFrom(0, -1, 1, -DAY, DAY),
    fc.integer({ min: -400 * DAY, max: -1 }),
    fc.integer({ min: 1, max: 400 * DAY }),
  ),
  offset: fc.constantFrom(-11, 0, 2, 3, 14),
  draft: fc.boolean(),
  folder: fc.constantFrom('', '2026/', '2026/07/'),
  kind: fc.constantFrom('news', 'opinion', 'live'),
  language: fc.constantFrom('en', 'en', 'uk'),
  rich: fc.boolean(),
  plain: fc.constant(false),
  mentions: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
  translates: fc.option(fc.nat(5), { nil: undefined }),
});

/** Sites of these articles. */
export const siteOf = (article: fc.Arbitrary<RandomArticle>): fc.Arbitrary<RandomSite> =>
  fc.record({ articles: fc.array(article, { minLength: 3, maxLength: 7 }), draftPage: fc.boolean() });

export const randomSite = siteOf(randomArticle);

/** The word that stands only in what article `i` says in one place. */
export const word = (i: number, place: string): string => `zq${i}q${place}`;

/** Any word of article `i`. */
export const anyWord = (i: number): string => `zq${i}q`;

export const isHidden = (article: RandomArticle, now = NOW): boolean =>
  article.draft || NOW + article.minutes * 60_000 > now;

const LANGUAGES = `${SITE_YAML}languages: [en, uk]\nlistings: {size: 5}\n`;

/**
 * The files of a site. `without` are articles to leave out as if they had never been written: their files, what only
 * they use, and the links to them, whose words stay.
 */
export function filesOf({ articles, draftPage }: RandomSite, without: ReadonlySet<number> = new Set()): Files {
  const files: Record<string, string | Uint8Array> = {
    'site.yaml': LANGUAGES,
    'authors/shared.md': '---\nname: Shared Author\n---\n\nWrites.\n',
    'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
  };
  if (draftPage && without.size === 0)
    files[`pages/${word(99, 'page')}.md`] =
      `---\ntitle: ${word(99, 'title')}\ndraft: true\n---\n\n${word(99, 'body')}\n`;
  const there = articles.keys().filter((i) => !without.has(i));
  files['redirects.yaml'] = [...there].map((i) => `/short-${i}/: ${addressOf(i, articles)}\n`).join('');
  for (const [i, article] of articles.entries())
    if (!without.has(i)) Object.assign(files, articleFiles(i, article, articles, without));
  return files;
}

function articleFiles(
  i: number,
  article: RandomArticle,
  articles: readonly RandomArticle[],
  without: ReadonlySet<number>,
): Files {
  const w = (place: string) => word(i, place);
  const mentioned = article.mentions.filter((other) => !article.plain && other < articles.length && other !== i);
  const there = mentioned.filter((other) => !without.has(other));
  const translates =
    !article.plain &&
    article.translates !== undefined &&
    article.translates < articles.length &&
    article.translates !== i
      ? article.translates
      : undefined;
  const id = String(9000 + i);
  const keys = {
    title: w('title'),
    standfirst: w('standfirst'),
    date: DateTime.fromMillis(NOW + article.minutes * 60_000, {
      zone: FixedOffsetZone.instance(article.offset * 60),
    }).toISO(),
    draft: article.draft,
    kind: article.kind,
    language: article.language,
    section: i % 2 === 0 ? 'news' : 'opinion',
    dateline: w('dateline'),
    authors: ['shared', w('author')],
    tags: ['shared', w('tag'), w('label')],
    canonical: `https://${w('canonical')}.example/`,
    redirectFrom: [`/${w('old')}/`],
    corrections: [{ date: '2025-01-01', text: w('correction') }],
    ...(there.length > 0 ? { related: there.map((other) => fileOf(other, articles)) } : {}),
    ...(translates !== undefined && !without.has(translates) ? { translationOf: fileOf(translates, articles) } : {}),
    ...(article.rich
      ? {
          series: w('series'),
          image: { src: `/images/${w('lead')}.svg`, alt: w('alt'), caption: w('caption'), credit: w('credit') },
          ...(article.plain
            ? {}
            : { tweets: [snapshot(String(8000 + i), w('inline'), `/images/${w('inlinemedia')}.svg`)] }),
        }
      : {}),
  };
  const links = mentioned.map((other) =>
    without.has(other) ? 'See there.' : `See [there](/articles/${fileOf(other, articles)}).`,
  );
  const body = [
    w('body') + (article.version === undefined ? '' : ` changed ${article.version} times`),
    `## ${w('heading')}`,
    ...links,
    ...(article.plain ? [] : [`[Data](/files-of-articles/${w('file')}.csv)`]),
    ...(article.rich && !article.plain
      ? [`https://x.com/someone/status/${id}`, `![${w('bodyalt')}](/images/${w('picture')}.svg "Photo: ${w('by')}")`]
      : []),
  ];
  return {
    [`articles/${fileOf(i, articles)}`]: `---\n${JSON.stringify(keys)}\n---\n\n${body.join('\n\n')}\n`,
    [`authors/${w('author')}.md`]: `---\nname: ${w('name')}\nrole: ${w('role')}\n---\n\n${w('biography')}\n`,
    [`tags/${w('tag')}.md`]: `---\nlabel: ${w('taglabel')}\ndescription: ${w('description')}\n---\n\n${w('tagbody')}\n`,
    [`files-of-articles/${w('file')}.csv`]: `${w('csv')}\n`,
    ...(article.rich
      ? {
          [`series/${w('series')}.md`]: `---\ntitle: ${w('seriestitle')}\n---\n\n![${w('seriesalt')}](/images/${w('seriespicture')}.svg "Photo: ${w('by')}")\n`,
          [`embeds/tweets/${id}.json`]: JSON.stringify(snapshot(id, w('tweet'), `/images/${w('media')}.svg`)),
          ...Object.fromEntries(
            ['lead', 'inlinemedia', 'picture', 'seriespicture', 'media'].map((name) => [
              `images/${w(name)}.svg`,
              picture(w(`${name}bytes`)),
            ]),
          ),
        }
      : {}),
  };
}

export function fileOf(i: number, articles: readonly RandomArticle[]): string {
  return `${articles[i]?.folder ?? ''}${word(i, 'name')}.md`;
}

function addressOf(i: number, articles: readonly RandomArticle[]): string {
  const { minutes = 0, language } = articles[i] ?? {};
  const day = DateTime.fromMillis(NOW + minutes * 60_000, { zone: 'Europe/Kyiv' });
  return `${language === 'uk' ? '/uk' : ''}${day.toFormat('/yyyy/MM/dd/')}${word(i, 'name')}/`;
}

function snapshot(id: string, text: string, src: string) {
  const media = [{ src, alt: text }];
  return {
    id,
    url: `https://x.com/someone/status/${id}`,
    author: text,
    handle: 'someone',
    date: '2025-01-01',
    text,
    media,
  };
}

// SVG is published as it is, so that its bytes can be searched.
function picture(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><title>${text}</title><rect width="400" height="300" fill="#${text.length.toString(16).padStart(2, '0')}8899"/></svg>`;
}

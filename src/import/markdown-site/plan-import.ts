import type { ContentPath } from '../../content/article.ts';
import { slugOf } from '../../language/slug.ts';
import { listingPath } from '../../pages/addresses.ts';
import type { Site } from '../../schema/site.ts';
import { addressKey } from '../addresses-to-redirect.ts';
import { fileText } from '../front-matter-text.ts';
import type { ImportPlan } from '../import-plan.ts';
import { type ImportRules, sectionOfFolder } from '../import-rules.ts';
import { anchorsOf } from './anchors.ts';
import { authorIds, convertText } from './convert-text.ts';
import { bareName, type Generator, nameOf } from './file-names.ts';
import type { ForeignKeys } from './foreign-keys.ts';
import { listRedirects } from './list-redirects.ts';
import { readRecords, spokenName } from './people-and-tags.ts';
import { type PlacedText, placeTexts, reasonToLeaveFile } from './place-texts.ts';
import { readSiteConfig } from './site-config.ts';
import { SiteFiles } from './site-files.ts';

export interface MarkdownSiteOptions extends ImportRules {
  readonly generator: Generator;
  readonly site: Site;
  readonly knownAuthors: ReadonlySet<string>;
  /** Addresses of the pages that the publication has already. */
  readonly addresses?: readonly string[];
}

/** What an import of a site of Markdown files does. `texts` are its Markdown files and settings, `files` all of them, by path below its folder. */
export function planMarkdownImport(
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
  options: MarkdownSiteOptions,
): ImportPlan {
  const { site, generator } = options;
  const config = readSiteConfig(texts, generator);
  const rules = { ...options, address: options.address ?? config.address };
  const { sectionFor, sectionOf } = sectionsOf(options);
  const wanted = new Map([...texts].filter(([source]) => reasonToLeaveFile(source, generator) === undefined));
  const { placed, unreadable } = placeTexts(wanted, { generator, site, rules, config, sectionOf });
  const records = readRecords(texts, site.language);
  const redirects = listRedirects(placed, records, [...texts.keys()], options);
  const made = authorFiles(placed, new Set(records.map(({ file }) => file)), options);
  const context = {
    ...{ generator, site, rules, sectionFor },
    values: { ...config.values, ...options.values },
    author: authorsBy(placed, [...records.map(({ file, text }) => [file, text] as const), ...made], options),
    library: new SiteFiles(files),
    byAddress: new Map(
      placed.flatMap(({ oldAddresses, file }) => oldAddresses.map((old) => [addressKey(old), file] as const)),
    ),
    byName: new Map(
      placed.flatMap(({ source, file }) => [nameOf(source), bareName(source)].map((name) => [name, file] as const)),
    ),
    anchors: new Map(placed.map(({ file, body }) => [file, anchorsOf(body, site.language)] as const)),
    known: new Set(
      [...(options.addresses ?? []), ...placed.map(({ address }) => address), ...redirects.keys()].map(addressKey),
    ),
    redirected: new Set(placed.map(({ address }) => addressKey(address))),
  };
  const converted = placed.map((text) => convertText(text, context));
  const described = records.filter(({ kind, id }) => kind === 'tag' || !options.knownAuthors.has(id));
  const articles = placed.filter(({ kind }) => kind === 'article');
  const drafts = articles.filter(({ draft }) => draft).length;
  const of = (wanted: 'author' | 'tag') => described.filter(({ kind }) => kind === wanted).length;
  return {
    title: `a site of ${generator}`,
    files: new Map([
      ...converted.map(({ file, text }) => [file, text] as const),
      ...described.map(({ file, text }) => [file, text] as const),
      ...made,
    ]),
    copies: [...context.library.copies.values()],
    wanted: [],
    redirects,
    taken: [
      ['articles', articles.length, drafts > 0 ? `${drafts} of them draft` : ''],
      ['pages', placed.length - articles.length],
      ['authors', of('author') + made.size, made.size > 0 ? `${made.size} of them by name only` : ''],
      ['tags with a page of their own', of('tag')],
      ['pictures and documents', context.library.copies.size],
    ],
    leftOut: [
      ...countReasons(texts, generator),
      ['texts whose front matter is none, or cannot be read', unreadable.length],
    ],
    notes: [
      ...converted.flatMap(({ notes }) => notes),
      ...unreadable.map((source) => ({
        ...({ kind: 'person', file: '', line: 1, detail: source } as const),
        message: 'its front matter is none, or cannot be read, and it was left out',
      })),
    ],
  };
}

function sectionsOf({ site, sections, ...rules }: MarkdownSiteOptions) {
  const slugs = new Set(site.sections.map(({ slug }) => slug));
  const sectionFor = (category: string): string | undefined =>
    [sections.get(category.toLowerCase()), slugOf(category, site.language)].find(
      (one) => one !== undefined && slugs.has(one),
    );
  const sectionOf = ({ categories }: ForeignKeys, source: string): string | undefined =>
    categories.map(sectionFor).find((one) => one !== undefined) ?? sectionOfFolder(source, rules);
  return { sectionFor, sectionOf };
}

/** Files for those who are named in a byline and told of nowhere. */
function authorFiles(
  placed: readonly PlacedText[],
  told: ReadonlySet<ContentPath>,
  options: MarkdownSiteOptions,
): ReadonlyMap<ContentPath, string> {
  const names = new Map<string, string>();
  for (const { keys, kind } of placed)
    for (const name of kind === 'article' ? keys.authors : []) {
      const [id = ''] = authorIds({ ...keys, authors: [name] }, options.site, options);
      if (id !== '' && !options.knownAuthors.has(id) && !names.has(id)) names.set(id, spokenName(name));
    }
  return new Map(
    [...names]
      .map(([id, name]) => [`authors/${id}.md`, fileText({ name }, '')] as const)
      .filter(([file]) => !told.has(file))
      .sort(),
  );
}

/** Those who have a page here, by id. */
function authorsBy(
  placed: readonly PlacedText[],
  files: readonly (readonly [ContentPath, string])[],
  { site, ...rules }: MarkdownSiteOptions,
): (id: string) => { name: string; address: string } | undefined {
  const names = new Map(files.map(([file, text]) => [file, /^name: (.*)$/m.exec(text)?.[1] ?? ''] as const));
  const writing = new Set(
    placed
      .filter(({ kind, draft }) => kind === 'article' && !draft)
      .flatMap(({ keys }) => authorIds(keys, site, rules)),
  );
  return (written) => {
    const id = slugOf(written, site.language);
    const name = names.get(`authors/${id}.md`);
    if (name === undefined || !writing.has(id)) return undefined;
    return { name: name.replace(/^"|"$/g, ''), address: listingPath({ prefix: '' }, 'author', id) };
  };
}

function countReasons(texts: ReadonlyMap<string, string>, generator: Generator): (readonly [string, number])[] {
  const reasons = [...texts.keys()].flatMap((source) => reasonToLeaveFile(source, generator) ?? []);
  const counted = Map.groupBy(
    reasons.filter((reason) => !/^(?:other|record)$/.test(reason)),
    (reason) => reason,
  );
  return [...counted].map(([reason, own]) => [reason, own.length]);
}

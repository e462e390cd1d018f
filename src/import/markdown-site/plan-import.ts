import type { ContentPath } from '../../content/article.ts';
import { parseMoment } from '../../content/moment.ts';
import { slugOf } from '../../language/slug.ts';
import type { Site } from '../../schema/site.ts';
import { fileText } from '../front-matter-text.ts';
import { type ImportNote, Notes } from '../import-note.ts';
import type { ImportPlan } from '../import-plan.ts';
import { encodeSrc, hasCredit, leftOutMarkdown, pictureMarkdown } from '../pictures.ts';
import { firstWords, plainText } from '../plain-text.ts';
import { addressKey } from '../wordpress/old-addresses.ts';
import { convertForeignBody } from './foreign-body.ts';
import type { ForeignKeys } from './foreign-keys.ts';
import { bareName, type Generator, nameOf, type PlacedText, placeTexts, reasonToLeaveFile } from './place-texts.ts';
import { SiteFiles } from './site-files.ts';

export interface MarkdownSiteOptions {
  readonly generator: Generator;
  readonly site: Site;
  readonly knownAuthors: ReadonlySet<string>;
  readonly sections: ReadonlyMap<string, string>;
  /** Pattern of the addresses of articles, such as `/:year/:month/:slug/`. */
  readonly permalink?: string;
  readonly credit?: string;
}

/** What an import of a site of Markdown files does. `texts` are its Markdown files, `files` all of them, by path below its folder. */
export function planMarkdownImport(
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
  options: MarkdownSiteOptions,
): ImportPlan {
  const { site, generator } = options;
  const sectionSlugs = new Set(site.sections.map(({ slug }) => slug));
  const sectionFor = (category: string) =>
    [options.sections.get(category.toLowerCase()), slugOf(category, site.language)].find(
      (one) => one !== undefined && sectionSlugs.has(one),
    );
  const sectionOf = (keys: ForeignKeys) => keys.categories.map(sectionFor).find((one) => one !== undefined);
  const wanted = new Map([...texts].filter(([source]) => reasonToLeaveFile(source, generator) === undefined));
  const { placed, unreadable } = placeTexts(wanted, { ...options, sectionOf });
  const context = {
    ...options,
    library: new SiteFiles(files),
    sectionFor,
    sectionOf,
    byAddress: new Map(
      placed.flatMap(({ oldAddresses, file }) => oldAddresses.map((old) => [addressKey(old), file] as const)),
    ),
    byName: new Map(
      placed.flatMap(({ source, file }) => [nameOf(source), bareName(source)].map((name) => [name, file] as const)),
    ),
    redirected: new Set(placed.map(({ address }) => addressKey(address))),
  };
  const converted = placed.map((text) => convert(text, context));
  const authors = authorFiles(placed, options);
  const articles = placed.filter(({ kind }) => kind === 'article');
  const drafts = articles.filter(({ draft }) => draft).length;
  return {
    title: `a site of ${generator}`,
    files: new Map([...converted.map(({ file, text }) => [file, text] as const), ...authors]),
    copies: [...context.library.copies.values()],
    redirects: new Map(),
    taken: [
      ['articles', articles.length, drafts > 0 ? `${drafts} of them draft` : ''],
      ['pages', placed.length - articles.length],
      ['authors', authors.size],
      ['pictures and documents', context.library.copies.size],
    ],
    leftOut: [
      ...countReasons(texts, generator),
      ...(unreadable.length > 0
        ? [['texts whose front matter is none, or cannot be read', unreadable.length] as const]
        : []),
    ],
    notes: [...converted.flatMap(({ notes }) => notes), ...unreadable.map(unreadableNote)],
  };
}

function unreadableNote(source: string): ImportNote {
  const message = `its front matter is none, or cannot be read, and it was left out: ${source}`;
  return { kind: 'person', file: '', line: 1, message };
}

interface Context extends MarkdownSiteOptions {
  readonly library: SiteFiles;
  readonly sectionFor: (category: string) => string | undefined;
  readonly sectionOf: (keys: ForeignKeys) => string | undefined;
  readonly byAddress: ReadonlyMap<string, ContentPath>;
  readonly byName: ReadonlyMap<string, ContentPath>;
  readonly redirected: Set<string>;
}

function convert(
  text: PlacedText,
  context: Context,
): { file: ContentPath; text: string; notes: readonly ImportNote[] } {
  const { source, keys, kind, file, date } = text;
  const { site, library, credit } = context;
  const notes = new Notes();
  const uncredited = new Set<string>();
  const body = convertForeignBody(text.body, {
    syntax: context.generator === 'hugo' ? 'hugo' : 'liquid',
    picture(picture) {
      const src = library.take(picture.url, source);
      if (src === undefined) {
        notes.person('a picture is not in the folder and was left out', picture.url.replace(/[<>]/g, ''));
        return leftOutMarkdown(picture);
      }
      if (!hasCredit(picture.caption, site.language)) uncredited.add(encodeSrc(src));
      return pictureMarkdown(src, picture);
    },
    link(href) {
      const [, path = '', anchor = ''] = /^([^#]*)(#.*)?$/.exec(href) ?? [];
      if (path === '' || /^[a-z][\w+.-]*:|^\/\//i.test(path)) return href;
      const found = path.startsWith('/')
        ? context.byAddress.get(addressKey(path.replace(/\?.*$/, '')))
        : context.byName.get(nameOf(path));
      if (found !== undefined) return `/${found}${anchor}`;
      const document = /\.\w+$/.test(path) ? library.take(path, source) : undefined;
      return document === undefined ? href : encodeSrc(document);
    },
    fileNamed: (name) => {
      const found =
        context.byName.get(nameOf(name.replace(/#.*$/, ''))) ?? context.byName.get(bareName(name.replace(/#.*$/, '')));
      return found === undefined ? undefined : `/${found}`;
    },
    changed: (message, near) => notes.changed(message, near),
    person: (message, near) => notes.person(message, near),
  });
  const title = keys.title || firstWords(plainText(body)) || nameOf(source);
  if (keys.title === '') notes.person('there was no headline; the first words stand for it', 'title:');
  for (const key of keys.unknown) notes.changed(`the key \`${key}\` has no place here and was left out`);
  const redirectFrom = text.oldAddresses.filter((address) => {
    const key = addressKey(address);
    const free = !context.redirected.has(key);
    context.redirected.add(key);
    return free;
  });
  const section = context.sectionOf(keys);
  const article = kind === 'article';
  if (article && section === undefined)
    notes.person('no section: none of its categories is one, nor does --sections name one');
  const whole = fileText(
    {
      title,
      standfirst: keys.standfirst === '' ? undefined : keys.standfirst,
      ...(article
        ? {
            date,
            updated: updatedOf(keys, date, site),
            authors: authorIds(keys, site),
            section,
            tags: tagsOf(keys, section, context),
          }
        : {}),
      image: leadImage(text, context, notes),
      images:
        credit === undefined || uncredited.size === 0
          ? undefined
          : Object.fromEntries([...uncredited].map((src) => [src, { credit }])),
      redirectFrom,
      draft: text.draft ? true : undefined,
      canonical: article && /^https?:\/\/\S+$/.test(keys.canonical) ? keys.canonical : undefined,
    },
    body,
  );
  return { file, text: whole, notes: notes.in(file, whole) };
}

function leadImage({ keys, source }: PlacedText, { library, credit, site }: Context, notes: Notes) {
  if (!keys.image) return undefined;
  const { src, alt, caption, credit: own } = keys.image;
  const found = library.take(src, source);
  if (found === undefined) {
    notes.person(`the lead picture was left out: ${src}`);
    return undefined;
  }
  const named = own || (hasCredit(caption, site.language) ? '' : (credit ?? ''));
  return {
    src: `/${found}`,
    ...(alt === '' ? {} : { alt }),
    ...(caption === '' ? {} : { caption }),
    ...(named === '' ? {} : { credit: named }),
  };
}

function updatedOf({ updated }: ForeignKeys, date: string, { timeZone }: Site): string | undefined {
  const [before, after] = [parseMoment(date, timeZone), parseMoment(updated, timeZone)];
  return before && after && after.epoch > before.epoch ? updated : undefined;
}

function tagsOf(keys: ForeignKeys, section: string | undefined, { site, sectionFor }: Context): string[] {
  const rest = keys.categories.filter((category) => section === undefined || sectionFor(category) !== section);
  const bySlug = new Map([...rest, ...keys.tags].map((label) => [slugOf(label, site.language), label]));
  return [...bySlug].filter(([slug]) => slug !== '').map(([, label]) => label);
}

const authorIds = ({ authors }: ForeignKeys, { language }: Site): string[] =>
  [...new Set(authors.map((author) => slugOf(author, language)))].filter((id) => id !== '');

function authorFiles(
  placed: readonly PlacedText[],
  { site, knownAuthors }: MarkdownSiteOptions,
): ReadonlyMap<ContentPath, string> {
  const names = new Map<string, string>();
  for (const { keys, kind } of placed)
    for (const name of kind === 'article' ? keys.authors : []) {
      const id = slugOf(name, site.language);
      // An id is no name, but reads like one: sarah-eckert.
      const spoken = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
        ? name.replace(/(?:^|-)(\w)/g, (part) => part.replace('-', ' ').toUpperCase())
        : name;
      if (id !== '' && !knownAuthors.has(id) && !names.has(id)) names.set(id, spoken);
    }
  return new Map([...names].sort().map(([id, name]) => [`authors/${id}.md`, fileText({ name }, '')]));
}

function countReasons(texts: ReadonlyMap<string, string>, generator: Generator): (readonly [string, number])[] {
  const reasons = [...texts.keys()].flatMap((source) => reasonToLeaveFile(source, generator) ?? []);
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, own]) => [reason, own.length]);
}

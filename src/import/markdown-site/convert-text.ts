import type { ContentPath } from '../../content/article.ts';
import { parseMoment } from '../../content/moment.ts';
import { slugOf } from '../../language/slug.ts';
import type { Site } from '../../schema/site.ts';
import { addressesToRedirect } from '../addresses-to-redirect.ts';
import { withFixed } from '../fixed-keys.ts';
import { fileText } from '../front-matter-text.ts';
import { type ImportNote, Notes } from '../import-note.ts';
import { type ImportRules, renamedTags } from '../import-rules.ts';
import { encodeSrc, hasCredit, leftOutMarkdown, pictureMarkdown } from '../pictures.ts';
import { firstWords, plainText } from '../plain-text.ts';
import { bareName, type Generator, nameOf } from './file-names.ts';
import { convertForeignBody } from './foreign-body.ts';
import type { ForeignKeys } from './foreign-keys.ts';
import { linkWithin, type Whereabouts } from './link-within.ts';
import type { PlacedText } from './place-texts.ts';
import type { SiteFiles } from './site-files.ts';

/** What all texts of one site share. */
export interface TextContext extends Whereabouts {
  readonly generator: Generator;
  readonly site: Site;
  readonly rules: ImportRules;
  readonly library: SiteFiles;
  readonly sectionFor: (category: string) => string | undefined;
  /** By name of file, with and without its day. */
  readonly byName: ReadonlyMap<string, ContentPath>;
  readonly author: (id: string) => { readonly name: string; readonly address: string } | undefined;
  /** What `site.repository` and the like stand for. */
  readonly values: Readonly<Record<string, string>>;
  /** Addresses that a text before has taken along; each can lead to one page only. */
  readonly redirected: Set<string>;
}

export interface ConvertedText {
  readonly file: ContentPath;
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

/** The file of one article or page. */
export function convertText(text: PlacedText, context: TextContext): ConvertedText {
  const { source, keys, kind, file, date, section } = text;
  const notes = new Notes();
  const { body, images } = bodyOf(text, context, notes);
  const title = keys.title || firstWords(plainText(body)) || nameOf(source);
  noteKeys(text, notes);
  const redirectFrom = addressesToRedirect(text.oldAddresses, text.address, context.redirected);
  const article = kind === 'article';
  const own: Readonly<Record<string, unknown>> = {
    title,
    standfirst: standfirstOf(keys, body, notes),
    ...(article
      ? {
          date,
          updated: updatedOf(keys, date, context.site),
          authors: authorIds(keys, context.site, context.rules),
          section,
          tags: tagsOf(keys, section, context),
        }
      : {}),
    image: leadImage(text, body, context, notes),
    images,
    redirectFrom,
    draft: text.draft ? true : undefined,
    canonical: article && /^https?:\/\/\S+$/.test(keys.canonical) ? keys.canonical : undefined,
    ...(article ? keys.further : {}),
  };
  const whole = fileText(article ? withFixed(own, context.rules) : own, body);
  return { file, text: whole, notes: notes.in(file, whole) };
}

/** The standfirst, unless it is the beginning of the text, which readers would meet twice. */
function standfirstOf({ standfirst }: ForeignKeys, body: string, notes: Notes): string | undefined {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/\]\([^)]*\)/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const own = bare(standfirst);
  if (own === '') return undefined;
  if (own.length < 40 || !bare(body.slice(0, standfirst.length * 4)).startsWith(own)) return standfirst;
  notes.changed('the standfirst repeated the beginning of the text and was left out');
  return undefined;
}

function noteKeys({ keys, kind, section, unclear, twice }: PlacedText, notes: Notes): void {
  if (keys.title === '') notes.person('there was no headline; the first words stand for it', 'title:');
  if (twice) notes.person('a key stood twice in its front matter; the last one was taken');
  if (unclear !== undefined) notes.person('its old address cannot be told from its permalink', '', unclear);
  for (const key of keys.unknown)
    notes.changed('a key has no place here and was left out; a mapping file can give it one', '', key);
  if (kind === 'article' && section === undefined)
    notes.person('no section: none of its categories is one, nor does a mapping name one');
}

function bodyOf(text: PlacedText, context: TextContext, notes: Notes) {
  const { source } = text;
  const { site, library, rules, byName, generator } = context;
  const uncredited = new Set<string>();
  const named = (name: string) => byName.get(nameOf(name)) ?? byName.get(bareName(name));
  const body = convertForeignBody(text.body, {
    syntax: generator === 'hugo' ? 'hugo' : 'liquid',
    language: site.language,
    keys: text.keys,
    values: context.values,
    author: context.author,
    picture(picture) {
      const src = library.take(picture.url, source);
      if (src === undefined) {
        notes.person('a picture is not in the folder and was left out', picture.url.replace(/[<>]/g, ''), picture.url);
        return leftOutMarkdown(picture);
      }
      if (!hasCredit(picture.caption, site.language)) uncredited.add(encodeSrc(src));
      return pictureMarkdown(src, picture);
    },
    link: (href) => linkWithin(href, text, context, notes),
    fileNamed(name) {
      const [, path = '', anchor = ''] = /^([^#]*)(#.*)?$/.exec(name) ?? [];
      const found = path === '' ? text.file : named(path);
      return found === undefined ? undefined : `/${found}${anchor}`;
    },
    document(name) {
      const found = library.take(name, source);
      return found === undefined ? undefined : encodeSrc(found);
    },
    changed: (message, near, detail) => notes.changed(message, near, detail),
    person: (message, near, detail) => notes.person(message, near, detail),
  });
  const { credit } = rules;
  if (credit === undefined || uncredited.size === 0) return { body, images: undefined };
  return { body, images: Object.fromEntries([...uncredited].map((src) => [src, { credit }])) };
}

function leadImage({ keys, source }: PlacedText, body: string, { library, rules, site }: TextContext, notes: Notes) {
  if (!keys.image) return undefined;
  const { src, alt, caption, credit: own } = keys.image;
  const found = library.take(src, source);
  if (found === undefined) {
    notes.person('the lead picture is not in the folder and was left out', '', src);
    return undefined;
  }
  const named = own || (hasCredit(caption, site.language) ? '' : (rules.credit ?? ''));
  const said = alt || altIn(body, encodeSrc(found));
  return {
    src: `/${found}`,
    ...(said === '' ? {} : { alt: said }),
    ...(caption === '' ? {} : { caption }),
    ...(named === '' ? {} : { credit: named }),
  };
}

/** What a text says of the same picture further down. */
const altIn = (body: string, src: string): string =>
  new RegExp(`!\\[((?:[^\\]\\\\]|\\\\.)+)\\]\\(${RegExp.escape(src)}`).exec(body)?.[1]?.replace(/\\(.)/g, '$1') ?? '';

function updatedOf({ updated }: ForeignKeys, date: string, { timeZone }: Site): string | undefined {
  const [before, after] = [parseMoment(date, timeZone), parseMoment(updated, timeZone)];
  return before && after && after.epoch > before.epoch ? updated : undefined;
}

function tagsOf(keys: ForeignKeys, section: string | undefined, { site, sectionFor, rules }: TextContext): string[] {
  const rest = keys.categories.filter((category) => section === undefined || sectionFor(category) !== section);
  const labels = renamedTags([...rest, ...keys.tags], rules);
  const bySlug = new Map(labels.map((label) => [slugOf(label, site.language), label]));
  return [...bySlug].filter(([slug]) => slug !== '').map(([, label]) => label);
}

/** Ids here of those who wrote a text. */
export function authorIds({ authors }: ForeignKeys, { language }: Site, { authorIds: given }: ImportRules): string[] {
  const ids = authors.map((author) => given?.get(author.toLowerCase()) ?? slugOf(author, language));
  return [...new Set(ids)].filter((id) => id !== '');
}

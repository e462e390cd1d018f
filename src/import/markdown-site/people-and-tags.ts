import type { ContentPath } from '../../content/article.ts';
import { slugOf } from '../../language/slug.ts';
import { fileText } from '../front-matter-text.ts';
import { plainText } from '../plain-text.ts';
import { nameOf } from './file-names.ts';
import { readForeignFile } from './foreign-file.ts';
import { listOf, textOf } from './foreign-keys.ts';
import { dataOf } from './site-config.ts';

/** An author or a tag that has a text or an entry of its own on the other site. */
export interface ForeignRecord {
  readonly kind: 'author' | 'tag';
  readonly id: string;
  readonly file: ContentPath;
  readonly text: string;
  /** Where the other site has a page for it; none where only a data file knows it. */
  readonly oldAddresses: readonly string[];
}

type Keys = Readonly<Record<string, unknown>>;

/** What the other site says of an author or a tag. */
interface Described extends Pick<ForeignRecord, 'oldAddresses'> {
  readonly name: string;
  readonly keys: Keys;
  readonly body: string;
}

const AUTHOR_TEXT = /^(?:content\/)?(?:authors?|_authors|people|_people)\/(?:.+\/)?[^/]+\.(?:md|markdown)$/i;
const TAG_TEXT = /^content\/(?:tags|topics|keywords)\/[^/]+\/_?index\.(?:md|markdown)$/i;
const AUTHOR_DATA = /(?:^|\/)_?data\/(?:authors?|people|team)(?:\/[\w-]+)?\.(?:ya?ml|json|toml)$/i;

const NAMES = ['display_name', 'full_name', 'name', 'title'];
const ROLES = ['role', 'position', 'job_title', 'agency_full_name', 'affiliation', 'organization', 'company'];
const BIOGRAPHIES = ['bio', 'biography', 'description', 'summary'];
const ACCOUNTS: Readonly<Record<string, readonly [label: string, start: string]>> = {
  website: ['Website', ''],
  url: ['Website', ''],
  github: ['GitHub', 'https://github.com/'],
  linkedin: ['LinkedIn', 'https://www.linkedin.com/in/'],
  twitter: ['X', 'https://x.com/'],
  mastodon: ['Mastodon', ''],
};

/** Whether a file is about an author or a tag, and no text of its own. The list of all of them is neither. */
export const isRecord = (source: string): boolean =>
  (AUTHOR_TEXT.test(source) || TAG_TEXT.test(source)) && !/^(?:content\/)?\w+\/_?index\.\w+$/.test(source);

/** The authors and tags that the files of a site tell of. */
export function readRecords(files: ReadonlyMap<string, string>, language: string): readonly ForeignRecord[] {
  const found = new Map<string, ForeignRecord>();
  const add = (record: ForeignRecord): void => {
    if (record.id !== '' && !found.has(record.file)) found.set(record.file, record);
  };
  for (const [source, text] of files) {
    if (isRecord(source)) {
      const { keys, body } = readForeignFile(text) ?? { keys: {}, body: '' };
      const described = { name: nameOf(source), keys, body, oldAddresses: [addressOf(source), ...aliasesOf(keys)] };
      add((TAG_TEXT.test(source) ? tagOf : authorOf)(described, language));
    } else if (AUTHOR_DATA.test(source))
      for (const [name, keys] of Object.entries(peopleOf(source, dataOf(source, text))))
        add(authorOf({ name, keys, body: '', oldAddresses: [] }, language));
  }
  return [...found.values()];
}

function authorOf({ name, keys, body, oldAddresses }: Described, language: string): ForeignRecord {
  const id = slugOf(name, language);
  const first = (among: readonly string[]): string =>
    among.map((key) => textOf(keys[key])).find((one) => one !== '') ?? '';
  const full = [textOf(keys['first_name']), textOf(keys['last_name'])].join(' ').trim();
  const links = Object.entries(ACCOUNTS).flatMap(([key, [label, start]]) => {
    const account = textOf(keys[key]).replace(/^@/, '');
    const href = /^https?:\/\/\S+$/.test(account) ? account : start + account;
    return account !== '' && /^https:\/\/\S+$/.test(href) ? [{ label, href }] : [];
  });
  const role = plainText(first(ROLES));
  const text = fileText(
    { name: plainText(first(NAMES) || full) || spokenName(name), role: role === '' ? undefined : role, links },
    body.trim() === '' ? plainText(first(BIOGRAPHIES)) : body,
  );
  return { kind: 'author', id, file: `authors/${id}.md`, text, oldAddresses };
}

function tagOf({ name, keys, body, oldAddresses }: Described, language: string): ForeignRecord {
  const id = slugOf(name, language);
  const label = plainText(textOf(keys['title']) || name);
  const description = plainText(textOf(keys['deck']) || textOf(keys['description']) || textOf(keys['summary']));
  const aliases = slugOf(label, language) === id ? [] : [name];
  const text = fileText({ label, aliases, description: description === '' ? undefined : description }, body);
  return { kind: 'tag', id, file: `tags/${id}.md`, text, oldAddresses };
}

/** An id is no name, but reads like one: sarah-eckert. */
export function spokenName(name: string): string {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
    ? name.replace(/(?:^|-)(\w)/g, (part) => part.replace('-', ' ').toUpperCase())
    : name;
}

// One file for all, as a map or a list, or one for each.
function peopleOf(source: string, data: Keys): Readonly<Record<string, Keys>> {
  const isKeys = (value: unknown): value is Keys =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.values(data).every(isKeys) ? data : { [nameOf(source.replace(/\.\w+$/, ''))]: data };
  return Object.fromEntries(
    Object.entries(entries as Readonly<Record<string, Keys>>).map(([key, keys]) => [
      /^\d+$/.test(key) ? textOf(keys['id'] ?? keys['slug'] ?? keys['name']) : key,
      keys,
    ]),
  );
}

const addressOf = (source: string): string =>
  `/${source
    .replace(/^content\//, '')
    .replace(/(?:\/_?index)?\.(?:md|markdown)$/i, '')
    .toLowerCase()}/`;

const aliasesOf = (keys: Keys): string[] => listOf(keys['aliases']).map((alias) => `/${alias.replace(/^\/+/, '')}`);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../cli/run-dateline.ts';

/** Where publications of other people lie, beside the repository; they are not part of it. */
export const CORPORA = path.resolve(ROOT, '../shared/corpora');

/** How the posts of another generator become articles: only keys are renamed or left out, whatever is wrong stays wrong. */
export interface Corpus {
  readonly name: string;
  readonly folder: string;
  /** Key there → key here. */
  readonly rename: Readonly<Record<string, string>>;
  /** Keys that mean nothing here. Others that mean nothing stay, and are reported. */
  readonly drop: readonly string[];
}

export interface Post {
  /** Path below content/. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export const EIGHTEEN_F: Corpus = {
  name: '18F’s blog (Eleventy)',
  folder: 'eleventy-18f/content/posts',
  rename: { excerpt: 'standfirst' },
  drop: ['layout', 'image', 'image_alt', 'image_figcaption', 'description', 'hero', 'redirect_from', 'permalink'],
};

export const DIGITAL_GOV: Corpus = {
  name: 'Digital.gov’s news (Hugo)',
  folder: 'hugo-digitalgov/content/news',
  rename: { summary: 'standfirst', topics: 'tags' },
  drop: [
    ...['deck', 'expirydate', 'weight', 'source', 'source_url', 'primary_image', 'kicker', 'featured_image'],
    ...['aliases', 'redirectto', 'cms_date', 'categories', 'communities', 'slug'],
  ],
};

export const JEKYLL: Corpus = {
  name: 'Jekyll’s own blog (Jekyll)',
  folder: 'jekyll-blog/docs/_posts',
  rename: { description: 'standfirst' },
  drop: ['version', 'category', 'categories', 'layout'],
};

export function isThere({ folder }: Corpus): boolean {
  return existsSync(path.join(CORPORA, folder));
}

export function postsOf(corpus: Corpus): readonly Post[] {
  const folder = path.join(CORPORA, corpus.folder);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /\.(?:md|markdown)$/.test(name) && !/(?:^|\/)_index\.md$/.test(name))
    .sort();
  return names.map((name) => ({
    file: `articles/${name.replace(/\.markdown$/, '.md')}`,
    bytes: Buffer.from(convert(readFileSync(path.join(folder, name)).toString('latin1'), name, corpus), 'latin1'),
  }));
}

// Bytes are kept as they are: the text is taken for Latin-1 on the way in and out.
function convert(text: string, name: string, { rename, drop }: Corpus): string {
  const [, matter, rest] = /^(?:\xef\xbb\xbf)?---\r?\n([\s\S]*?)\n(---\r?\n[\s\S]*|---\r?)$/.exec(text) ?? [];
  if (matter === undefined || rest === undefined) return text;
  const keys = matter.split('\n').flatMap((line) => keyOf(line) ?? []);
  // A key that is there twice is a fault of the file, and stays.
  const dropped = drop.filter((key) => keys.indexOf(key) === keys.lastIndexOf(key));
  const kept: string[] = [];
  let dropping = false;
  for (const line of matter.split('\n')) {
    const key = keyOf(line);
    if (key !== undefined) dropping = dropped.includes(key);
    if (dropping) continue;
    kept.push(key !== undefined && rename[key] ? line.replace(key, rename[key]) : line);
  }
  const day = /(\d{4}-\d{2}-\d{2})-/.exec(name)?.[1];
  const dated = day === undefined || kept.some((line) => line.startsWith('date:'));
  return `---\n${dated ? '' : `date: ${day}\n`}${kept.join('\n')}\n${rest}`;
}

const keyOf = (line: string): string | undefined => /^([A-Za-z_]+)\s*:/.exec(line)?.[1];

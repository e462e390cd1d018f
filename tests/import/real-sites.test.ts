import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { readSource } from '../../src/content/read-source.ts';
import { addressKey } from '../../src/import/addresses-to-redirect.ts';
import type { ImportPlan } from '../../src/import/import-plan.ts';
import type { ImportRules } from '../../src/import/import-rules.ts';
import type { Generator } from '../../src/import/markdown-site/file-names.ts';
import { planMarkdownImport } from '../../src/import/markdown-site/plan-import.ts';
import { CORPORA } from '../corpora/foreign-posts.ts';
import { SITE } from './wordpress-export.ts';

const there = existsSync(CORPORA);
if (!there) console.warn(`NOT TESTED: the sites of Hugo, Jekyll and Eleventy are not at ${CORPORA}`);

interface RealSite {
  readonly generator: Generator;
  readonly folder: string;
  readonly rules: Partial<ImportRules>;
  /** Files of each kind there; all of them come along, or are lists. */
  readonly counts: { articles: number; authors: number; tags: number; lists: number };
  /** Where the old site has an article, told from its file without the code of the import. */
  readonly address: (source: string, text: string) => string;
  /** Errors that the files themselves have once imported, by code: what a person must mend. */
  readonly errors: Readonly<Record<string, number>>;
}

const withoutEnding = (name: string): string => name.replace(/\.\w+$/, '');

/** Where a text is whose day is that of its front matter, else of its file's name. */
function datedAddress(source: string, text: string): string {
  const [, day = '', name = ''] = /^(?:(\d{4}-\d{2}-\d{2})-)?(.+)\.\w+$/.exec(path.basename(source)) ?? [];
  const [, own = day] = /^date: *["']?(\d{4}-\d{2}-\d{2})/m.exec(text) ?? [];
  return `/${own.replaceAll('-', '/')}/${name}/`;
}

const REAL: readonly RealSite[] = [
  {
    generator: 'hugo',
    folder: 'hugo-digitalgov',
    rules: { permalink: '/:year/:month/:day/:slug/', address: 'https://digital.gov', otherwise: 'news' },
    counts: { articles: 2083, authors: 1043, tags: 51, lists: 3 },
    address(_, text) {
      const value = (key: string) => new RegExp(`^${key}: *["']?([^"'\\n]+)`, 'm').exec(text)?.[1]?.trim() ?? '';
      return `/${value('date').slice(0, 10).replaceAll('-', '/')}/${value('slug')}/`;
    },
    errors: {},
  },
  {
    generator: 'jekyll',
    folder: 'jekyll-blog/docs',
    rules: { permalink: '/news/:year/:month/:day/:title/', address: 'https://jekyllrb.com', otherwise: 'news' },
    counts: { articles: 102, authors: 9, tags: 0, lists: 0 },
    address: (source, text) => `/news${datedAddress(source, text)}`,
    errors: {},
  },
  {
    generator: 'eleventy',
    folder: 'eleventy-18f',
    rules: { permalink: '/:year/:month/:day/:slug/', address: 'https://18f.gsa.gov', otherwise: 'news', credit: '18F' },
    counts: { articles: 509, authors: 273, tags: 0, lists: 0 },
    address: datedAddress,
    errors: { 'image-alt-missing': 40 },
  },
];

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** Keys of all addresses that a plan answers to. */
function addressesOf({ files, redirects }: ImportPlan): ReadonlySet<string> {
  const articles = [...files].flatMap(([file, text]) => {
    if (!file.startsWith('articles/')) return [];
    const { date, redirectFrom = [] } = splitFrontMatter(file, text).data as { date: string; redirectFrom?: string[] };
    const slug = withoutEnding(path.posix.basename(file));
    return [`/${date.slice(0, 10).replaceAll('-', '/')}/${slug}/`, ...redirectFrom];
  });
  return new Set([...articles, ...redirects.keys()].map(addressKey));
}

test.skipIf(!there).each(REAL)(
  'the whole of $folder comes along, with every old address',
  async ({ generator, folder, rules, counts, address, errors }) => {
    const root = path.join(CORPORA, folder);
    const files = await filesOf(root);
    const markdown = files.filter((file) => /\.(?:md|markdown)$/.test(file));
    const texts = new Map<string, string>();
    for (const file of markdown) texts.set(file, await readFile(path.join(root, file), 'utf8'));
    const site = { ...SITE, timeZone: 'America/New_York' };
    const shared = { generator, site, knownAuthors: new Set<string>(), sections: new Map<string, string>() };
    const plan = planMarkdownImport(texts, files, { ...shared, ...rules });

    const written = (start: string) => [...plan.files.keys()].filter((file) => file.startsWith(start)).length;
    const { articles, authors, tags, lists } = counts;
    expect([written('articles/'), written('pages/')]).toEqual([articles, 0]);
    expect([written('authors/'), written('tags/')]).toEqual([authors, tags]);
    expect(plan.leftOut.filter(([, count]) => count > 0).map(([, count]) => count)).toEqual(lists > 0 ? [lists] : []);
    // Authors of the two others are known by bylines alone.
    const own = markdown.filter((file) => !/^content\/(?:authors|topics)\//.test(file));
    expect(own.length - (lists > 0 ? 1 : 0)).toBe(articles);
    if (lists > 0) expect(markdown).toHaveLength(articles + authors + tags + lists);

    const answered = addressesOf(plan);
    const old = own.filter((file) => !file.endsWith('_index.md')).map((file) => address(file, texts.get(file) ?? ''));
    expect(old.filter((one) => !answered.has(addressKey(one)))).toEqual([]);

    const settings = { language: 'en', timeZone: site.timeZone, html: 'sanitize', requireCredit: true } as const;
    const found = new Map<string, number>();
    for (const [file, text] of plan.files) {
      const kind = /^(article|author|tag)s\//.exec(file)?.[1] as 'article' | 'author' | 'tag';
      for (const { code, severity } of readSource(kind, file, Buffer.from(text), settings).diagnostics)
        if (severity === 'error') found.set(code, (found.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(found)).toEqual(errors);
    const left = [...plan.files].filter(([, text]) => /\{\{[<%]/.test(text.replace(/`[^`]*`/g, '')));
    expect(left.map(([file]) => file)).toEqual([]);
  },
  120_000,
);

import { existsSync } from 'node:fs';
import path from 'node:path';
import { ContentReader } from '../content/content-reader.ts';
import { loadContent } from '../content/load-content.ts';
import { type ImportRules, importRules } from '../import/import-rules.ts';
import { readMapping } from '../import/read-mapping.ts';
import type { KnownAuthor } from '../import/wordpress/authors.ts';
import { articlePath, pagePath } from '../pages/addresses.ts';
import type { Site } from '../schema/site.ts';
import { sectionMap } from './import-arguments.ts';
import { UsageError } from './options.ts';
import { reportContent } from './print-report.ts';

/** What an import goes into, and how it is to read what it takes. */
export interface ImportTarget {
  readonly site: Site;
  readonly authors: readonly KnownAuthor[];
  /** Of the articles and pages that are there already. */
  readonly addresses: readonly string[];
  readonly rules: ImportRules;
  /** Folder or web address. */
  readonly uploads?: string | undefined;
}

interface Values {
  readonly mapping?: string;
  readonly uploads?: string;
  readonly sections?: string;
  readonly permalink?: string;
  readonly credit?: string;
}

/** The publication of a content folder, and the rules; in their place a report of what is wrong with either. @throws UsageError */
export async function importTarget(content: string, values: Values): Promise<ImportTarget | string> {
  const { uploads } = values;
  if (uploads !== undefined && !/^https?:/.test(uploads) && !existsSync(uploads))
    throw new UsageError(`there is no folder ${uploads}`);
  if (uploads !== undefined && /^https?:/.test(uploads) && !URL.canParse(uploads))
    throw new UsageError(`--uploads is no web address: ${uploads}`);
  const loaded = await loadContent(content, new ContentReader(1)).catch(() => undefined);
  const { site } = loaded ?? {};
  if (!loaded || !site) {
    const wrong = (loaded?.diagnostics ?? []).filter(({ file }) => file === 'site.yaml');
    if (!wrong.some(({ code }) => code !== 'site-missing'))
      throw new UsageError(`${path.join(content, 'site.yaml')} is not there, and has to be written first`);
    return reportContent(wrong, content, 'text', process.stderr);
  }
  const { mapping } = values;
  const mapped = mapping === undefined ? { value: {}, diagnostics: [] } : await readMapping(mapping, site);
  if (!mapped) throw new UsageError(`there is no mapping file ${mapping}`);
  if (!mapped.value) return reportContent(mapped.diagnostics, path.dirname(mapping ?? '.'), 'text', process.stderr);
  const sections = sectionMap(
    values.sections,
    site.sections.map(({ slug }) => slug),
  );
  const rules = importRules(mapped.value, { sections, permalink: values.permalink, credit: values.credit });
  if (rules.permalink !== undefined && !rules.permalink.startsWith('/'))
    throw new UsageError(`--permalink begins with a slash: /${rules.permalink}`);
  return {
    site,
    authors: loaded.authors.map(({ id, name }) => ({
      id,
      names: typeof name === 'string' ? [name] : Object.values(name),
    })),
    addresses: [
      ...loaded.articles.map((article) => articlePath(article, site)),
      ...loaded.pages.map((page) => pagePath(page, site)),
    ],
    rules,
    uploads,
  };
}

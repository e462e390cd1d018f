import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentReader } from '../content/content-reader.ts';
import { loadContent } from '../content/load-content.ts';
import { isStyleCode } from '../diagnostics/codes.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { prepareSite } from '../eleventy/prepare-site.ts';
import { importReport } from '../import/import-report.ts';
import { writeImport } from '../import/write-import.ts';
import { writeRedirects } from '../import/write-redirects.ts';
import { IMPORT_KINDS, type ImportKind, planImport } from './import-sources.ts';
import type { Command } from './main.ts';
import { parse, siteArguments, UsageError } from './options.ts';
import { siteOptions } from './site-options.ts';

export const importSite: Command = {
  usage: `npm run import -- wordpress FILE.xml [options]
npm run import -- hugo|jekyll|eleventy DIR [options]

Takes articles, pages, authors, tags and pictures out of the export of another
system, and ends with a report: what was taken, what was changed, what needs a
person. Nothing that exists is replaced; a second run changes nothing.

  --uploads DIR    the old site's wp-content/uploads, for pictures and documents
  --sections MAP   which category is which section: \`theatre=culture,…\`
  --permalink P    where the articles of a generator were, if not at its
                   default addresses: \`/:year/:month/:slug/\`
  --credit TEXT    credit for pictures that name none
  --report FILE    write the whole report there, every place named
  --dry-run        only say what would be taken
  --content DIR    where the content is (content); its site.yaml has to be there
  --now ISO        the moment for the check at the end`,
  async run(args) {
    const options = {
      uploads: { type: 'string' },
      sections: { type: 'string' },
      permalink: { type: 'string' },
      credit: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean' },
      content: { type: 'string' },
      now: { type: 'string' },
    } as const;
    const { values, positionals } = parse(args, options, true);
    const { kind, file } = exportNamed(positionals);
    const site = { ...siteArguments(values), cache: false };
    if (values.uploads !== undefined && !existsSync(values.uploads))
      throw new UsageError(`there is no folder ${values.uploads}`);
    const content = await loadContent(site.content, new ContentReader(1)).catch(() => undefined);
    if (!content?.site)
      throw new UsageError(
        `${path.join(site.content, 'site.yaml')} is not there or has errors: \`npm run check\` says which`,
      );
    const sections = sectionMap(
      values.sections,
      content.site.sections.map(({ slug }) => slug),
    );
    const { credit, uploads, permalink } = values;
    const given = {
      site: content.site,
      sections,
      authors: content.authors.map(({ id, name }) => ({
        id,
        names: typeof name === 'string' ? [name] : Object.values(name),
      })),
      ...(credit === undefined ? {} : { credit }),
      ...(uploads === undefined ? {} : { uploads }),
      ...(permalink === undefined ? {} : { permalink }),
    };
    const plan = await planImport(kind, file, given);
    const named = (path.relative('.', site.content) || '.').replaceAll(path.sep, '/');
    if (values['dry-run'] === true) {
      const nothing = { written: [], same: [], different: [] };
      process.stdout.write(importReport({ plan, outcome: nothing, found: [], content: named }, false));
      return 0;
    }
    const outcome = await writeImport(plan, site.content, kind === 'wordpress' ? uploads : file);
    const redirects = await writeRedirects(plan.redirects, site.content);
    const { diagnostics } = await prepareSite(siteOptions(site, 'check'));
    const style = diagnostics.filter(({ code }) => isStyleCode(code));
    const found = diagnostics
      .filter(({ code }) => !isStyleCode(code))
      .map(({ file, line, code, message }) => ({
        kind: 'person' as const,
        file,
        line,
        message: `${message} (${code})`,
      }));
    const reported = { plan, outcome, found: [...redirects, ...found], content: named };
    if (values.report !== undefined) await writeFile(values.report, importReport(reported, true));
    process.stdout.write(importReport(reported, false));
    if (style.length > 0) process.stdout.write(`\nNotes on style: ${style.length}. \`npm run check\` lists them.\n`);
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

/** @throws UsageError */
function exportNamed([kind, file, ...more]: readonly string[]): { readonly kind: ImportKind; readonly file: string } {
  const known = IMPORT_KINDS.find((one) => one === kind);
  if (known === undefined)
    throw new UsageError(
      kind === undefined
        ? 'what to import is missing: npm run import -- wordpress FILE.xml'
        : `there is no import from ${kind}: ${didYouMean(kind, IMPORT_KINDS, `from ${IMPORT_KINDS.join(', ')}`)}`,
    );
  const what = known === 'wordpress' ? 'FILE.xml' : 'DIR';
  if (file === undefined)
    throw new UsageError(
      `the ${known === 'wordpress' ? 'file' : 'folder'} is missing: npm run import -- ${known} ${what}`,
    );
  if (more.length > 0) throw new UsageError(`one at a time, not ${more[0]} as well`);
  if (!existsSync(file)) throw new UsageError(`there is no ${known === 'wordpress' ? 'file' : 'folder'} ${file}`);
  if (statSync(file).isDirectory() !== (known !== 'wordpress'))
    throw new UsageError(
      `${known} is imported from a ${known === 'wordpress' ? 'file' : 'folder'}, and ${file} is none`,
    );
  return { kind: known, file };
}

/** @throws UsageError */
function sectionMap(written: string | undefined, known: readonly string[]): ReadonlyMap<string, string> {
  const pairs = (written ?? '').split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [category = '', section = ''] = pair.split('=').map((part) => part.trim());
      if (!known.includes(section))
        throw new UsageError(
          section === ''
            ? `--sections is a list of category=section: ${pair.trim()} has no section`
            : `there is no section ${section}: ${didYouMean(section, known, `sections: ${known.join(', ')}`)}`,
        );
      return [category.toLowerCase(), section] as const;
    }),
  );
}

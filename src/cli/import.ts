import { createReadStream, existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { TextDecoderStream } from 'node:stream/web';
import { ContentReader } from '../content/content-reader.ts';
import { loadContent } from '../content/load-content.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { prepareSite } from '../eleventy/prepare-site.ts';
import { importReport } from '../import/import-report.ts';
import { planWordPressImport } from '../import/wordpress/plan-import.ts';
import { NotAnExport, readWxr } from '../import/wordpress/read-wxr.ts';
import { writeImport } from '../import/write-import.ts';
import { writeRedirects } from '../import/write-redirects.ts';
import type { Command } from './main.ts';
import { parse, siteArguments, UsageError } from './options.ts';
import { siteOptions } from './site-options.ts';

const KINDS = ['wordpress'];

export const importSite: Command = {
  usage: `npm run import -- wordpress FILE.xml [options]

Takes articles, pages, authors, tags and pictures out of the export of another
system, and ends with a report: what was taken, what was changed, what needs a
person. Nothing that exists is replaced; a second run changes nothing.

  --uploads DIR    the old site's wp-content/uploads, for pictures and documents
  --sections MAP   which category is which section: \`politics=ukraine,arts=culture\`
  --credit TEXT    credit for pictures that name none
  --report FILE    write the whole report there, every place named
  --dry-run        only say what would be taken
  --content DIR    where the content is (content); its site.yaml has to be there
  --now ISO        the moment for the check at the end`,
  async run(args) {
    const options = {
      uploads: { type: 'string' },
      sections: { type: 'string' },
      credit: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean' },
      content: { type: 'string' },
      now: { type: 'string' },
    } as const;
    const { values, positionals } = parse(args, options, true);
    const file = exportNamed(positionals);
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
    const plan = planWordPressImport(await readExport(file), {
      site: content.site,
      sections,
      authors: content.authors.map(({ id, name }) => ({
        id,
        names: typeof name === 'string' ? [name] : Object.values(name),
      })),
      ...(values.uploads === undefined ? {} : { uploads: await filesBelow(values.uploads) }),
      ...(values.credit === undefined ? {} : { credit: values.credit }),
    });
    const named = (path.relative('.', site.content) || '.').replaceAll(path.sep, '/');
    if (values['dry-run'] === true) {
      const nothing = { written: [], same: [], different: [] };
      process.stdout.write(importReport({ plan, outcome: nothing, found: [], content: named }, false));
      return 0;
    }
    const outcome = await writeImport(plan, site.content, values.uploads);
    const redirects = await writeRedirects(plan.redirects, site.content);
    const { diagnostics } = await prepareSite(siteOptions(site, 'check'));
    const found = diagnostics.map(({ file, line, code, message }) => ({
      kind: 'person' as const,
      file,
      line,
      message: `${message} (${code})`,
    }));
    const reported = { plan, outcome, found: [...redirects, ...found], content: named };
    if (values.report !== undefined) await writeFile(values.report, importReport(reported, true));
    process.stdout.write(importReport(reported, false));
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

/** @throws UsageError */
function exportNamed([kind, file, ...more]: readonly string[]): string {
  if (kind === undefined || !KINDS.includes(kind))
    throw new UsageError(
      kind === undefined
        ? 'what to import is missing: npm run import -- wordpress FILE.xml'
        : `there is no import from ${kind}: ${didYouMean(kind, KINDS, `from ${KINDS.join(', ')}`)}`,
    );
  if (file === undefined) throw new UsageError(`the file is missing: npm run import -- ${kind} FILE.xml`);
  if (more.length > 0) throw new UsageError(`one file at a time, not ${more[0]} as well`);
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return file;
}

async function readExport(file: string) {
  const bytes = Readable.toWeb(createReadStream(file));
  try {
    const text = bytes.pipeThrough(new TextDecoderStream('utf-8', { fatal: true }) as never);
    return await readWxr(text as unknown as AsyncIterable<string>);
  } catch (error) {
    if (error instanceof NotAnExport) throw new UsageError(`${file}: ${error.message}`);
    if (error instanceof TypeError && /decod|encod/i.test(error.message))
      throw new UsageError(`${file}: the file is not UTF-8 text`);
    throw error;
  }
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

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

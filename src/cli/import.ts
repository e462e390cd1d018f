import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isStyleCode } from '../diagnostics/codes.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { prepareSite } from '../eleventy/prepare-site.ts';
import type { ImportNote } from '../import/import-note.ts';
import { importReport } from '../import/import-report.ts';
import { postsToArchive } from '../import/posts-to-archive.ts';
import { writeImport } from '../import/write-import.ts';
import { writeRedirects } from '../import/write-redirects.ts';
import { importSource } from './import-arguments.ts';
import { planImport } from './import-sources.ts';
import { importTarget } from './import-target.ts';
import type { Command } from './main.ts';
import { parse, siteArguments, UsageError } from './options.ts';
import { siteOptions } from './site-options.ts';

export const importSite: Command = {
  usage: `npm run import -- wordpress FILE.xml [options]
npm run import -- feed FILE [options]
npm run import -- hugo|jekyll|eleventy DIR [options]

Takes articles, pages, authors, tags and pictures out of the export of another
system, and ends with a report: what was taken, what was changed, what needs a
person. Nothing that exists is replaced; a second run changes nothing.

  --mapping FILE   what the site calls its things; docs/importing.md has an
                   example
  --uploads PLACE  of wordpress and feed: the old site's wp-content/uploads, as
                   a folder or as the web address from which to fetch it
  --sections MAP   which category is which section: \`theatre=culture,…\`
  --permalink P    where the articles of a generator were, if not where its
                   settings or defaults say: \`/:year/:month/:slug/\`
  --credit TEXT    credit for pictures that name none
  --report FILE    write the whole report there, every place named
  --dry-run        only say what would be taken
  --content DIR    where the content is (content); its site.yaml has to be there
  --now ISO        the moment for the check at the end`,
  async run(args) {
    const { values, positionals } = parse(args, OPTIONS, true);
    const source = importSource(positionals);
    const site = { ...siteArguments(values), cache: false };
    const target = await importTarget(site.content, values);
    if (typeof target === 'string') {
      process.stderr.write(target);
      return 2;
    }
    const { plan, media } = await planImport(source, target, values['dry-run'] === true);
    const content = (path.relative('.', site.content) || '.').replaceAll(path.sep, '/');
    if (values['dry-run'] === true) {
      process.stdout.write(importReport({ plan, found: [], content }, false));
      return 0;
    }
    const outcome = await writeImport(plan, site.content, media);
    const redirects = await writeRedirects(plan.redirects, site.content);
    const { diagnostics } = await prepareSite(siteOptions(site, 'check'));
    const style = diagnostics.filter(({ code }) => isStyleCode(code));
    const found = diagnostics.filter(({ code }) => !isStyleCode(code)).map(noteOf);
    const posts = postsToArchive(
      plan.files,
      diagnostics.filter(({ code }) => code === 'tweet-missing'),
    );
    const reported = { plan, outcome, found: [...redirects, ...found], posts, content };
    if (values.report !== undefined) await writeReport(values.report, importReport(reported, true));
    process.stdout.write(importReport(reported, false));
    if (style.length > 0) process.stdout.write(`\nNotes on style: ${style.length}. \`npm run check\` lists them.\n`);
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

const OPTIONS = {
  mapping: { type: 'string' },
  uploads: { type: 'string' },
  sections: { type: 'string' },
  permalink: { type: 'string' },
  credit: { type: 'string' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
  content: { type: 'string' },
  now: { type: 'string' },
} as const;

function noteOf({ file, line, code, severity, message }: Diagnostic): ImportNote {
  return { kind: 'person', file, line, message: `${severity}: ${code}`, detail: message };
}

/** @throws UsageError */
async function writeReport(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`the report cannot be written to ${file}: ${error.code}`);
  });
}

import { compareDiagnostics, hasErrors } from '../diagnostics/diagnostic.ts';
import { FORMATS, type Format } from '../diagnostics/report.ts';
import { checkSite } from '../eleventy/check-site.ts';
import type { Command } from './main.ts';
import { parse, SITE_OPTIONS, SITE_OPTIONS_HELP, siteArguments, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';
import { siteOptions } from './site-options.ts';
import { revisionToCompareWith, unmarkedChanges } from './unmarked-changes.ts';

// After a move from another system one note may hold for every article of ten years.
const MOST_OF_A_KIND = 20;

export const check: Command = {
  usage: `npm run check -- [options]

Lists everything that is wrong with the content and what could be better, and
writes nothing. Errors stop a build, warnings do not.

  --format F       text, json, github or gitlab (text)
  --since REF      name published articles that changed without a correction
                   since this branch left REF, such as origin/main; in a pull
                   request on GitHub or GitLab its base when left out
  --all            in text too, every note on style, not ${MOST_OF_A_KIND} of a kind
${SITE_OPTIONS_HELP}`,
  async run(args) {
    const options = {
      ...SITE_OPTIONS,
      format: { type: 'string' },
      since: { type: 'string' },
      all: { type: 'boolean' },
    } as const;
    const { values } = parse(args, options);
    const format = (values.format ?? 'text') as Format;
    if (!FORMATS.includes(format))
      throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not ${values.format}`);
    const site = siteArguments(values);
    const { diagnostics: found, content } = await checkSite(siteOptions(site, 'check'));
    const since = revisionToCompareWith(values.since, process.env);
    const asked = values.since !== undefined;
    const changes = since === undefined ? [] : await unmarkedChanges(since, asked, site.content, content, site.now);
    const diagnostics = [...found, ...changes].sort(compareDiagnostics);
    const most = values.all === true ? undefined : MOST_OF_A_KIND;
    process.stdout.write(reportContent(diagnostics, site.content, format, process.stdout, most));
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

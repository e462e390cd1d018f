import { hasErrors } from '../diagnostics/diagnostic.ts';
import { FORMATS, type Format } from '../diagnostics/report.ts';
import { checkSite } from '../eleventy/check-site.ts';
import type { Command } from './main.ts';
import { parse, SITE_OPTIONS, SITE_OPTIONS_HELP, siteArguments, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';
import { siteOptions } from './site-options.ts';

// After a move from another system one note may hold for every article of ten years.
const MOST_OF_A_KIND = 20;

export const check: Command = {
  usage: `npm run check -- [options]

Lists everything that is wrong with the content and what could be better, and
writes nothing. Errors stop a build, warnings do not.

  --format F       text, json or github (text)
  --all            in text too, every note on style, not the first ${MOST_OF_A_KIND} of a kind
${SITE_OPTIONS_HELP}`,
  async run(args) {
    const { values } = parse(args, { ...SITE_OPTIONS, format: { type: 'string' }, all: { type: 'boolean' } });
    const format = (values.format ?? 'text') as Format;
    if (!FORMATS.includes(format))
      throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not ${values.format}`);
    const site = siteArguments(values);
    const { diagnostics } = await checkSite(siteOptions(site, 'check'));
    const most = values.all === true ? undefined : MOST_OF_A_KIND;
    process.stdout.write(reportContent(diagnostics, site.content, format, process.stdout, most));
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

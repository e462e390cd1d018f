import { hasErrors } from '../diagnostics/diagnostic.ts';
import { FORMATS, type Format } from '../diagnostics/report.ts';
import { checkSite } from '../eleventy/check-site.ts';
import type { Command } from './main.ts';
import { parse, SITE_OPTIONS, SITE_OPTIONS_HELP, siteArguments, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';
import { siteOptions } from './site-options.ts';

export const check: Command = {
  usage: `npm run check -- [options]\n\nLists everything that is wrong with the content and writes nothing.\n\n  --format F       text, json or github (text)\n${SITE_OPTIONS_HELP}`,
  async run(args) {
    const { values } = parse(args, { ...SITE_OPTIONS, format: { type: 'string' } });
    const format = (values.format ?? 'text') as Format;
    if (!FORMATS.includes(format))
      throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not ${values.format}`);
    const site = siteArguments(values);
    const { diagnostics } = await checkSite(siteOptions(site, 'check'));
    process.stdout.write(reportContent(diagnostics, site.content, format, process.stdout));
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

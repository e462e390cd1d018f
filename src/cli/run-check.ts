import { compareDiagnostics, hasErrors } from '../diagnostics/diagnostic.ts';
import { FORMATS, type Format } from '../diagnostics/report.ts';
import { checkSite } from '../eleventy/check-site.ts';
import type { ExitStatus } from './main.ts';
import { MOST_OF_A_KIND, parse, SITE_OPTIONS, siteArguments, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';
import { siteOptions } from './site-options.ts';
import { revisionToCompareWith, unmarkedChanges } from './unmarked-changes.ts';

/** See the usage of `npm run check`. */
export async function runCheck(args: readonly string[]): Promise<ExitStatus> {
  const options = {
    ...SITE_OPTIONS,
    format: { type: 'string' },
    since: { type: 'string' },
    all: { type: 'boolean' },
  } as const;
  const { values } = parse(args, options);
  const format = (values.format ?? 'text') as Format;
  if (!FORMATS.includes(format)) throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not ${values.format}`);
  const site = siteArguments(values);
  const { diagnostics: found, content } = await checkSite(siteOptions(site, 'check'));
  const since = revisionToCompareWith(values.since, process.env);
  const asked = values.since !== undefined;
  const changes = since === undefined ? [] : await unmarkedChanges(since, asked, site.content, content, site.now);
  const diagnostics = [...found, ...changes].sort(compareDiagnostics);
  const most = values.all === true ? undefined : MOST_OF_A_KIND;
  process.stdout.write(reportContent(diagnostics, site.content, format, process.stdout, most));
  return hasErrors(diagnostics) ? 1 : 0;
}

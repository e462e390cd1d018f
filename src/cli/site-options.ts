import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { directReader } from '../content/direct-reader.ts';
import type { SiteOptions } from '../eleventy/prepare-site.ts';
import { type SiteArguments, UsageError } from './options.ts';
import { Progress } from './progress.ts';

/** What the arguments of a command mean for the site. @throws UsageError when there is no content folder. */
export function siteOptions(args: SiteArguments, purpose: SiteOptions['purpose']): SiteOptions {
  if (!existsSync(args.content)) throw new UsageError(`there is no folder ${args.content}`);
  const progress = new Progress();
  return {
    content: args.content,
    assets: fileURLToPath(new URL('../../assets', import.meta.url)),
    cache: '.cache/dateline',
    now: args.now,
    purpose,
    jobs: args.jobs,
    reader: directReader,
    onPicture: (done, total, left) => progress.pictures(done, total, left),
    ...(args.baseUrl === undefined ? {} : { baseUrl: args.baseUrl }),
  };
}

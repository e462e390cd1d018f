import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentReader } from '../content/content-reader.ts';
import type { SiteOptions } from '../eleventy/check-site.ts';
import { type SiteArguments, UsageError } from './options.ts';
import { ASSETS, CACHE } from './places.ts';
import { Progress } from './progress.ts';
import { SchemaWriter } from './schema-writer.ts';

// What .vscode/settings.json has the editor complete by: only the content of this folder may decide it.
const COMPLETED = 'content';

const DONE_TO = { pictures: 'Converting', 'share images': 'Drawing' } as const;

/** What the arguments of a command mean for the site. `identities` see ContentReader. @throws UsageError when there is no content folder. */
export function siteOptions(
  args: SiteArguments,
  purpose: SiteOptions['purpose'],
  identities?: ReadonlyMap<string, string>,
): SiteOptions {
  if (!existsSync(args.content)) throw new UsageError(`there is no folder ${args.content}`);
  const progress = new Progress();
  const isCompleted = args.cache && path.resolve(args.content) === path.resolve(COMPLETED);
  const schemas = isCompleted ? new SchemaWriter(path.join(CACHE, 'schemas')) : undefined;
  const cache = args.cache ? CACHE : temporaryDirectory();
  return {
    content: args.content,
    assets: ASSETS,
    cache,
    now: args.now,
    purpose,
    jobs: args.jobs,
    reader: new ContentReader(args.jobs, cache, identities),
    onProgress: (of, ...how) => progress.tell(`${purpose === 'build' ? DONE_TO[of] : 'Measuring'} ${of}`, ...how),
    ...(args.baseUrl === undefined ? {} : { baseUrl: args.baseUrl }),
    ...(schemas ? { onContent: (content) => schemas.write(content) } : {}),
  };
}

function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'dateline-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

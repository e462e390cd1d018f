import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { nearest } from '../diagnostics/nearest.ts';
import { CACHE } from './places.ts';
import { usableCache } from './usable-cache.ts';

/** The command was misused; the message says how. */
export class UsageError extends Error {}

export interface SiteArguments {
  readonly content: string;
  readonly output: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly baseUrl?: string;
  readonly cache: boolean;
  /** Whether addresses.txt is kept up to date; never for a moment that has not come, because it would name what waits for it. */
  readonly ledger: boolean;
  readonly jobs: number;
}

/** Notes of a kind that a report shows: after a move from another system one may hold for every article of ten years. */
export const MOST_OF_A_KIND = 20;

export const SITE_OPTIONS = {
  content: { type: 'string' },
  output: { type: 'string' },
  now: { type: 'string' },
  'base-url': { type: 'string' },
  'no-cache': { type: 'boolean' },
  jobs: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const SITE_OPTIONS_HELP = `  --content DIR    where the content is (content)
  --output DIR     where the site goes (_site)
  --now ISO        the moment for which to build, such as
                   2026-07-04T18:00+03:00; UTC without offset
  --base-url URL   where the site will be published, if not at the url of
                   site.yaml
  --no-cache       read and convert everything anew
  --jobs N         threads to use (as many as the machine has cores)`;

type OptionSpecs = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** Parses arguments strictly. @throws UsageError */
export function parse<O extends NonNullable<OptionSpecs>>(
  args: readonly string[],
  options: O,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    const unknown = /^Unknown option '--([^']+)'/.exec(said)?.[1];
    const meant = unknown === undefined ? undefined : nearest(unknown, Object.keys(options));
    throw new UsageError(meant === undefined ? said : `${said}: did you mean \`--${meant}\`?`);
  }
}

interface SiteValues {
  readonly content?: string;
  readonly output?: string;
  readonly now?: string;
  readonly 'base-url'?: string;
  readonly 'no-cache'?: boolean;
  readonly jobs?: string;
}

/** The options that every command over a site takes. @throws UsageError */
export function siteArguments(values: SiteValues): SiteArguments {
  const baseUrl = values['base-url'];
  if (baseUrl !== undefined && !/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? ''))
    throw new UsageError(`--base-url is not a web address: ${baseUrl}`);
  const jobs = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new UsageError(`--jobs is not a number from 1 to 64: ${values.jobs}`);
  const now = clock(values.now);
  return {
    content: values.content ?? 'content',
    output: values.output ?? '_site',
    now,
    ledger: now <= Date.now(),
    cache: !values['no-cache'] && usableCache(CACHE),
    jobs,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  };
}

// The clock is read here, once: `--now`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the system.
function clock(now: string | undefined): number {
  if (now !== undefined) {
    const time = DateTime.fromISO(now, { zone: 'utc', setZone: true });
    if (!time.isValid) throw new UsageError(`--now is not a moment in ISO 8601: ${now}`);
    return time.toMillis();
  }
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return Date.now();
  if (!/^\d{1,12}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH is not a number of seconds: ${epoch}`);
  return Number(epoch) * 1000;
}

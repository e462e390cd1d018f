import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const LIGHTHOUSE = path.join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js');

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];
/** What is reported of each run, with the name that Lighthouse gives it. */
export const METRICS = {
  'first-contentful-paint': 'First contentful paint',
  'largest-contentful-paint': 'Largest contentful paint',
  'speed-index': 'Speed index',
  'total-blocking-time': 'Total blocking time',
  'cumulative-layout-shift': 'Layout shift',
  'total-byte-weight': 'Weight',
} as const;
export type Metric = keyof typeof METRICS;

/** One visit of Lighthouse to one page. */
export interface Run {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Milliseconds, bytes, or a share of the screen. */
  readonly metrics: Readonly<Record<Metric, number>>;
  /** Audits that count in a category and did not pass in full. */
  readonly faults: readonly string[];
  readonly lighthouse: string;
  readonly browser: string;
}

interface Result {
  readonly lighthouseVersion: string;
  readonly environment: { readonly hostUserAgent: string };
  readonly categories: Readonly<
    Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { title: string; score: number | null; scoreDisplayMode: string; numericValue?: number }>
  >;
}

/**
 * Visits a page as a phone on a slow network, which is Lighthouse's standard.
 * @throws Error when Lighthouse or the browser fails, with what they said.
 */
export async function runLighthouse(url: string, browser: string): Promise<Run> {
  const flags = [
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update',
  ];
  const run = promisify(execFile)(process.execPath, [LIGHTHOUSE, url, ...flags], {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout } = await run.catch(({ stderr }: { stderr: string }) => {
    throw new Error(stderr.trim());
  });
  const result = JSON.parse(stdout) as Result;
  const counted = CATEGORIES.flatMap((name) => result.categories[name]?.auditRefs ?? []).filter(
    ({ weight }) => weight > 0,
  );
  const faults = counted.flatMap(({ id }) => {
    const audit = result.audits[id];
    return audit?.score != null && audit.score < 1 ? [audit.title] : [];
  });
  return {
    scores: record(CATEGORIES, (name) => Math.round((result.categories[name]?.score ?? 0) * 100)),
    metrics: record(Object.keys(METRICS) as Metric[], (name) => result.audits[name]?.numericValue ?? Number.NaN),
    faults: [...new Set(faults)],
    lighthouse: result.lighthouseVersion,
    browser: /Chrome\/[\d.]+/.exec(result.environment.hostUserAgent)?.[0].replace('/', ' ') ?? 'Chromium',
  };
}

function record<Name extends string>(names: readonly Name[], of: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>;
}

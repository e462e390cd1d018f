import { CATEGORIES, type Category, METRICS, type Metric, type Run } from './lighthouse-run.ts';

/** What each category has to reach in the median. */
const GOALS: Readonly<Record<Category, number>> = {
  performance: 99,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
const NAMES: Readonly<Record<Category, string>> = {
  performance: 'Performance',
  accessibility: 'Accessibility',
  'best-practices': 'Best practices',
  seo: 'SEO',
};

export interface AuditedPage {
  readonly kind: string;
  readonly address: string;
  readonly runs: readonly Run[];
}

/** Every goal that a page misses, in words. */
export function missedGoals(pages: readonly AuditedPage[]): readonly string[] {
  return pages.flatMap(({ kind, runs }) =>
    CATEGORIES.flatMap((category) => {
      const score = median(runs.map(({ scores }) => scores[category]));
      return score < GOALS[category] ? [`${kind}: ${NAMES[category]} ${score}, not ${GOALS[category]}`] : [];
    }),
  );
}

/** docs/lighthouse.md: medians of every page, and what did not pass in full. */
export function report(pages: readonly AuditedPage[], day: string): string {
  const [first] = pages[0]?.runs ?? [];
  const heads = pages.map(({ kind }) => kind);
  const row = (name: string, cells: readonly string[]) => `| ${name} | ${cells.join(' | ')} |\n`;
  const score = (runs: readonly Run[], category: Category) => {
    const all = runs.map(({ scores }) => scores[category]).sort((a, b) => a - b);
    const [least, most] = [all[0] ?? 0, all.at(-1) ?? 0];
    return least === most ? String(least) : `${median(all)} (${least}–${most})`;
  };
  const faults = pages.flatMap(({ kind, runs }) =>
    [...new Set(runs.flatMap(({ faults }) => faults))].map((fault) => `- ${kind}: ${fault}\n`),
  );
  return [
    '# Lighthouse\n\n',
    `What \`npm run audit\` measured on ${day}: the demonstration site as a host would send it, on Lighthouse’s phone and slow network, with Lighthouse ${first?.lighthouse} and ${first?.browser}. Medians of ${pages[0]?.runs.length} visits, the least and the most in brackets.\n\n`,
    row('', heads),
    row(
      '---',
      heads.map(() => '--:'),
    ),
    ...CATEGORIES.map((category) =>
      row(
        NAMES[category],
        pages.map(({ runs }) => score(runs, category)),
      ),
    ),
    ...(Object.keys(METRICS) as Metric[]).map((metric) =>
      row(
        METRICS[metric],
        pages.map(({ runs }) => shown(metric, median(runs.map(({ metrics }) => metrics[metric])))),
      ),
    ),
    '\nThe pages: ',
    pages.map(({ kind, address }) => `${kind} \`${address}\``).join(', '),
    '.\n',
    ...(faults.length > 0 ? ['\n## Not in full\n\n', ...faults] : []),
  ].join('');
}

function shown(metric: Metric, value: number): string {
  if (metric === 'cumulative-layout-shift') return String(Math.round(value * 1e4) / 1e4);
  if (metric === 'total-byte-weight') return `${Math.round(value / 1000)} KB`;
  return `${Math.round(value)} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

import fc from 'fast-check';
import type { Metadata } from 'sharp';
import { readSource } from '../../src/content/read-source.ts';
import { parseYaml } from '../../src/content/yaml.ts';
import { nearest } from '../../src/diagnostics/nearest.ts';
import { safeUrl } from '../../src/html/safe-url.ts';
import { findHarmInSvg } from '../../src/images/find-harm-in-svg.ts';
import { findRootElement } from '../../src/images/find-root-element.ts';
import { readCredit } from '../../src/images/read-credit.ts';
import { planWordPressImport } from '../../src/import/wordpress/plan-import.ts';
import { readWxr } from '../../src/import/wordpress/read-wxr.ts';
import { NotAnExport } from '../../src/import/xml-entries.ts';
import { slugOf } from '../../src/language/slug.ts';
import { clean } from '../../src/markdown/allow-list.ts';
import { splitCredit } from '../../src/markdown/captions.ts';
import { renderInline } from '../../src/markdown/render-body.ts';
import { typeset } from '../../src/markdown/typography.ts';
import { SITE, wxr } from '../import/wordpress-export.ts';
import { render } from '../markdown/body-workshop.ts';
import { ATTACKS } from './attacks.ts';
import { sharpText } from './sharp-text.ts';
import type { Target } from './target.ts';

const SETTINGS = { language: 'uk', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true } as const;
const read = (kind: 'article' | 'tweet', source: string, text: string) =>
  readSource(kind, source, Buffer.from(text), SETTINGS);

/** What reads a text that editors, their sources or other systems wrote. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  markdown: (text) => render(text, { language: 'uk' }),
  'markdown that trusts HTML': (text) => render(text, { html: 'trust' }),
  'an article': (text) => read('article', 'articles/a.md', `---\ntitle: A\ndate: 2026-07-01\n---\n${text}`),
  'front matter': (text) => read('article', 'articles/a.md', `---\n${text}\n---\n`),
  'a title': (text) =>
    read('article', 'articles/a.md', `---\n${JSON.stringify({ title: text, date: text, section: text })}\n---\n`),
  'a snapshot': (text) => read('tweet', 'embeds/tweets/1.json', text),
  'inline markup': (text) => renderInline(text, 'uk'),
  'a caption': (text) => splitCredit(text, 'uk'),
  typography: (text) => typeset(text, 'uk'),
  html: (text) => clean(text, new Set()),
  yaml: (text) => parseYaml(text),
  address: (text) => safeUrl(text),
  slug: (text) => slugOf(text, 'uk'),
  spelling: (text) => nearest(text, ['title', 'standfirst', 'section']),
  svg: (text) => findHarmInSvg(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`)),
  'the start of an svg': (text) => findRootElement(Buffer.from(text)),
  'credit lines': (text) =>
    readCredit({ xmpAsString: text, iptc: Buffer.from(text), exif: Buffer.from(text) } as Metadata),
};

const SMALL = 6000;
const TIMES = 12;
/** So many times as long as linear time would make it, and never complained of below this, in milliseconds. */
const SLACK = 2.5;
const SHORT = 150;
/** Characters of the result for one of the input, and besides. */
const MOST_OUTPUT = { times: 60, besides: 20_000 };

const unit = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: sharpText.map((text) => text.slice(0, 24)) },
      fc.constantFrom(...ATTACKS).map((text) => text.slice(0, 60)),
    ),
    fc.constantFrom('', '\n', '\n\n', ' '),
  )
  .map(([text, end]) => text + end)
  .filter((text) => text.length > 0);

/** `unit` is repeated between `before` and `after`, first some times and then twelve times as often. */
const growing = fc.record({
  before: sharpText.map((text) => text.slice(0, 20)),
  unit,
  after: sharpText.map((text) => text.slice(0, 20)),
});
type Growing = typeof growing extends fc.Arbitrary<infer G> ? G : never;

const textOf = ({ before, unit, after }: Growing, length: number): string =>
  before + unit.repeat(Math.ceil(length / unit.length)) + after;

/** Milliseconds of the processor, so that a neighbour on the machine does not count. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timeOf(reader: (text: string) => unknown, text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const began = processorTime();
    reader(text);
    best = Math.min(best, processorTime() - began);
  }
  return best;
}

/** Why a reader's time or result grows faster than its input; undefined where it does not. A neighbour on the machine can slow one measurement, so it is measured again. */
export function growthFault(reader: (text: string) => unknown, input: Growing): string | undefined {
  const [small, large] = [textOf(input, SMALL), textOf(input, SMALL * TIMES)];
  const result = JSON.stringify(reader(large)) ?? '';
  if (result.length > large.length * MOST_OUTPUT.times + MOST_OUTPUT.besides)
    return `${large.length} characters become ${result.length}`;
  let fault: string | undefined;
  for (let attempt = 0; attempt < 3; attempt++) {
    const more = timeOf(reader, large, attempt + 1);
    if (more < SHORT) return undefined;
    const some = timeOf(reader, small, attempt + 3);
    if (more < some * TIMES * SLACK) return undefined;
    fault = `${small.length} characters take ${some.toFixed(1)} ms, ${large.length} take ${more.toFixed(1)}`;
  }
  return fault;
}

const ofReader = ([name, reader]: readonly [string, (text: string) => unknown]): Target => ({
  name: `growth of ${name}`,
  round: 25,
  // What is shrunk is measured again, and noise would lead it astray.
  shrink: false,
  property: () =>
    fc.property(growing, (input) => {
      const fault = growthFault(reader, input);
      if (fault !== undefined) throw new Error(`${fault}: ${JSON.stringify(input)}`);
    }),
});

/** Time and size of the result, which may grow as the input does and no faster. */
export const GROWTH_TARGETS: readonly Target[] = [
  ...Object.entries(READERS).map(ofReader),
  {
    name: 'growth of an export',
    round: 4,
    shrink: false,
    property: () =>
      fc.asyncProperty(growing, async (input) => {
        const time = async (length: number): Promise<number> => {
          const text = wxr([{ content: textOf(input, length) }]);
          const began = processorTime();
          try {
            planWordPressImport(await readWxr([text]), { site: SITE, authors: [], sections: new Map() });
          } catch (error) {
            if (!(error instanceof NotAnExport)) throw error;
          }
          return processorTime() - began;
        };
        for (let attempt = 0; attempt < 3; attempt++) {
          const more = await time(SMALL * TIMES);
          if (more < SHORT * 3) return;
          const some = Math.min(await time(SMALL), await time(SMALL));
          if (more < some * TIMES * SLACK) return;
          if (attempt === 2)
            throw new Error(`${some.toFixed(1)} ms become ${more.toFixed(1)}: ${JSON.stringify(input)}`);
        }
      }),
  },
];

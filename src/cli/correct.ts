import { readFile } from 'node:fs/promises';
import { DateTime } from 'luxon';
import type { Article } from '../content/article.ts';
import { loadContent } from '../content/load-content.ts';
import { parseMoment } from '../content/moment.ts';
import { readSource } from '../content/read-source.ts';
import { readingSettings } from '../content/settings.ts';
import { wrapText } from '../diagnostics/wrap-text.ts';
import { fileOf } from '../files/file-of.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { stateOf } from '../publication/visibility.ts';
import { addCorrection } from '../record/add-correction.ts';
import type { Site } from '../schema/site.ts';
import { ARTICLE_HELP, articleMeant } from './article-meant.ts';
import type { Command } from './main.ts';
import { parse, siteArguments, UsageError } from './options.ts';
import { siteOptions } from './site-options.ts';

export const correct: Command = {
  usage: `npm run correct -- ARTICLE "what was wrong and what is right" [options]

Adds a dated correction to an article and sets \`updated\`. Readers see it under
the text and on /corrections/. Nothing else of the file changes. The text of
the article is yours to mend.

${ARTICLE_HELP}
  --date TIME      when it was corrected, such as 2026-07-05 or
                   "2026-07-05 09:40"; now when left out
  --content DIR    where the content is (content)
  --now ISO        takes this moment for now`,
  async run(args) {
    const options = { content: { type: 'string' }, now: { type: 'string' }, date: { type: 'string' } } as const;
    const { values, positionals } = parse(args, options, true);
    const [written, ...words] = positionals;
    if (written === undefined) throw new UsageError('the article is missing: its file, its address or its slug');
    const text = words.join(' ').replace(/\s+/g, ' ').trim();
    if (words.length > 1) throw new UsageError(`put the text of the correction in quotes: "${text}"`);
    if (text === '')
      throw new UsageError('the text is missing: npm run correct -- ARTICLE "The year was 2015, not 2014."');
    const site = siteArguments(values);
    const content = await loadContent(site.content, siteOptions(site, 'check').reader);
    if (!content.site) throw new UsageError('site.yaml has errors: `npm run check` lists them');
    const source = articleMeant(written, site.content, content);
    const file = fileOf(site.content, source);
    const article = content.articles.find((one) => one.source === source);
    if (!article) throw new UsageError(`${file} has errors: \`npm run check\` lists them`);
    if (article.corrections.some((known) => plain(known.text) === plain(text)))
      throw new UsageError(`${file} has that correction already`);
    const date = dateOf(values.date, site.now, article, content.site.timeZone);
    const updated = (article.updated?.epoch ?? 0) < date.epoch;
    const after = addCorrection((await readFile(file)).toString('utf8'), { date: date.written, text, updated });
    if (after === undefined || !isRight(after, article, content.site))
      throw new UsageError(`${file} is written in a way that only a person can add to: write \`corrections:\` by hand`);
    await writeWholeFile(file, after);
    const also = updated ? '\n  `updated` is the same moment' : '';
    process.stdout.write(`${file}\n  corrected on ${date.written}: ${wrapText(text, '  ', 35)}${also}\n`);
    return 0;
  },
};

/** @throws UsageError */
function dateOf(written: string | undefined, now: number, article: Article, timeZone: string) {
  const state = stateOf(article, now);
  if (state !== undefined)
    throw new UsageError(
      `readers have not seen this article yet (${state === 'draft' ? 'a draft' : `scheduled for ${article.date.iso}`}): change the text itself`,
    );
  if (written === undefined)
    return { epoch: now, written: DateTime.fromMillis(now, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm') };
  const moment = parseMoment(written, timeZone);
  if (!moment) throw new UsageError(`--date is a day, or a day and time: 2026-07-05 09:40, not ${written}`);
  const isBefore = moment.dateOnly
    ? moment.iso.slice(0, 10) < article.date.iso.slice(0, 10)
    : moment.epoch < article.date.epoch;
  if (isBefore) throw new UsageError(`--date lies before the article itself, which is of ${article.date.iso}`);
  if (moment.epoch > now) throw new UsageError(`--date lies ahead: ${written}`);
  return { epoch: moment.epoch, written: written.trim() };
}

// Quotes and dashes of a correction are set by the language's rules when it is read.
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

function isRight(text: string, { source, corrections }: Article, site: Site): boolean {
  const { document } = readSource('article', source, Buffer.from(text), readingSettings(site));
  return document !== undefined && (document as Article).corrections.length === corrections.length + 1;
}

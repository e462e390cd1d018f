import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DateTime } from 'luxon';
import { listContent } from '../content/content-files.ts';
import { ContentReader } from '../content/content-reader.ts';
import { loadSite } from '../content/load-site.ts';
import { parseMoment } from '../content/moment.ts';
import { readingSettings } from '../content/settings.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { slugOf } from '../language/slug.ts';
import type { Term } from '../schema/json-schemas.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { textIn } from '../schema/locale.ts';
import type { Site } from '../schema/site.ts';
import { type ArticleAnswers, type ArticleChoices, askForArticle, type Conversation } from './article-questions.ts';
import type { Command } from './main.ts';
import { editorOf, openInEditor } from './open-in-editor.ts';
import { parse, siteArguments, UsageError } from './options.ts';

const OPTIONS = {
  section: { type: 'string' },
  author: { type: 'string', multiple: true },
  kind: { type: 'string' },
  date: { type: 'string' },
  'no-open': { type: 'boolean' },
  content: { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const DATE = 'yyyy-MM-dd HH:mm';

export const newArticle: Command = {
  usage: `npm run new -- "Headline" [options]

Begins an article: a draft with valid front matter, in the folder of its month.
On a terminal it asks for what is not given, and opens the file in the editor
that VISUAL or EDITOR names, else in VS Code. A file that is there is never
written over.

  --section S      its section
  --author ID      its author; once for each of several
  --kind K         ${KINDS.slice(0, 4).join(', ')},
                   ${KINDS.slice(4).join(', ')}
  --date DATE      when it is to be published, such as "2026-07-04 18:20"
  --no-open        leave the file closed
  --content DIR    where the content is (content)
  --now ISO        the moment that counts as now`,
  async run(args) {
    const { values, positionals } = parse(args, OPTIONS, true);
    const { content, now } = siteArguments(values);
    if (!existsSync(content)) throw new UsageError(`there is no folder ${content}`);
    const { value: site } = await loadSite(content);
    const choices = choicesOf(site, await authorsOf(content, site), now);
    const title = positionals.join(' ').trim();
    const { section, author: authors, kind, date } = values;
    const said = { title: title === '' ? undefined : title, section, authors, kind: kind as Kind | undefined, date };
    check(said, choices, content);
    const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
    if (!isTerminal && said.title === undefined)
      throw new UsageError('a headline is missing: npm run new -- "Ferries return to the estuary"');
    const answers = isTerminal ? await converse((talk) => askForArticle(said, choices, talk)) : said;
    const file = await begin(answers, choices, site, content);
    process.stdout.write(
      `${file}\nWrite the text below the second line of dashes;\ntake out \`draft: true\` when it is ready.\n`,
    );
    const editor = isTerminal && !values['no-open'] ? editorOf(process.env) : undefined;
    if (editor !== undefined && !(await openInEditor(editor, file)))
      process.stderr.write(`It could not be opened with \`${editor}\`: open it by hand.\n`);
    return 0;
  },
};

/** The authors there are. Of the articles nothing is read, because there may be very many. */
async function authorsOf(content: string, site: Site | undefined): Promise<readonly Term[]> {
  const { byKind } = await listContent(content);
  const wanted = byKind.author.map((source) => ['author', source] as const);
  const settings = site
    ? readingSettings(site)
    : { language: 'en', timeZone: 'UTC', html: 'sanitize', requireCredit: true };
  const { sources } = await new ContentReader(1).read(content, wanted, settings as ReturnType<typeof readingSettings>);
  const language = site?.language ?? 'en';
  return sources.flatMap(({ document }) =>
    document && 'id' in document && 'name' in document
      ? [{ value: document.id, label: textIn(document.name, language, language) }]
      : [],
  );
}

function choicesOf(site: Site | undefined, authors: readonly Term[], now: number): ArticleChoices {
  const zone = site?.timeZone ?? 'UTC';
  const language = site?.language ?? 'en';
  return {
    sections: site?.sections.map(({ slug, name }) => ({ value: slug, label: textIn(name, language, language) })) ?? [],
    authors,
    now: DateTime.fromMillis(now, { zone }).toFormat(DATE),
    whyNoDate: (text) =>
      parseMoment(text, zone)
        ? undefined
        : `${text} is no date: write the day, or the day and time, as 2025-07-04 18:20`,
  };
}

/** @throws UsageError for what does not exist, with the nearest that does */
function check({ section, authors = [], kind, date }: ArticleAnswers, choices: ArticleChoices, content: string): void {
  const known = (terms: ArticleChoices['sections']) => terms.map(({ value }) => value);
  const sections = known(choices.sections);
  if (section !== undefined && sections.length > 0 && !sections.includes(section))
    throw new UsageError(
      `there is no section ${section}: ${didYouMean(section, sections, `sections: ${sections.join(', ')}`)}`,
    );
  const ids = known(choices.authors);
  for (const author of authors)
    if (!ids.includes(author)) {
      const file = path.join(content, 'authors', `${author}.md`);
      throw new UsageError(`there is no author ${author}: ${didYouMean(author, ids, `make ${file} first`)}`);
    }
  if (kind !== undefined && !(KINDS as readonly string[]).includes(kind))
    throw new UsageError(`there is no kind ${kind}: ${didYouMean(kind, KINDS, `one of: ${KINDS.join(', ')}`)}`);
  const fault = date === undefined ? undefined : choices.whyNoDate(date);
  if (fault !== undefined) throw new UsageError(fault);
}

/** Asks on the terminal. @throws UsageError when the person ends the conversation */
async function converse<T>(talk: (conversation: Conversation) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<never>((_, reject) =>
    terminal.once('close', () => reject(new UsageError('nothing was begun'))),
  );
  const conversation: Conversation = {
    ask: (question) => Promise.race([terminal.question(question), ended]),
    say: (text) => process.stdout.write(`${text}\n`),
  };
  try {
    return await talk(conversation);
  } finally {
    ended.catch(() => undefined);
    terminal.close();
  }
}

/** Writes the file. Returns its path. @throws UsageError when there is one already, or nothing to call it */
async function begin(
  { title = '', section, authors = [], kind = 'news', date }: ArticleAnswers,
  { sections, now }: ArticleChoices,
  site: Site | undefined,
  content: string,
): Promise<string> {
  const slug = slugOf(title, site?.language ?? 'en');
  if (slug === '') throw new UsageError(`the headline gives no file name: ${title}`);
  const moment = parseMoment(date ?? now, site?.timeZone ?? 'UTC');
  const [year = '', month = ''] = (moment?.iso ?? now).split('-');
  const file = path.join(content, 'articles', year, month, `${slug}.md`);
  if (existsSync(file)) throw new UsageError(`there is an article of that name already: ${file}`);
  const place = section ?? sections[0]?.value;
  const keys = [
    `title: ${JSON.stringify(title)}`,
    'standfirst:',
    `date: ${date ?? now}`,
    `authors: [${authors.join(', ')}]`,
    ...(place === undefined ? [] : [`section: ${place}`]),
    ...(kind === 'news' ? [] : [`kind: ${kind}`]),
    'tags: []',
    'draft: true',
  ];
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `---\n${keys.join('\n')}\n---\n\n`, { flag: 'wx' });
  return file;
}

import type { Term } from '../schema/json-schemas.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';

/** What a new article is begun with; what is undefined has not been said yet. */
export interface ArticleAnswers {
  readonly title?: string | undefined;
  readonly section?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly kind?: Kind | undefined;
  /** As an editor writes it. */
  readonly date?: string | undefined;
}

/** What there is to choose from. */
export interface ArticleChoices {
  readonly sections: readonly Term[];
  readonly authors: readonly Term[];
  /** What Enter stands for where a date is asked. */
  readonly now: string;
  /** Why a date is none; undefined when it is one. */
  readonly whyNoDate: (text: string) => string | undefined;
}

/** Puts a question to a person; resolves to the line that was typed. `say` tells something in between. */
export interface Conversation {
  readonly ask: (question: string) => Promise<string>;
  readonly say: (text: string) => void;
}

/** Asks for what has not been said. Whoever has given the headline is asked for no more than where it belongs and who wrote it. */
export async function askForArticle(
  said: ArticleAnswers,
  { sections, authors, now, whyNoDate }: ArticleChoices,
  { ask, say }: Conversation,
): Promise<ArticleAnswers> {
  const title =
    said.title ??
    (await askUntil(
      async () => (await ask('Headline: ')).trim(),
      (text) => text !== '',
    ));
  const section = said.section ?? (await choose('Section', sections, sections[0]?.value));
  const author = said.authors ? undefined : await choose('Author', authors, undefined);
  const wasAsked = said.title === undefined;
  const kind =
    said.kind ??
    (wasAsked
      ? ((await choose(
          'Kind',
          KINDS.map((value) => ({ value })),
          'news',
        )) as Kind)
      : undefined);
  const date = said.date ?? (wasAsked ? await askDate() : undefined);
  return { title, section, authors: said.authors ?? (author === undefined ? [] : [author]), kind, date };

  /** One of a list by its number or name; `standard` for Enter. */
  async function choose(
    what: string,
    terms: readonly Term[],
    standard: string | undefined,
  ): Promise<string | undefined> {
    if (terms.length === 0) return undefined;
    for (const [i, { value, label }] of terms.entries())
      say(`${String(i + 1).padStart(4)}  ${value}${label === undefined || label === value ? '' : `  ${label}`}`);
    for (;;) {
      const typed = (await ask(`${what}, by number or name (Enter: ${standard ?? 'none'}): `)).trim();
      if (typed === '') return standard;
      const chosen = terms[Number(typed) - 1] ?? terms.find(({ value, label }) => isCalled(typed, value, label));
      if (chosen) return chosen.value;
      say(`There is no ${what.toLowerCase()} ${typed}.`);
    }
  }

  async function askDate(): Promise<string> {
    for (;;) {
      const typed = (await ask(`Date, as 2025-07-04 18:20 (Enter: ${now}): `)).trim();
      const fault = typed === '' ? undefined : whyNoDate(typed);
      if (fault === undefined) return typed === '' ? now : typed;
      say(fault);
    }
  }
}

async function askUntil(ask: () => Promise<string>, isRight: (text: string) => boolean): Promise<string> {
  for (;;) {
    const text = await ask();
    if (isRight(text)) return text;
  }
}

function isCalled(typed: string, value: string, label: string | undefined): boolean {
  const wanted = typed.toLowerCase();
  return value.toLowerCase() === wanted || label?.toLowerCase() === wanted;
}

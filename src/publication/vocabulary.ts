import type { Content } from '../content/load-content.ts';
import type { LocalisedText } from '../schema/field.ts';
import type { Term, Vocabulary } from '../schema/json-schemas.ts';
import { textIn } from '../schema/locale.ts';
import { snapshotName } from '../schema/tweet.ts';
import { editionLanguages } from './languages.ts';

// The newest are what one refers to; of an archive of decades the rest would only be in the way.
const MOST_ARTICLES = 300;

/**
 * What the files of a publication may name, each with what readers know it by, for completion and forms. Ordered: sections
 * as site.yaml has them, articles from the newest, the rest by name. Undefined while site.yaml is broken.
 */
export function vocabularyOf({
  site,
  authors,
  articles,
  pages,
  series,
  tags,
  tweets,
}: Content): Vocabulary | undefined {
  if (!site) return undefined;
  const label = (text: LocalisedText): string => textIn(text, site.language, site.language);
  const newest = articles.toSorted((a, b) => b.date.epoch - a.date.epoch || (a.source < b.source ? -1 : 1));
  const used = articles.filter(({ language }) => language === site.language).flatMap((article) => article.tags);
  const known = tags.map((tag) => (tag.label === undefined ? tag.slug : label(tag.label)));
  const spelt = new Set(tags.flatMap((tag) => [tag.slug, ...tag.aliases, ...labelsOf(tag.label)].map(folded)));
  return {
    section: site.sections.map(({ slug, name }) => ({ value: slug, label: label(name) })),
    author: byValue(authors.map(({ id, name }) => ({ value: id, label: label(name) }))),
    series: byValue(series.map(({ id, title }) => ({ value: id, label: label(title) }))),
    tag: byValue(
      [...new Set([...known, ...used.filter((tag) => !spelt.has(folded(tag)))])].map((value) => ({ value })),
    ),
    article: [...newest.slice(0, MOST_ARTICLES), ...pages].map(({ source, title }) => ({
      value: source.slice(source.indexOf('/') + 1),
      label: title,
    })),
    edition: editionLanguages(site).map((value) => ({ value })),
    post: byValue(
      tweets.map((tweet) => ({ value: snapshotName(tweet), label: beginning(`${tweet.author}: ${tweet.text}`) })),
    ),
  };
}

function byValue(terms: readonly Term[]): readonly Term[] {
  return terms.toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

function labelsOf(text: LocalisedText | undefined): readonly string[] {
  return text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

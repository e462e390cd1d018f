import type { Article } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import type { TagMatcher } from './tags.ts';

// Of short words nearly all resemble another: `Kyiv` and `Kiev` are for a person to see.
const SHORTEST = 5;

interface Use {
  readonly label: string;
  count: number;
  /** Where it was used first. */
  readonly article: Article;
  readonly place: number;
}

/**
 * Finds tags that one article alone uses and that are spelt nearly like another: a letter too many, too few, wrong or
 * swapped, or hyphens set otherwise. Its time grows with the number of tags, not with their pairs.
 */
export function checkTags({ articles, tags: records }: Content, tags: TagMatcher): readonly Problem[] {
  const uses = usesOf(articles, tags);
  const described = new Set(records.map(({ slug }) => slug));
  const alike = new Map<string, string[]>();
  for (const slug of new Set([...uses.keys(), ...described])) {
    for (const form of formsOf(slug)) {
      const others = alike.get(form);
      if (others) others.push(slug);
      else alike.set(form, [slug]);
    }
  }
  const problems: Problem[] = [];
  for (const [slug, { label, count, article, place }] of uses) {
    if (count > 1 || described.has(slug) || slug.length < SHORTEST) continue;
    const others = new Set([...formsOf(slug)].flatMap((form) => alike.get(form) ?? []));
    const weight = (other: string) => (described.has(other) ? Number.POSITIVE_INFINITY : (uses.get(other)?.count ?? 0));
    const [meant] = [...others]
      .filter((other) => other !== slug && weight(other) > 1 && other.replace(/\D/g, '') === slug.replace(/\D/g, ''))
      .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
    if (meant === undefined) continue;
    const usual = uses.get(meant)?.label ?? meant;
    problems.push({
      code: 'tag-resembles',
      file: article.source,
      place: { at: 'value', path: ['tags', place] },
      message: `only this article has the tag \`${label}\`, and others have \`${usual}\``,
      help: `if they are one thing, write \`${usual}\` here, or add \`${label}\` to the aliases in content/tags/${meant}.md`,
    });
  }
  return problems;
}

function usesOf(articles: readonly Article[], tags: TagMatcher): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const article of articles) {
    for (const [place, label] of article.tags.entries()) {
      const slug = tags.slugOf(label, article.language);
      const use = uses.get(slug);
      if (use === undefined) uses.set(slug, { label, count: 1, article, place });
      else if (use.article !== article) use.count++;
    }
  }
  return uses;
}

/** Two words at one edit from each other share one of these: the word itself and what is left of it without one letter. */
function formsOf(slug: string): ReadonlySet<string> {
  const word = slug.replaceAll('-', '');
  const forms = new Set([word]);
  if (word.length < SHORTEST) return forms;
  for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return forms;
}

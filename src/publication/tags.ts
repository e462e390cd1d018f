import type { TagRecord } from '../content/article.ts';
import type { Problem } from '../diagnostics/diagnostic.ts';
import { slugOf } from '../language/slug.ts';
import type { LocalisedText } from '../schema/field.ts';

export interface TagMatcher {
  /** Slug of the tag that a label means, in any spelling that its record knows; empty for a label without letters or digits. */
  slugOf(label: string, language: string): string;
}

/** Matches labels to the records in tags/. Two records that claim one spelling are a problem. */
export function matchTags(
  records: readonly TagRecord[],
  language: string,
): { readonly matcher: TagMatcher; readonly problems: readonly Problem[] } {
  const owners = new Map<string, TagRecord>();
  const problems: Problem[] = [];
  for (const record of records) {
    const spellings = [record.slug, ...labelsOf(record.label), ...record.aliases];
    for (const spelling of new Set(spellings.map(normalise))) {
      const owner = owners.get(spelling);
      if (!owner) owners.set(spelling, record);
      else problems.push(conflict(record, owner, spelling));
    }
  }
  const known = new Map<string, string>();
  const matcher: TagMatcher = {
    slugOf(label, labelLanguage) {
      const key = `${labelLanguage} ${label}`;
      let slug = known.get(key);
      if (slug === undefined) {
        const plain = slugOf(label, labelLanguage);
        slug = owners.get(normalise(label))?.slug ?? owners.get(plain)?.slug ?? plain;
        known.set(key, slug);
      }
      return slug;
    },
  };
  return { matcher, problems };

  function conflict(record: TagRecord, owner: TagRecord, spelling: string): Problem {
    const help = `keep it in one of the two files, or join them: ${owner.source} has it too`;
    const inAliases = record.aliases.findIndex((alias) => normalise(alias) === spelling);
    const path = inAliases >= 0 ? ['aliases', inAliases] : ['label'];
    return {
      code: 'tag-conflict',
      file: record.source,
      place: { at: 'value', path },
      message: `another tag has the spelling \`${spelling}\``,
      help,
    };
  }

  function labelsOf(label: LocalisedText | undefined): string[] {
    return label === undefined ? [] : typeof label === 'string' ? [label] : Object.values(label);
  }

  function normalise(text: string): string {
    return text.normalize('NFC').trim().toLocaleLowerCase(language);
  }
}

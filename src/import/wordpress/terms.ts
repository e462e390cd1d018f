import { slugOf } from '../../language/slug.ts';
import type { Site } from '../../schema/site.ts';
import { type ImportRules, renamedTags } from '../import-rules.ts';
import { plainText } from '../plain-text.ts';
import type { WxrItem, WxrTerm } from './wxr.ts';

export interface TermRules {
  readonly sectionOf: (item: WxrItem) => string | undefined;
  readonly tagsOf: (item: WxrItem) => readonly string[];
}

/**
 * How categories and tags are taken over: the first category that is a section of site.yaml, or that `sections` leads
 * to one (by slug or name, lower case), is the section, else that of all others; further categories are tags.
 */
export function termRules(site: Site, rules: ImportRules): TermRules {
  const { sections, otherwise } = rules;
  const known = new Set(site.sections.map(({ slug }) => slug));
  const sectionFor = ({ slug, name }: WxrTerm): string | undefined => {
    const mapped = sections.get(slug.toLowerCase()) ?? sections.get(plainText(name).toLowerCase());
    return [mapped, slug, slugOf(plainText(name), site.language)].find((one) => one !== undefined && known.has(one));
  };
  const categoriesOf = (item: WxrItem) => item.terms.filter(({ domain }) => domain === 'category');
  const sectionOf = (item: WxrItem): string | undefined =>
    categoriesOf(item)
      .map(sectionFor)
      .find((section) => section !== undefined) ?? otherwise;
  const tagsOf = (item: WxrItem): readonly string[] => {
    const section = sectionOf(item);
    const tags = new Map<string, string>();
    for (const term of item.terms) {
      const isSection = term.domain === 'category' && section !== undefined && sectionFor(term) === section;
      if ((term.domain !== 'post_tag' && term.domain !== 'category') || isSection) continue;
      const [label = ''] = renamedTags([plainText(term.name)], rules);
      const slug = slugOf(label, site.language);
      if (slug !== '' && slug !== 'uncategorized' && !tags.has(slug)) tags.set(slug, label);
    }
    return [...tags.values()];
  };
  return { sectionOf, tagsOf };
}
